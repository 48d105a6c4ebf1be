package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AlreadyTaken;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.MoveDates.NewVisit;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.DatesOfReview;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class MovingDatesTest {

    /** Thursday in a quiet week; the other model's timers hang on the same review. */
    private static final LocalDate VISIT = TestPartnership.VISIT;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    MoveDates move;

    @Autowired
    Appointments appointments;

    @Autowired
    StartReview start;

    @Autowired
    Reviews reviews;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    JdbcClient database;

    @Autowired
    DayClaims claims;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    DatesOfReview dates;

    @Autowired
    Timers timers;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Autowired
    TaskService tasks;

    private Deployment deployment;
    private Made made;
    private String reference;

    @BeforeEach
    void planReview() {
        deployment = MovingModel.deploy(repository);
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, VISIT);
    }

    @AfterEach
    void takeBack() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void withALaterVisitMeetingsDueDatesTimersCardsAndKeptDaysAreLater() {
        instances.startProcessInstanceByKey(MovingModel.PROCESS, reference);

        move.visit(reference, LocalDate.of(2026, 11, 5));

        assertThat(appointments.of(reference))
                .extracting(Appointment::kind, Appointment::first)
                .containsExactly(
                        tuple(AppointmentKind.PLANNING_MEETING, day("2026-10-15")),
                        tuple(AppointmentKind.VISIT, day("2026-11-05")),
                        tuple(AppointmentKind.WORKSHOP, day("2026-11-12")),
                        tuple(AppointmentKind.FOLLOW_UP, day("2027-01-04")));
        assertThat(dates.due(reference, made.id()))
                .containsEntry("HoldPlanningMeeting bhead", at("2026-10-16", 12))
                .containsEntry("OnAStep bhead", at("2026-10-21", 17))
                .containsEntry("InEveryInstance cdeputy", at("2026-11-05", 15));
        assertThat(dates.timers(reference))
                .containsEntry("StepIsLate 1", Instant.parse(at("2026-10-20", 18)))
                .containsEntry("InstanceIsLate 2", Instant.parse(at("2026-11-02", 17)))
                .containsEntry("BodyIsLate 1", Instant.parse(at("2026-11-06", 12)))
                .containsEntry("OnTheWay 1", Instant.parse(at("2027-01-04", 8)));
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskVariableValueEquals("visitDate", "Thu 5 Nov 2026")
                        .count())
                .isEqualTo(6);
        assertThat(daysOf(made.leadReviewer())).containsExactlyInAnyOrder(day("2026-10-15"), day("2026-11-05"));
        assertThat(daysOf(made.champion())).containsExactlyInAnyOrder(day("2026-11-12"), day("2027-01-04"));
    }

    @Test
    void aDueDateThatIsMovedIntoThePastBecomesTwoSchoolDaysAhead() {
        scenario.holdPlanningMeeting(made, reference);
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 23), LocalTime.of(9, 0)));

        move.visit(reference, LocalDate.of(2026, 9, 30));

        assertThat(dates.due(reference, made.id())).containsEntry("PrepareQuestions bhead", at("2026-09-25", 17));
    }

    @Test
    void theLimitOfALateStepHoldsWhereItIsStillAhead() {
        scenario.holdPlanningMeeting(made, reference);
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 23), LocalTime.of(9, 0)));

        move.visit(reference, LocalDate.of(2026, 9, 29));

        assertThat(dates.due(reference, made.id())).containsEntry("PrepareQuestions bhead", at("2026-09-24", 17));
    }

    @Test
    void aDueDateThatTheMoveDoesNotTouchStaysAsItWasAlsoIfItHasPassed() {
        scenario.walkToFeedback(made, reference);
        scenario.runImprovementWorkshop(made, reference);
        String due = dates.due(reference, made.id()).get("AgreeActionPlan ahead");
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 11, 3), LocalTime.of(9, 0)));

        move.meeting(reference, AppointmentKind.FOLLOW_UP, LocalDate.of(2026, 12, 8));

        assertThat(due).isEqualTo(at("2026-10-22", 17));
        assertThat(dates.due(reference, made.id())).containsEntry("AgreeActionPlan ahead", due);
    }

    @Test
    void aTimerThatHasFiredIsArmedOnceMoreIfItsNewDateIsAhead() {
        instances.startProcessInstanceByKey(MovingModel.PROCESS, reference);
        fire("StepIsLate");
        assertThat(dates.timers(reference)).doesNotContainKey("StepIsLate 1");

        move.visit(reference, LocalDate.of(2026, 10, 15));
        assertThat(dates.timers(reference)).containsEntry("StepIsLate 1", Instant.parse(at("2026-10-06", 18)));

        move.visit(reference, LocalDate.of(2026, 10, 22));
        assertThat(dates.timers(reference))
                .containsEntry("StepIsLate 1", Instant.parse(at("2026-10-13", 18)))
                .doesNotContainKey("StepIsLate 2");
    }

    @Test
    void aTimerThatHasFiredDoesNotFireAgainForADateThatHasPassed() {
        instances.startProcessInstanceByKey(MovingModel.PROCESS, reference);
        fire("StepIsLate");

        move.visit(reference, LocalDate.of(2026, 10, 5));

        assertThat(dates.timers(reference)).doesNotContainKey("StepIsLate 1");
    }

    @Test
    void insideMultiInstanceOnlyTheInstanceWhoseTimerHasFiredIsArmedAgain() {
        instances.startProcessInstanceByKey(MovingModel.PROCESS, reference);
        Instant due = dates.timers(reference).get("InstanceIsLate 1");
        clock.moveTo(due);
        jobs.executeJob(jobs.createJobQuery()
                .activityId("InstanceIsLate")
                .processInstanceId(instanceOf(MovingModel.PROCESS))
                .list()
                .get(0)
                .getId());

        move.visit(reference, LocalDate.of(2026, 10, 15));

        assertThat(dates.timers(reference))
                .containsEntry("InstanceIsLate 1", Instant.parse(at("2026-10-12", 17)))
                .containsEntry("InstanceIsLate 2", Instant.parse(at("2026-10-12", 17)))
                .doesNotContainKey("InstanceIsLate 3");
    }

    @Test
    void datesThatAProcessOwnerHasWrittenIntoTheModelStayTheirs() {
        instances.startProcessInstanceByKey(MovingModel.PROCESS, reference);
        Map<String, Instant> before = dates.timers(reference);

        move.visit(reference, LocalDate.of(2026, 11, 5));

        assertThat(dates.timers(reference))
                .containsEntry("OwnersOwnDate 1", before.get("OwnersOwnDate 1"))
                .containsEntry("ThreeDaysOn 1", before.get("ThreeDaysOn 1"));
    }

    @Test
    void aTimerWhoseNewDateHasPassedFiresAtOnce() {
        scenario.walkToVisit(made, reference);
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 10, 8), LocalTime.of(7, 0)));
        instances.startProcessInstanceByKey(MovingModel.PROCESS, reference);

        move.visit(reference, LocalDate.of(2026, 10, 9));

        assertThat(dates.timers(reference).get("StepIsLate 1")).isBefore(clock.instant());
    }

    @Test
    void aPausedReviewHasNoDatesAndGoesOnWithNewOnes() {
        instances.startProcessInstanceByKey(MovingModel.PROCESS, reference);
        fire("StepIsLate");

        move.pause(reference);

        assertThat(dates.due(reference, made.id()).values()).containsOnly("none", "2027-01-08T12:00:00Z");
        Map<String, Instant> far = dates.timers(reference);
        far.keySet().removeIf(timer -> timer.startsWith("OwnersOwnDate") || timer.startsWith("ThreeDaysOn"));
        assertThat(far.values()).allMatch(at -> at.isAfter(Instant.parse("2900-01-01T00:00:00Z")));
        assertThat(far).doesNotContainKey("StepIsLate 1");
        assertThat(daysOf(made.peerReviewer())).isEmpty();
        assertThat(appointments.of(reference)).isEmpty();

        move.resume(reference, new NewVisit(day("2026-11-05"), day("2026-11-05"), Map.of()));

        assertThat(dates.due(reference, made.id()))
                .containsEntry("HoldPlanningMeeting bhead", at("2026-10-16", 12))
                .containsEntry("InEveryInstance cdeputy", at("2026-11-05", 15));
        assertThat(dates.timers(reference))
                .containsEntry("StepIsLate 1", Instant.parse(at("2026-10-20", 18)))
                .containsEntry("BodyIsLate 1", Instant.parse(at("2026-11-06", 12)));
        assertThat(daysOf(made.peerReviewer())).containsExactly(day("2026-11-05"));
    }

    @Test
    void peopleWorkOnInAPausedReviewAndWhatOpensMeanwhileIsDatedWhenItGoesOn() {
        move.pause(reference);

        scenario.holdPlanningMeeting(made, reference);
        assertThat(dates.due(reference, made.id())).containsEntry("PrepareQuestions bhead", "none");
        scenario.prepareQuestions(made, reference);
        assertThat(dates.timers(reference).get("VisitDayArrives 1")).isAfter(Instant.parse("2900-01-01T00:00:00Z"));

        move.resume(reference, new NewVisit(day("2026-10-15"), day("2026-10-15"), Map.of()));
        assertThat(dates.timers(reference)).containsEntry("VisitDayArrives 1", Instant.parse(at("2026-10-15", 8)));
    }

    @Test
    void aReviewThatIsPausedAfterItsFeedbackGoesOnWhereItStood() {
        scenario.walkToFeedback(made, reference);
        Map<String, String> due = dates.due(reference, made.id());
        Map<String, Instant> firing = dates.timers(reference);
        move.pause(reference);
        assertThat(dates.due(reference, made.id())).containsOnly(Map.entry("WriteReport bhead", "none"));
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 10, 14), LocalTime.of(9, 0)));

        move.resume(reference);

        assertThat(dates.due(reference, made.id())).isEqualTo(due);
        assertThat(dates.timers(reference)).isEqualTo(firing);
        assertThat(daysOf(made.champion())).containsExactlyInAnyOrder(day("2026-10-15"), day("2026-12-03"));
    }

    @Test
    void aReviewThatIsPausedBeforeItsPlanningMeetingHoldsItSoonWhenItGoesOn() {
        move.pause(reference);
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 25), LocalTime.of(9, 0)));

        move.resume(reference);

        assertThat(reviews.of(reference).days().planningMeetingOn()).isEqualTo(day("2026-09-29"));
        assertThat(reviews.of(reference).visitFirst()).isEqualTo(VISIT);
        assertThat(dates.due(reference, made.id())).containsEntry("HoldPlanningMeeting bhead", at("2026-09-30", 12));
    }

    @Test
    void aVisitThatIsMovedToTheNextSchoolDayHasItsPlanningMeetingBeforeIt() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 28), LocalTime.of(7, 0)));

        move.visit(reference, LocalDate.of(2026, 9, 29));
        assertThat(reviews.of(reference).days().planningMeetingOn()).isEqualTo(day("2026-09-28"));

        move.visit(reference, LocalDate.of(2026, 9, 28));
        assertThat(reviews.of(reference).days().planningMeetingOn()).isEqualTo(day("2026-09-28"));
    }

    @Test
    void aVisitWhoseLastDayIsClosedByNowKeepsItsLength() {
        move.visits(Map.of(reference, new NewVisit(day("2026-10-15"), day("2026-10-16"), Map.of())));
        calendars.enterInsetDays(made.school('a'), List.of(day("2026-10-16")));

        move.visit(reference, LocalDate.of(2026, 10, 19));

        assertThat(reviews.of(reference).visitLast()).isEqualTo(day("2026-10-20"));
    }

    @Test
    void aTimerThatANodeHasFetchedAlreadyDoesNotFireOnItsOldDate() {
        instances.startProcessInstanceByKey(MovingModel.PROCESS, reference);
        String fetched = jobs.createJobQuery()
                .activityId("StepIsLate")
                .processInstanceId(instanceOf(MovingModel.PROCESS))
                .singleResult()
                .getId();
        database.sql("update act_ru_job set lock_owner_ = 'node', lock_exp_time_ = ? where id_ = ?")
                .params(Timestamp.from(clock.instant().plusSeconds(300)), fetched)
                .update();

        move.visit(reference, LocalDate.of(2026, 11, 5));

        assertThat(jobs.createJobQuery().jobId(fetched).count()).isZero();
        assertThat(dates.timers(reference))
                .containsEntry("StepIsLate 1", Instant.parse(at("2026-10-20", 18)))
                .doesNotContainKey("StepIsLate 2");
    }

    @Test
    void aDueDateThatAProcessOwnerHasWrittenIntoTheModelStaysTheirs() {
        instances.startProcessInstanceByKey(MovingModel.PROCESS, reference);
        String due = dates.due(reference, made.id()).get("WithADateOfItsOwn bhead");
        assertThat(due).isEqualTo("2027-01-08T12:00:00Z");

        move.visit(reference, LocalDate.of(2026, 11, 5));

        assertThat(dates.due(reference, made.id())).containsEntry("WithADateOfItsOwn bhead", due);
    }

    @Test
    void aReviewThatIsFollowedUpIsNotPaused() {
        scenario.walkToFeedback(made, reference);
        scenario.agreeActionPlan(made, reference);
        timers.fire(reference, "FollowUpDayArrives");
        scenario.holdFollowUpMeeting(made, reference);

        refused(() -> move.pause(reference), "has been followed up");
    }

    @Test
    void twoReviewsExchangeTheirDaysAtOnce() {
        String other = reviewAt('b', LocalDate.of(2026, 10, 15));

        move.visits(Map.of(
                reference, new NewVisit(day("2026-10-15"), day("2026-10-15"), Map.of()),
                other, new NewVisit(VISIT, VISIT, Map.of())));

        assertThat(reviews.of(reference).visitFirst()).isEqualTo(day("2026-10-15"));
        assertThat(reviews.of(other).visitFirst()).isEqualTo(VISIT);
        assertThat(dates.due(reference, made.id())).containsEntry("HoldPlanningMeeting bhead", at("2026-10-02", 12));
        assertThat(dates.due(other, made.id())).containsEntry("HoldPlanningMeeting ahead", at("2026-09-25", 12));
    }

    @Test
    void ifOneOfSeveralCannotMoveNoneDoes() {
        String other = reviewAt('b', LocalDate.of(2026, 10, 15));
        Map<String, String> due = dates.due(reference, made.id());

        assertThatThrownBy(() -> move.visits(Map.of(
                        reference, new NewVisit(day("2026-10-22"), day("2026-10-22"), Map.of()),
                        other, new NewVisit(day("2026-10-28"), day("2026-10-28"), Map.of()))))
                .isInstanceOf(DatesRefused.class)
                .hasMessage(
                        other
                                + ": The host school has no pupils in school on Wednesday 28 October 2026, so it cannot be visited then.");

        assertThat(reviews.of(reference).visitFirst()).isEqualTo(VISIT);
        assertThat(dates.due(reference, made.id())).isEqualTo(due);
        assertThat(daysOf(made.peerReviewer())).contains(VISIT).doesNotContain(day("2026-10-22"));
    }

    @Test
    void aDayOnWhichSomebodyHasAnotherDutyIsRefusedInWordsAndNothingChanges() {
        reviewAt('b', LocalDate.of(2026, 10, 15));
        Map<String, String> due = dates.due(reference, made.id());

        assertThatThrownBy(() -> move.visit(reference, LocalDate.of(2026, 10, 15)))
                .isInstanceOf(AlreadyTaken.class)
                .hasMessageContaining("Thursday 15 October 2026");

        assertThat(reviews.of(reference).visitFirst()).isEqualTo(VISIT);
        assertThat(dates.due(reference, made.id())).isEqualTo(due);
        assertThat(daysOf(made.leadReviewer())).contains(VISIT);
    }

    @Test
    void aMeetingMovesInsideItsWindowAndWithItTheTypingUp() {
        move.insideWindow(reference, AppointmentKind.PLANNING_MEETING, day("2026-09-28"));

        assertThat(dates.due(reference, made.id())).containsEntry("HoldPlanningMeeting bhead", at("2026-09-29", 12));
        assertThat(daysOf(made.leadReviewer())).containsExactlyInAnyOrder(day("2026-09-28"), VISIT);
    }

    @Test
    void aMeetingThatIsHeldEarlyGivesItsDayBack() {
        scenario.holdPlanningMeeting(made, reference);

        assertThat(reviews.of(reference).days().planningMeetingOn()).isEqualTo(day("2026-09-14"));
        assertThat(daysOf(made.leadReviewer())).containsExactly(VISIT);
    }

    @Test
    void outsideItsWindowAMeetingTakesAChangeOfPlan() {
        assertThatThrownBy(() -> move.insideWindow(reference, AppointmentKind.PLANNING_MEETING, day("2026-09-30")))
                .isInstanceOf(DatesRefused.class)
                .hasMessage(
                        "Wednesday 30 September 2026 lies outside the window of this meeting, Thursday 17 September 2026"
                                + " to Tuesday 29 September 2026. Moving it there takes a change of plan.");

        move.meeting(reference, AppointmentKind.PLANNING_MEETING, day("2026-09-30"));

        assertThat(dates.due(reference, made.id())).containsEntry("HoldPlanningMeeting bhead", at("2026-10-01", 12));
    }

    @Test
    void datesOnWhichAReviewCannotBeHeldAreRefusedInWords() {
        refused(() -> move.visit(reference, day("2026-09-11")), "has passed");
        refused(() -> move.visit(reference, day("2026-10-10")), "no pupils in school on Saturday 10 October 2026");
        refused(
                () -> move.visits(Map.of(reference, new NewVisit(day("2026-10-06"), day("2026-10-09"), Map.of()))),
                "2 school days at most");
        refused(
                () -> move.visits(Map.of(reference, new NewVisit(day("2026-10-06"), day("2026-10-05"), Map.of()))),
                "before it begins");
        refused(
                () -> move.meeting(reference, AppointmentKind.PLANNING_MEETING, day("2026-10-12")),
                "the planning meeting comes before it");
        refused(
                () -> move.meeting(reference, AppointmentKind.FOLLOW_UP, day("2026-10-28")),
                "The next school day is Monday 2 November 2026");
        scenario.walkToFeedback(made, reference);
        refused(() -> move.visit(reference, day("2026-12-03")), "The visit has taken place");
    }

    @Test
    void aVisitOfSeveralDaysKeepsItsLengthInSchoolDays() {
        move.visits(Map.of(reference, new NewVisit(day("2026-10-15"), day("2026-10-16"), Map.of())));

        move.visit(reference, LocalDate.of(2026, 10, 23));

        assertThat(reviews.of(reference).visitLast()).isEqualTo(day("2026-11-02"));
        assertThat(daysOf(made.peerReviewer())).containsExactlyInAnyOrder(day("2026-10-23"), day("2026-11-02"));
    }

    private static void refused(Runnable moving, String words) {
        assertThatThrownBy(moving::run).isInstanceOf(DatesRefused.class).hasMessageContaining(words);
    }

    /** A review at another school, by the same people as far as they may. */
    private String reviewAt(char host, LocalDate visit) {
        return start.as(new PlannedReview(
                made.id(),
                made.school(host),
                "Another focus",
                visit,
                visit,
                Map.of(
                        AppointmentKind.PLANNING_MEETING, day("2026-09-30"),
                        AppointmentKind.WORKSHOP, day("2026-10-23"),
                        AppointmentKind.FOLLOW_UP, day("2026-12-11")),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.head('a')),
                        Duty.PEER_REVIEWER, List.of(made.peerReviewer()),
                        Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('d')))));
    }

    private void fire(String event) {
        Instant due = dates.timers(reference).get(event + " 1");
        clock.moveTo(due);
        jobs.executeJob(jobs.createJobQuery()
                .activityId(event)
                .processInstanceId(instanceOf(MovingModel.PROCESS))
                .singleResult()
                .getId());
    }

    private String instanceOf(String process) {
        return instances
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(reference)
                .singleResult()
                .getId();
    }

    private Set<LocalDate> daysOf(String person) {
        return claims.claimsOf(person, LocalDate.of(2026, 8, 1), LocalDate.of(2028, 7, 31)).stream()
                .map(claim -> claim.heldOn())
                .collect(Collectors.toSet());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static String at(String day, int hour) {
        return SchoolTime.at(LocalDate.parse(day), LocalTime.of(hour, 0)).toString();
    }
}
