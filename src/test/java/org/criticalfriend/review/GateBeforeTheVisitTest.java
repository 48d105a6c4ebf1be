package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.ColumnsThatHold;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody holds the planning meeting: eight school days before the visit it is late, six before it somebody decides (G6). */
@ApplicationTest
class GateBeforeTheVisitTest {

    private static final String REASON = "Wagtail: the head is new in post and asked for time";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Autowired
    Reviews reviews;

    @Autowired
    PlanningRecord planning;

    @Autowired
    Appointments appointments;

    @Autowired
    StartReview start;

    @Autowired
    Seats seats;

    @Autowired
    DayClaims claims;

    @Autowired
    TaskService tasks;

    @Autowired
    DataSource database;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsPlanned() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void eightSchoolDaysBeforeTheVisitItIsNotedThatTheMeetingIsLate() {
        assertThat(SchoolTime.dateOf(timers.dueAt(reference, "PlanningMeetingLate")))
                .isEqualTo(LocalDate.of(2026, 9, 28));

        timers.fire(reference, "PlanningMeetingLate");

        assertThat(reviews.latenessOf(review())).extracting(Lateness::what).containsExactly("PlanningMeetingLate");
        assertThat(openSteps()).contains("HoldPlanningMeeting").doesNotContain("DecideOnVisit");
    }

    @Test
    void sixSchoolDaysBeforeTheVisitThePartnershipLeadIsToDecide() {
        assertThat(SchoolTime.dateOf(timers.dueAt(reference, "PlanningGate"))).isEqualTo(LocalDate.of(2026, 9, 30));

        reachTheGate();

        Task decision = scenario.open(reference, "DecideOnVisit", made.lead());
        assertThat(decision).isNotNull();
        assertThat(decision.getDueDate()).isNotNull();
        assertThat(openSteps()).contains("HoldPlanningMeeting");
    }

    @Test
    void ofTheLeadsOwnSchoolTheDeputyDecides() {
        String ofTheLead = startReviewAtTheLeadsSchool(LocalDate.of(2026, 10, 15));

        timers.fire(ofTheLead, "PlanningGate");

        assertThat(scenario.open(ofTheLead, "DecideOnVisit", made.deputyLead())).isNotNull();
        assertThat(scenario.open(ofTheLead, "DecideOnVisit", made.lead())).isNull();
    }

    @Test
    void aVisitThatGoesAheadKeepsItsDayAndThePlanningMeetingIsHeldAfterAll() {
        reachTheGate();

        scenario.decideOnVisit(reference, made.lead(), "GO_AHEAD");

        assertThat(review().visitFirst()).isEqualTo(TestPartnership.VISIT);
        assertThat(openSteps()).contains("HoldPlanningMeeting").doesNotContain("DecideOnVisit");
        scenario.walkToVisit(made, reference);
        assertThat(openSteps()).contains("RecordEvidence", "PresentFeedback");
    }

    @Test
    void aDecisionNeedsAReasonAndAPostponedVisitADay() {
        reachTheGate();
        Rest lead = new Rest(port, made.lead());
        String task = lead.task(reference, "DecideOnVisit", made.lead());

        assertThat(lead.complete(task, Map.of("visitDecision", "GO_AHEAD")).message())
                .isEqualTo("Reason: please fill this in.");
        assertThat(lead.complete(task, Map.of("visitDecision", "POSTPONE", "reason", REASON))
                        .message())
                .isEqualTo("New first visit day: please fill this in.");
        assertThat(planning.decisionsOn(review())).isEmpty();
    }

    @Test
    void aPostponedVisitMovesWithEverythingThatHangsOnIt() {
        reachTheGate();

        postpone("2026-11-05", 204);

        assertThat(review().visitFirst()).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(appointments.of(reference))
                .filteredOn(appointment -> appointment.kind() == AppointmentKind.PLANNING_MEETING)
                .singleElement()
                .satisfies(meeting -> assertThat(meeting.first()).isEqualTo(LocalDate.of(2026, 10, 15)));
        assertThat(SchoolTime.dateOf(timers.dueAt(reference, "PlanningGate"))).isEqualTo(LocalDate.of(2026, 10, 21));
        assertThat(openSteps()).contains("HoldPlanningMeeting").doesNotContain("DecideOnVisit");
        assertThat(planning.decisionsOn(review())).singleElement().satisfies(decision -> {
            assertThat(decision.decision()).isEqualTo(VisitDecision.Kind.POSTPONE);
            assertThat(decision.newVisit()).isEqualTo(LocalDate.of(2026, 11, 5));
            assertThat(decision.decidedBy()).isEqualTo(made.lead());
        });
    }

    @Test
    void aPostponedVisitThatNobodyPlansComesToTheGateOnceMore() {
        reachTheGate();
        postpone("2026-11-05", 204);

        timers.fire(reference, "PlanningGate");

        assertThat(scenario.open(reference, "DecideOnVisit", made.lead())).isNotNull();
    }

    @Test
    void aDayOnWhichItCannotBeIsRefusedInWordsAndNothingIsKept() {
        startReviewAtTheLeadsSchool(LocalDate.of(2026, 11, 5));
        reachTheGate();
        Instant gate = timers.dueAt(reference, "PlanningMeetingLate");

        assertThat(postpone("2026-10-31", 400))
                .startsWith("New first visit day: The host school has no pupils in school on Saturday 31 October 2026");
        assertThat(postpone("2026-10-08", 400))
                .isEqualTo("New first visit day: please choose a day after the one that the visit has now.");
        assertThat(postpone("2026-11-05", 400))
                .startsWith("New first visit day: ")
                .contains("%s holds another duty on Thursday 5 November 2026."
                        .formatted(TestPartnership.nameOf(made.leadReviewer())));

        assertThat(review().visitFirst()).isEqualTo(TestPartnership.VISIT);
        assertThat(planning.decisionsOn(review())).isEmpty();
        assertThat(timers.dueAt(reference, "PlanningMeetingLate")).isEqualTo(gate);
        assertThat(scenario.open(reference, "DecideOnVisit", made.lead())).isNotNull();
    }

    @Test
    void aCancelledReviewEndsAndNobodysDaysAreBlocked() {
        reachTheGate();
        Set<String> team = occupants();
        assertThat(team).hasSize(5);
        assertThat(claims.freePeople(team, everyDayOfIt())).isNotEqualTo(team);

        scenario.decideOnVisit(reference, made.lead(), "CANCEL");

        assertThat(timers.endOf(reference)).isEqualTo("ReviewCancelled");
        assertThat(openSteps()).isEmpty();
        assertThat(review().isCancelled()).isTrue();
        assertThat(occupants()).isEmpty();
        assertThat(claims.freePeople(team, everyDayOfIt())).isEqualTo(team);
        assertThat(planning.decisionsOn(review()))
                .extracting(VisitDecision::decision)
                .containsExactly(VisitDecision.Kind.CANCEL);
    }

    @Test
    void toReleaseATeamTwiceChangesNothing() {
        reachTheGate();
        assertThat(seats.occupants(review().id())).hasSize(5);

        scenario.decideOnVisit(reference, made.lead(), "CANCEL");
        timers.runWaiting(reference);

        assertThat(seats.occupants(review().id())).isEmpty();
        assertThat(seats.releaseTeam(review().id())).isEmpty();
    }

    @Test
    void ifTheMeetingIsHeldMeanwhileTheDecisionSaysSoAndClosesWithTheQuestions() {
        reachTheGate();
        scenario.holdPlanningMeeting(made, reference);

        Rest lead = new Rest(port, made.lead());
        assertThat(lead.form(lead.task(reference, "DecideOnVisit", made.lead()))
                        .path("planning")
                        .path("value")
                        .asText())
                .startsWith("The planning meeting has been held meanwhile, on Wednesday 30 September 2026.");

        scenario.prepareQuestions(made, reference);
        assertThat(openSteps()).contains("PrepareForVisit").doesNotContain("DecideOnVisit");
    }

    @Test
    void theReasonStandsInTheRecordAndNeitherInTheEngineNorOnAPage() {
        reachTheGate();

        postpone("2026-11-05", 204);

        assertThat(planning.decisionsOn(review()))
                .extracting(VisitDecision::reason)
                .containsExactly(REASON);
        ColumnsThatHold engine = ColumnsThatHold.text(database, "ACT_", "Wagtail");
        assertThat(engine.searched()).isGreaterThan(200);
        assertThat(engine.hits()).isEmpty();
        assertThat(ColumnsThatHold.text(database, "VISIT_DECISION", "Wagtail").hits())
                .hasSize(1);
        for (String person : List.of(made.hostHead(), made.leadReviewer(), made.lead(), made.champion())) {
            Browser browser = new Browser(port);
            browser.signIn(person, TestPartnership.PASSWORD);
            assertThat(browser.get("/").body()).contains("School a").doesNotContain("Wagtail");
            assertThat(browser.get("/review/" + reference).body())
                    .contains("School a")
                    .doesNotContain("Wagtail");
        }
    }

    private void reachTheGate() {
        timers.fire(reference, "PlanningGate");
    }

    /** @return the words of a refusal; empty if it was accepted */
    private String postpone(String day, int status) {
        Rest lead = new Rest(port, made.lead());
        Rest.Reply reply = lead.complete(
                lead.task(reference, "DecideOnVisit", made.lead()),
                Map.of("visitDecision", "POSTPONE", "newVisit", day, "reason", REASON));
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return status == 204 ? "" : reply.message();
    }

    private String startReviewAtTheLeadsSchool(LocalDate visit) {
        Map<Duty, List<String>> team = new HashMap<>();
        team.put(Duty.LEAD_REVIEWER, List.of(made.leadReviewer()));
        team.put(Duty.PEER_REVIEWER, List.of(made.deputy('a')));
        team.put(Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('a')));
        return start.as(new PlannedReview(made.id(), made.school('d'), "A focus", visit, visit, Map.of(), team));
    }

    private Review review() {
        return reviews.of(reference);
    }

    private Set<String> occupants() {
        return seats.occupants(review().id()).stream().map(Occupant::person).collect(Collectors.toSet());
    }

    private Set<LocalDate> everyDayOfIt() {
        return Stream.iterate(LocalDate.of(2026, 9, 30), day -> day.plusDays(1))
                .limit(90)
                .collect(Collectors.toSet());
    }

    private List<String> openSteps() {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }
}
