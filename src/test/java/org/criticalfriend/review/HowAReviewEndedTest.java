package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
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

/** What is next is said as long as something is; afterwards the pages say how the review ended. */
@ApplicationTest
class HowAReviewEndedTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Reviews reviews;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewBegins() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void aReviewThatIsFollowedUpNamesTheDay() {
        assertThat(page("/review/" + reference)).contains("What is next", "Planning meeting to hold");
        scenario.walkToFeedback(made, reference);
        scenario.agreeActionPlan(made, reference);
        timers.fire(reference, "FollowUpDayArrives");
        scenario.holdFollowUpMeeting(made, reference);

        saysThatItEnded("Followed up on " + SchoolTime.words(SchoolTime.today(clock)));
        assertThat(page("/review/" + reference)).contains("The team", "Meetings");
    }

    @Test
    void aCancelledReviewNamesTheDayAndHasNeitherMeetingsNorATeam() {
        timers.fire(reference, "PlanningMeetingLate");
        timers.fire(reference, "PlanningGate");
        scenario.decideOnVisit(reference, made.lead(), "CANCEL");

        saysThatItEnded("Cancelled on " + SchoolTime.words(SchoolTime.today(clock)));
        assertThat(page("/review/" + reference)).doesNotContain("The team", "Meetings");
    }

    @Test
    void aReviewWithoutADayWaitsForOne() {
        reviews.update(reviews.of(reference).withPause(clock.instant()));

        assertThat(page("/review/" + reference)).contains("What is next", "Waits for a new day");
        assertThat(page("/")).contains("Waits for a new day");
    }

    private void saysThatItEnded(String how) {
        assertThat(page("/review/" + reference)).contains("How it ended", how).doesNotContain("What is next");
        assertThat(page("/")).contains(how).doesNotContain("data-label=\"Next\"");
    }

    private String page(String path) {
        Browser browser = new Browser(port);
        browser.signIn(made.hostHead(), TestPartnership.PASSWORD);
        return browser.get(path).body();
    }
}
