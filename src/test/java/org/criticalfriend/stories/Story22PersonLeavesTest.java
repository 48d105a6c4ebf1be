package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Story 22: somebody leaves. Their duties on reviews that are not over go to others, and with them their tasks. */
@ApplicationTest
class Story22PersonLeavesTest {

    @Autowired
    Buffered people;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    People register;

    @Test
    void theLeadLeavesTheDeputyLeadStepsUpAndTheReserveTakesTheFreeSeat() {
        Review review = people.started();
        assertThat(scenario.open(
                        review.reference(), "HoldPlanningMeeting", review.made().leadReviewer()))
                .isNotNull();

        leaves(review.made().leadReviewer());

        assertThat(people.on(review, Duty.LEAD_REVIEWER)).contains(review.made().peerReviewer());
        assertThat(scenario.open(
                        review.reference(), "HoldPlanningMeeting", review.made().peerReviewer()))
                .as("the task is with whoever leads now")
                .isNotNull();
        assertThat(people.told(review, "deputy-leads")).contains(review.made().hostHead());
        assertThat(people.asked(review)).containsExactly(review.reserve());

        people.answer(review, review.reserve(), true);

        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
        assertThat(people.searches(review)).as("for another reserve").isEqualTo(1);
    }

    @Test
    void whoeverIsAskedAndLeavesCountsAsANo() {
        Review review = people.started();
        people.cannotCome(review, review.made().champion());
        assertThat(people.asked(review)).containsExactly(review.spare());

        leaves(review.spare());

        assertThat(people.asked(review)).hasSize(2).doesNotContain(review.spare());
        assertThat(people.tasksOf(review, review.spare())).isEmpty();
        assertThat(people.on(review, Duty.SPARE_IMPROVEMENT_CHAMPION)).isEmpty();
    }

    @Test
    void aStandInWhoLeavesIsReplacedAndAskedNothingAnyMore() {
        Review review = people.started();
        timers.fire("stand-ins", review.reference(), "StandInsAreAsked");
        assertThat(people.tasksAt(review, "ConfirmDate"))
                .extracting(task -> task.getAssignee())
                .containsExactlyInAnyOrder(review.reserve(), review.spare());

        leaves(review.reserve());

        assertThat(people.tasksAt(review, "ConfirmDate"))
                .extracting(task -> task.getAssignee())
                .containsExactly(review.spare());
        assertThat(people.asked(review)).hasSize(1);
    }

    @Test
    void evidenceThatWasHandedInStaysWithTheSeat() {
        Review review = people.planned();
        timers.fire(review.reference(), "VisitDayArrives");
        scenario.recordEvidence(review.reference(), review.made().leadReviewer());

        leaves(review.made().leadReviewer());
        scenario.presentFeedback(review.reference(), review.made().peerReviewer());

        assertThat(people.tasksOf(review, review.made().leadReviewer())).isEmpty();
        assertThat(scenario.open(
                        review.reference(), "WriteReport", review.made().peerReviewer()))
                .isNotNull();
    }

    private void leaves(String person) {
        register.change(register.find(person).orElseThrow().leaving(LocalDate.of(2026, 9, 30)));
    }
}
