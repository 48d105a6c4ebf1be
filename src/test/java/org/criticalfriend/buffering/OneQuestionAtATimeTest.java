package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is asked to be a stand-in may be needed on the team before they have answered: then that is the question, and the only one. */
@ApplicationTest
class OneQuestionAtATimeTest {

    @Autowired
    Buffered people;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    SeatsAreLookedAfter lookedAfter;

    @Autowired
    BufferingRecord record;

    @Autowired
    RunningReviews running;

    @Test
    void whoeverIsAskedToBeTheReserveIsAskedToComeInsteadAndSomebodyElseToBeTheReserve() {
        Review review = people.started();
        people.cannotCome(review, review.reserve());
        String asked = people.asked(review).get(0);

        record.wish(
                running.of(review.reference()).id(),
                asked,
                Optional.of(Wish.PREFERRED),
                review.made().lead());
        people.cannotCome(review, review.made().peerReviewer());

        assertThat(duty(review, asked)).containsExactly("peer reviewer");
        assertThat(people.asked(review)).hasSize(2).doesNotHaveDuplicates();
        people.answer(review, asked, true);
        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(asked);
        List<String> others = people.asked(review);
        assertThat(others).hasSize(1).doesNotContain(asked);
        people.answer(review, others.get(0), true);
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).contains(others.get(0));
        assertThat(people.told(review, "stand-in-not-needed"))
                .as("nobody is told that they are not needed who is")
                .isEmpty();
        allIsWell(review);
    }

    @Test
    void whoeverIsAskedToBeTheReserveAndAgreesOnThePhoneToComeHasNoQuestionLeft() {
        Review review = people.planned();
        people.cannotCome(review, review.made().peerReviewer());
        people.everybodySaysNo(review);
        String somebody = review.made().head('e');
        decide(review, "reserve reviewer", "ASK", somebody);
        assertThat(people.asked(review)).containsExactly(somebody);

        decide(review, "peer reviewer", "AGREED", somebody);

        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(somebody);
        assertThat(people.asked(review)).doesNotContain(somebody);
        assertThat(people.searches(review)).as("there is no reserve yet").isEqualTo(1);
        allIsWell(review);
    }

    private List<Object> duty(Review review, String person) {
        return people.tasksAt(review, "AnswerRequest").stream()
                .filter(task -> person.equals(task.getAssignee()))
                .map(task -> scenario.form(task).get("duty"))
                .toList();
    }

    private void decide(Review review, String duty, String decision, String person) {
        Optional<Task> task = people.tasksAt(review, "ChooseStandIn").stream()
                .filter(open -> duty.equals(scenario.form(open).get("duty")))
                .findFirst();
        scenario.handIn(task.orElseThrow(), Map.of("standInDecision", decision, "person", person));
    }

    private void allIsWell(Review review) {
        assertThat(lookedAfter.faults(review.made().id())).isEmpty();
        assertThat(lookedAfter.mailsToWhoeverLeft(review.made().id())).isEmpty();
    }
}
