package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.MoveDates;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reserve and spare hold the date from the start until the morning of the day (P12). */
@ApplicationTest
class StandInsOfReviewTest {

    private static final String STAND_INS = "stand-ins";

    @Autowired
    Buffered people;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    MoveDates move;

    @Autowired
    DayClaims claims;

    @Autowired
    RuntimeService instances;

    @Test
    void theyAreAskedOnceTenSchoolDaysBeforeWhetherTheyKeepTheDate() {
        Review review = people.started();
        assertThat(timers.dueAt(STAND_INS, review.reference(), "StandInsAreAsked"))
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 9, 24), LocalTime.of(8, 0)));

        timers.fire(STAND_INS, review.reference(), "StandInsAreAsked");

        List<Task> asked = people.tasksAt(review, "ConfirmDate");
        assertThat(asked).extracting(Task::getAssignee).containsExactlyInAnyOrder(review.reserve(), review.spare());
        asked.forEach(task -> scenario.handIn(task, Map.of("answer", "YES")));
        assertThat(people.tasksAt(review, "ConfirmDate")).isEmpty();
        assertThat(people.searches(review)).isZero();
    }

    @Test
    void aStandInWhoCannotKeepTheDateIsReplacedAtOnce() {
        Review review = people.started();
        timers.fire(STAND_INS, review.reference(), "StandInsAreAsked");

        scenario.handIn(review.reference(), "ConfirmDate", review.reserve(), form -> Map.of("answer", "NO"));

        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).isEmpty();
        List<String> asked = people.asked(review);
        assertThat(asked).hasSize(1).doesNotContain(review.reserve());
        people.answer(review, asked.get(0), true);
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).contains(asked.get(0));
    }

    @Test
    void theReserveIsReleasedOnTheMorningOfTheVisitAndTheSpareOnThatOfTheWorkshop() {
        Review review = people.started();
        timers.fire(STAND_INS, review.reference(), "StandInsAreAsked");
        people.tasksAt(review, "ConfirmDate").forEach(task -> scenario.handIn(task, Map.of("answer", "YES")));
        assertThat(days(review.reserve())).containsExactly(TestPartnership.VISIT);

        timers.fire(STAND_INS, review.reference(), "VisitMorningComes");

        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).isEmpty();
        assertThat(days(review.reserve())).as("the day is free again").isEmpty();
        assertThat(people.told(review, "stand-in-released")).containsExactly(review.reserve());
        assertThat(people.on(review, Duty.SPARE_IMPROVEMENT_CHAMPION)).contains(review.spare());

        timers.fire(STAND_INS, review.reference(), "WorkshopMorningComes");

        assertThat(people.on(review, Duty.SPARE_IMPROVEMENT_CHAMPION)).isEmpty();
        assertThat(days(review.spare())).isEmpty();
        assertThat(people.told(review, "stand-in-released"))
                .containsExactlyInAnyOrder(review.reserve(), review.spare());
        assertThat(people.searches(review)).as("nobody is looked for").isZero();
        assertThat(processes(review)).isZero();
    }

    @Test
    void whoDoesNotAnswerKeepsTheSeatUntilTheMorningOfTheVisit() {
        Review review = people.started();
        timers.fire(STAND_INS, review.reference(), "StandInsAreAsked");

        timers.fire(STAND_INS, review.reference(), "StandInsAnswerNoMore");

        assertThat(people.tasksAt(review, "ConfirmDate")).isEmpty();
        assertThat(people.told(review, "stand-in-released")).containsExactly(review.reserve());
    }

    @Test
    void aVisitThatMovesTakesTheirDatesAlong() {
        Review review = people.started();

        move.visit(review.reference(), TestPartnership.VISIT.plusWeeks(1));

        assertThat(timers.dueAt(STAND_INS, review.reference(), "StandInsAreAsked"))
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 10, 1), LocalTime.of(8, 0)));
        assertThat(days(review.reserve())).containsExactly(TestPartnership.VISIT.plusWeeks(1));
    }

    @Test
    void aReviewThatIsCancelledNeedsNobodyAnyMore() {
        Review review = people.started();
        people.cannotCome(review, review.made().peerReviewer());
        timers.fire(review.reference(), "PlanningGate");
        List<String> asked = people.asked(review);

        scenario.decideOnVisit(review.reference(), review.made().lead(), "CANCEL");
        timers.runWaiting(review.reference());

        assertThat(people.searches(review)).isZero();
        assertThat(processes(review)).isZero();
        assertThat(people.asked(review)).isEmpty();
        assertThat(people.told(review, "stand-in-not-needed")).containsExactlyElementsOf(asked);
        assertThat(days(review.reserve())).isEmpty();
    }

    private List<LocalDate> days(String person) {
        return claims.claimsOf(person, LocalDate.of(2026, 9, 1), LocalDate.of(2027, 7, 31)).stream()
                .map(claim -> claim.heldOn())
                .toList();
    }

    private long processes(Review review) {
        return instances
                .createProcessInstanceQuery()
                .processDefinitionKey(STAND_INS)
                .processInstanceBusinessKey(review.reference())
                .count();
    }
}
