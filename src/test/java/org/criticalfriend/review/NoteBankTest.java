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

/** F14: what worked in one review is there for the next ones to try. */
@ApplicationTest
class NoteBankTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    StartReview start;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    private Made made;
    private String followedUp;
    private String next;

    @BeforeEach
    void oneReviewIsFollowedUpAndAnotherBegins() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        followedUp = reference;
        scenario.walkToFeedback(made, reference);
        scenario.agreeActionPlan(made, reference);
        timers.fire(reference, "FollowUpDayArrives");
        scenario.handIn(
                reference,
                "HoldFollowUpMeeting",
                made.champion(),
                form -> Map.of(
                        "heldOn", SchoolTime.today(clock).toString(),
                        "progress", List.of(Map.of("action", "1. Try it", "status", "DONE")),
                        "goalNow", "Reached.",
                        "whatWorked",
                                List.of(
                                        Map.of("text", "One thing at a time"),
                                        Map.of("theme", "Reading", "text", "Ten minutes a day"))));
        next = start.as(new PlannedReview(
                made.id(),
                made.school('c'),
                "Another focus",
                LocalDate.of(2027, 1, 21),
                LocalDate.of(2027, 1, 21),
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.head('d')),
                        Duty.PEER_REVIEWER, List.of(made.deputy('b')),
                        Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('d')))));
    }

    @Test
    void whatWorkedIsReadByThemeInOtherReviewsOfThePartnershipWithoutTheName() {
        for (String reader : List.of(made.head('c'), made.head('d'), made.deputy('b'), made.teacher('d'))) {
            String page = page(reader, next, "/what-worked").body();
            assertThat(page)
                    .as(reader)
                    .containsSubsequence("Reading", "Ten minutes a day", "Other", "One thing at a time")
                    .doesNotContain("School a");
            assertThat(page(reader, next, "").body()).contains("/what-worked");
        }
    }

    @Test
    void nobodyElseReadsItAndNothingOfItIsReadInAnotherPartnership() {
        Made others = partnerships.make();
        String elsewhere = partnerships.startReview(others, LocalDate.of(2027, 1, 21));

        for (String other :
                List.of(made.teacher('c'), made.head('a'), partnerships.office(made, 'c'), others.hostHead())) {
            assertThat(page(other, next, "/what-worked").status()).as(other).isEqualTo(404);
        }
        assertThat(page(others.hostHead(), elsewhere, "/what-worked").body())
                .contains("Nothing has been noted yet")
                .doesNotContain("Ten minutes a day");
    }

    @Test
    void thePlanOfTheReviewItselfShowsTheGoalThenAndNowAndWhatWorked() {
        for (String reader : List.of(made.hostHead(), made.deputy('a'), made.leadReviewer(), made.champion())) {
            assertThat(page(reader, followedUp, "/action-plan").body())
                    .as(reader)
                    .containsSubsequence("Followed up on", SchoolTime.words(SchoolTime.today(clock)))
                    .containsSubsequence("The goal", "Well", "Where it stands now", "Reached.")
                    .containsSubsequence("Reading", "Ten minutes a day", "Other", "One thing at a time");
        }
    }

    @Test
    void beforeTheFollowUpThePlanSaysNothingOfIt() {
        Made others = partnerships.make();
        String planned = partnerships.startReview(others, LocalDate.of(2027, 1, 21));
        scenario.walkToFeedback(others, planned);
        scenario.agreeActionPlan(others, planned);

        assertThat(page(others.hostHead(), planned, "/action-plan").body())
                .contains("Action plan")
                .doesNotContain("Followed up", "Where it stands now");
    }

    private Browser.Page page(String person, String reference, String part) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser.get("/review/" + reference + part);
    }
}
