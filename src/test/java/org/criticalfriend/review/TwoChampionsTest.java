package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
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

/** P21: two Champions may share a workshop, and say in private to the partnership lead how it was for them. */
@ApplicationTest
class TwoChampionsTest {

    private static final String NOTES = "Some would rather wait and see.";
    private static final String DEBRIEF = "It took courage.";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    StartReview start;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void twoChampionsHoldTheWorkshop() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = start.as(new PlannedReview(
                made.id(),
                made.school('a'),
                "A focus",
                TestPartnership.VISIT,
                TestPartnership.VISIT,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.leadReviewer()),
                        Duty.PEER_REVIEWER, List.of(made.peerReviewer()),
                        Duty.IMPROVEMENT_CHAMPION, List.of(made.champion(), made.teacher('c')))));
        scenario.walkToFeedback(made, reference);
        timers.fire(reference, "WorkshopDayArrives");
        scenario.handIn(
                reference,
                "RunImprovementWorkshop",
                made.champion(),
                form -> Map.of(
                        "heldOn",
                        SchoolTime.today(clock).toString(),
                        "targets",
                        List.of(Map.of("text", "We ask more", "origin", "COMMITMENT")),
                        "commitment",
                        "One question more.",
                        "notes",
                        NOTES,
                        "debrief",
                        DEBRIEF));
    }

    @Test
    void bothReadTheNotesAndNobodyElseDoes() {
        for (String champion : List.of(made.champion(), made.teacher('c'))) {
            assertThat(page(champion, "workshop").body()).as(champion).contains(NOTES);
        }
        for (String other : others()) {
            assertThat(page(other, "workshop").status()).as(other).isEqualTo(404);
        }
        assertThat(page(made.lead(), "workshop").status()).isEqualTo(404);
    }

    @Test
    void howItWasForThemIsReadByThePartnershipLeadOnly() {
        assertThat(page(made.lead(), "debrief").body()).contains(DEBRIEF).doesNotContain(NOTES);
        for (String other : others()) {
            assertThat(page(other, "debrief").body()).as(other).doesNotContain(DEBRIEF);
            assertThat(page(other, "debrief").status()).as(other).isEqualTo(404);
        }
    }

    @Test
    void eachChampionWritesAndReadsTheirOwnDebrief() {
        String other = made.teacher('c');
        assertThat(page(other, "debrief").body()).doesNotContain(DEBRIEF);
        assertThat(page(other, "").body()).contains("/debrief\"");

        assertThat(debrief(other, "It was\r\nhard.").location()).endsWith("/debrief?kept");
        assertThat(debrief(other, "It was\r\nvery hard.").location()).endsWith("/debrief?kept");

        assertThat(page(other, "debrief").body()).contains("It was\nvery hard.").doesNotContain(DEBRIEF);
        assertThat(page(made.champion(), "debrief").body())
                .contains(DEBRIEF)
                .doesNotContain("very hard")
                .doesNotContain(TestPartnership.nameOf(other));
        assertThat(page(made.lead(), "debrief").body())
                .contains(DEBRIEF, "very hard", TestPartnership.nameOf(other), TestPartnership.nameOf(made.champion()));
        assertThat(page(made.lead(), "debrief").body()).doesNotContain("<textarea");

        debrief(other, " ");
        assertThat(page(made.lead(), "debrief").body()).contains(DEBRIEF).doesNotContain("very hard");
    }

    @Test
    void nobodyElseWritesOneAndNoneIsTooLong() {
        for (String other : others()) {
            assertThat(debrief(other, "Let in").status()).as(other).isEqualTo(404);
        }
        assertThat(debrief(made.lead(), "Let in").status()).isEqualTo(404);
        assertThat(debrief(made.teacher('c'), "x".repeat(4001)).body())
                .contains("A private word: please shorten this to at most 4000 characters", "xxx");
        assertThat(page(made.lead(), "debrief").body()).doesNotContain("Let in").doesNotContain("xxx");
    }

    private Browser.Page debrief(String person, String text) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser.post("/review/" + reference + "/debrief", Map.of("text", text));
    }

    private List<String> others() {
        return List.of(made.hostHead(), made.deputy('a'), made.leadReviewer(), made.peerReviewer(), made.teacher('a'));
    }

    private Browser.Page page(String person, String part) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser.get("/review/" + reference + (part.isEmpty() ? "" : "/" + part));
    }
}
