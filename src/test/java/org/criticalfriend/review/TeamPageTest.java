package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Browser.Page;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class TeamPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    StartReview start;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void aTeamHasOneReviewerMoreThanUsual() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(30), LocalTime.of(9, 0)));
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
                                Duty.PEER_REVIEWER, List.of(made.peerReviewer(), made.deputy('d'))))
                .withOtherTeam(new OtherTeam("Two sites to visit.", made.lead())));
    }

    @Test
    void teamAndWhoeverIsInChargeSeeTheDeputyLeadAndTheReasonAndNobodyElseDoes() {
        for (String person : List.of(made.leadReviewer(), made.peerReviewer(), made.lead())) {
            assertThat(open(person).body())
                    .as(person)
                    .contains("Two sites to visit.", "2 reviewers are usual", "Peer reviewer, deputy lead");
        }
        for (String person :
                List.of(made.hostHead(), made.deputy('a'), made.head('c'), partnerships.office(made, 'b'))) {
            assertThat(open(person).status()).as(person).isEqualTo(404);
        }
    }

    @Test
    void theLeadReviewerNamesAnotherDeputyLead() {
        Browser lead = browser(made.leadReviewer());
        assertThat(deputy(lead)).isEqualTo(made.peerReviewer());

        assertThat(name(lead, made.deputy('d'), made.peerReviewer()).location())
                .isEqualTo("/review/%s/team?named".formatted(reference));

        assertThat(deputy(lead)).isEqualTo(made.deputy('d'));
    }

    @Test
    void whoDecidesFromAnOlderPageOrNamesSomebodyElseIsToldInWords() {
        Browser lead = browser(made.leadReviewer());
        name(lead, made.deputy('d'), made.peerReviewer());

        assertThat(name(lead, made.peerReviewer(), made.peerReviewer()).body())
                .contains("Somebody else has named a deputy lead meanwhile");
        assertThat(name(lead, made.head('c'), made.deputy('d')).body()).contains("one of the team");
    }

    @Test
    void noOtherPersonNamesTheDeputyLead() {
        assertThat(name(browser(made.peerReviewer()), made.deputy('d'), made.peerReviewer())
                        .status())
                .isEqualTo(403);
        assertThat(name(browser(made.hostHead()), made.deputy('d'), made.peerReviewer())
                        .status())
                .isEqualTo(404);
        assertThat(deputy(browser(made.leadReviewer()))).isEqualTo(made.peerReviewer());
    }

    private String deputy(Browser browser) {
        String body = browser.get("/review/%s/team".formatted(reference)).body();
        return body.replaceAll("(?s).*name=\"instead\" value=\"([^\"]*)\".*", "$1");
    }

    private Page name(Browser browser, String deputy, String instead) {
        return browser.post("/review/%s/team".formatted(reference), Map.of("deputy", deputy, "instead", instead));
    }

    private Page open(String person) {
        return browser(person).get("/review/%s/team".formatted(reference));
    }

    private Browser browser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        browser.get("/");
        return browser;
    }
}
