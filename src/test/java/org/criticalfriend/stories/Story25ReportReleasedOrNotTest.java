package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.PublicationPolicy;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Story 25: in a partnership whose policy is LEADERS one report is released by its host, and another is not. */
@ApplicationTest
class Story25ReportReleasedOrNotTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership testPartnerships;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Roles roles;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private final Map<String, Browser> browsers = new HashMap<>();
    private Made made;
    private String reference;

    @BeforeEach
    void aReportIsWrittenInAPartnershipThatSharesWithItsLeaders() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = testPartnerships.make();
        agree(PublicationPolicy.LEADERS);
        reference = testPartnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToReport(made, reference);
    }

    @Test
    void beforeTheHeadHasDecidedItIsTheHostsAndTheLeadReviewers() {
        assertThat(readers()).containsExactlyInAnyOrder(made.hostHead(), made.deputy('a'), made.leadReviewer());
    }

    @Test
    void releasedByTheHostItIsReadByTheTeamAndByAllHeadsAndSeniorTeams() {
        scenario.checkReport(made, reference, true);

        assertThat(readers())
                .containsExactlyInAnyOrder(
                        made.head('a'),
                        made.head('b'),
                        made.head('c'),
                        made.head('d'),
                        made.deputy('a'),
                        made.deputy('b'),
                        made.deputy('c'),
                        made.deputy('d'));
        assertNoAttackerReads();
    }

    @Test
    void notReleasedItStaysWithTheHostAndTheLeadReviewer() {
        scenario.checkReport(made, reference, false);

        assertThat(readers()).containsExactlyInAnyOrder(made.hostHead(), made.deputy('a'), made.leadReviewer());
        assertNoAttackerReads();
    }

    @Test
    void silenceAcceptsTheTextAndReleasesNothing() {
        timers.fire(reference, "ReportCheckCloses");

        assertThat(scenario.open(reference, "CheckReport", made.hostHead())).isNull();
        assertThat(page(made.hostHead()).body())
                .contains("The time to check it has passed, so its text counts as accurate.")
                .contains("Not released");
        assertThat(readers()).containsExactlyInAnyOrder(made.hostHead(), made.deputy('a'), made.leadReviewer());
    }

    @Test
    void theHeadCanReleaseItLaterAndNobodyElseCan() {
        scenario.checkReport(made, reference, false);
        for (String other : List.of(made.deputy('a'), made.leadReviewer(), made.lead(), made.teacher('a'))) {
            assertThat(release(other).status()).as(other).isIn(403, 404);
        }
        assertThat(readers()).doesNotContain(made.head('c'));

        assertThat(page(made.hostHead()).body()).contains("Release the report");
        assertThat(release(made.hostHead()).status()).isEqualTo(302);

        assertThat(readers()).contains(made.head('c'), made.deputy('d'));
        assertThat(page(made.hostHead()).body()).doesNotContain("Release the report");
    }

    @Test
    void beforeItIsCheckedItCannotBeReleasedOnThePage() {
        release(made.hostHead());

        assertThat(readers()).doesNotContain(made.head('c'));
    }

    @Test
    void whatWasReleasedToTheTeamStaysThereWhenThePartnershipAgreesOnMore() {
        agree(PublicationPolicy.TEAM);
        scenario.checkReport(made, reference, true);
        assertThat(readers())
                .containsExactlyInAnyOrder(made.hostHead(), made.deputy('a'), made.leadReviewer(), made.peerReviewer());

        agree(PublicationPolicy.LEADERS);

        assertThat(readers()).doesNotContain(made.head('c'), made.lead());
    }

    @Test
    void aPartnershipThatAgreesOnLessTakesItBack() {
        scenario.checkReport(made, reference, true);

        agree(PublicationPolicy.HOST);

        assertThat(readers()).containsExactlyInAnyOrder(made.hostHead(), made.deputy('a'), made.leadReviewer());
    }

    @Test
    void whereReportsStayWithTheHostNobodyIsAskedAboutARelease() {
        agree(PublicationPolicy.HOST);

        scenario.handIn(reference, "CheckReport", made.hostHead(), form -> {
            assertThat(form.get("policy")).isEqualTo("HOST");
            return Map.of("reply", "Thank you.");
        });

        assertThat(readers()).containsExactlyInAnyOrder(made.hostHead(), made.deputy('a'), made.leadReviewer());
        assertThat(page(made.leadReviewer()).body()).contains("Thank you.");
    }

    @Test
    void whoReadsItIsNoted() {
        page(made.hostHead());
        page(made.teacher('c'));

        assertThat(database.sql("select person from audit where subject = 'Report' and review = ?")
                        .param(reference)
                        .query(String.class)
                        .list())
                .containsExactly(made.hostHead());
    }

    private void assertNoAttackerReads() {
        Made elsewhere = testPartnerships.make();
        String trustee = made.teacher('c');
        roles.appoint(RoleHeld.in(made.id(), Role.TRUSTEE, trustee));
        String office = made.teacher('a');
        roles.appoint(RoleHeld.in(made.school('a'), Role.OFFICE, office));
        String admin = testPartnerships.ofTheInstallation(Role.ADMIN);
        for (String attacker : List.of(
                trustee, office, made.teacher('d'), made.champion(), elsewhere.hostHead(), elsewhere.lead(), admin)) {
            assertThat(page(attacker).status()).as(attacker).isEqualTo(404);
            assertThat(browserOf(attacker).get("/review/" + reference).body())
                    .as(attacker)
                    .doesNotContain("/report");
        }
    }

    /** Those of the partnership to whom the page shows itself. */
    private List<String> readers() {
        return "abcd"
                .chars()
                .mapToObj(letter -> (char) letter)
                .flatMap(letter -> List.of(made.head(letter), made.deputy(letter), made.teacher(letter)).stream())
                .filter(person -> page(person).status() == 200)
                .toList();
    }

    private Browser.Page page(String person) {
        return browserOf(person).get("/review/" + reference + "/report");
    }

    private Browser.Page release(String person) {
        return browserOf(person).post("/review/" + reference + "/report/release", Map.of());
    }

    private void agree(PublicationPolicy policy) {
        Partnership now = partnerships.find(made.id()).orElseThrow();
        PartnershipSettings settings = now.settings();
        partnerships.change(now.withSettings(new PartnershipSettings(
                settings.ledBy(),
                policy,
                settings.selfReviewRequired(),
                settings.headAtWorkshop(),
                settings.team(),
                settings.followUpWeeks(),
                settings.preferredVisitDays(),
                settings.caps(),
                settings.templates())));
    }

    /** Everybody signs in once. */
    private Browser browserOf(String person) {
        return browsers.computeIfAbsent(person, one -> {
            Browser browser = new Browser(port);
            browser.signIn(one, TestPartnership.PASSWORD);
            return browser;
        });
    }
}
