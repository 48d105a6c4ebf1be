package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.MoveDates;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.StartReview;
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
    StartReview start;

    @Autowired
    RuntimeService instances;

    @Autowired
    MovableClock clock;

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
    void aSpareChampionIsReleasedAtOnceIfTheWorkshopIsHeldBeforeItsDay() {
        Review review = people.planned();
        timers.fire(STAND_INS, review.reference(), "StandInsAreAsked");
        people.tasksAt(review, "ConfirmDate").forEach(task -> scenario.handIn(task, Map.of("answer", "YES")));
        timers.fire(STAND_INS, review.reference(), "VisitMorningComes");
        scenario.walkToFeedbackFromIssued(review.made(), review.reference());
        timers.fire(review.reference(), "WorkshopDayArrives");
        move.meeting(review.reference(), AppointmentKind.WORKSHOP, LocalDate.of(2026, 10, 19));

        scenario.runImprovementWorkshop(review.made(), review.reference());
        timers.fire(STAND_INS, review.reference(), "WorkshopMorningComes");

        assertThat(people.on(review, Duty.SPARE_IMPROVEMENT_CHAMPION)).isEmpty();
        assertThat(processes(review)).isZero();
        assertThat(SchoolTime.today(clock)).isBefore(LocalDate.of(2026, 10, 19));
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

    @Test
    void aReserveWhoIsBeingAskedThatMorningIsNotToldThatTheyAreNotNeeded() {
        Review review = people.planned();
        timers.fire(STAND_INS, review.reference(), "StandInsAreAsked");
        people.at(TestPartnership.VISIT.minusDays(1), 20, 30);
        people.cannotCome(review, review.made().peerReviewer());
        assertThat(people.answerBy(review)).containsOnly(SchoolTime.at(TestPartnership.VISIT, LocalTime.of(8, 30)));

        timers.fire(STAND_INS, review.reference(), "StandInsAnswerNoMore");

        assertThat(people.told(review, "stand-in-released")).isEmpty();
        assertThat(days(review.reserve())).containsExactly(TestPartnership.VISIT);
        people.answer(review, review.reserve(), true);
        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
        assertThat(days(review.reserve())).containsExactly(TestPartnership.VISIT);
    }

    @Test
    void aVisitThatIsPutOffOnItsMorningHasItsReserveAgainUntilTheMorningOfTheNewDay() {
        Review review = people.planned();
        timers.fire(STAND_INS, review.reference(), "StandInsAreAsked");
        timers.fire(STAND_INS, review.reference(), "StandInsAnswerNoMore");
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).isEmpty();
        LocalDate later = TestPartnership.VISIT.plusWeeks(1);

        move.visit(review.reference(), later);

        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).contains(review.reserve());
        assertThat(days(review.reserve())).containsExactly(later);
        assertThat(processes(review)).isEqualTo(1);
        assertThat(timers.dueAt(STAND_INS, review.reference(), "VisitMorningComes"))
                .isEqualTo(SchoolTime.at(later, LocalTime.of(8, 0)));
        timers.fire(STAND_INS, review.reference(), "VisitMorningComes");
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).isEmpty();
        assertThat(people.on(review, Duty.SPARE_IMPROVEMENT_CHAMPION)).contains(review.spare());
    }

    @Test
    void aReserveWhoCannotComeOnTheNewDayIsReplaced() {
        Review review = people.planned();
        timers.fire(STAND_INS, review.reference(), "StandInsAreAsked");
        timers.fire(STAND_INS, review.reference(), "StandInsAnswerNoMore");
        LocalDate later = TestPartnership.VISIT.plusWeeks(1);
        takenElsewhere(review, later);

        move.visit(review.reference(), later);

        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).isEmpty();
        assertThat(people.asked(review)).hasSize(1).doesNotContain(review.reserve());
    }

    /** On the team of another school's review on that day. */
    private void takenElsewhere(Review review, LocalDate day) {
        start.as(new PlannedReview(
                review.made().id(),
                review.made().school('e'),
                "Another focus",
                day,
                day,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(review.made().head('f')),
                        Duty.PEER_REVIEWER, List.of(review.reserve()),
                        Duty.IMPROVEMENT_CHAMPION, List.of(review.made().teacher('f')),
                        Duty.RESERVE_REVIEWER, List.of(review.made().deputy('h')),
                        Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(review.made().teacher('h')))));
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
