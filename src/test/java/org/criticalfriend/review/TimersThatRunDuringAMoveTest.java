package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.MeetingPoint;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class TimersThatRunDuringAMoveTest {

    private static final String PROCESS = "timer-that-runs";

    private static final LocalDate VISIT = TestPartnership.VISIT;

    private static final LocalDate LATER = LocalDate.of(2026, 10, 22);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    MoveDates move;

    @Autowired
    MeetingPoint meetingPoint;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService instances;

    @Autowired
    ManagementService jobs;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private Deployment deployment;
    private String reference;
    private String instance;

    @BeforeEach
    void aTimerIsAboutToFire() {
        var step = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("Step")
                .camundaAssignee("${duties.assignee(execution, 'LEAD_REVIEWER')}");
        step.endEvent();
        step.boundaryEvent("TimerThatRuns")
                .cancelActivity(false)
                .timerWithDate("${deadlines.at(execution, 'PresentFeedback')}")
                .serviceTask("MeetingPoint")
                .camundaDelegateExpression("${meetingPoint}")
                .userTask("TimerHasFired")
                .endEvent();
        deployment = repository
                .createDeployment()
                .addModelInstance(PROCESS + ".bpmn", step.done())
                .deploy();
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        Made made = partnerships.make();
        reference = partnerships.startReview(made, VISIT);
        instance = instances.startProcessInstanceByKey(PROCESS, reference).getId();
        clock.moveTo(SchoolTime.at(VISIT, LocalTime.of(6, 0)));
    }

    @AfterEach
    void takeBack() {
        meetingPoint.open();
        other.shutdown();
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void aTimerThatIsRunningWhenItsDateMovesLosesCleanlyAndRunsOnItsNewDate() throws Exception {
        meetingPoint.shut();
        String timer = timer().getId();
        Future<?> running = other.submit(() -> jobs.executeJob(timer));
        meetingPoint.awaitArrival();

        move.visit(reference, LATER);
        meetingPoint.open();

        assertThatThrownBy(running::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OptimisticLockingException.class);
        assertThat(hasFired()).isFalse();
        Job still = timer();
        assertThat(still.getDuedate().toInstant()).isEqualTo(newDate());
        assertThat(still.getRetries()).isEqualTo(3);
        assertThat(instances.createIncidentQuery().processInstanceId(instance).count())
                .isZero();

        jobs.executeJob(still.getId());
        assertThat(hasFired()).isTrue();
    }

    @RepeatedTest(10)
    void atTheSameMomentEitherTheTimerFiresAndIsArmedAgainOrItWaitsForItsNewDate() throws Exception {
        String timer = timer().getId();
        fetched(timer);
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Boolean> firing = other.submit(() -> {
            together.await();
            try {
                jobs.executeJob(timer);
                return true;
            } catch (OptimisticLockingException | NullValueException e) {
                // Overtaken, or so late that another timer stands in its place.
                return false;
            }
        });
        together.await();

        move.visit(reference, LATER);

        boolean fired = firing.get();
        assertThat(hasFired()).isEqualTo(fired);
        assertThat(timer().getDuedate().toInstant()).isEqualTo(newDate());
    }

    /** As a node leaves it that will run it in a moment. */
    private void fetched(String timer) {
        database.sql("update act_ru_job set lock_owner_ = 'a node' where id_ = ?")
                .param(timer)
                .update();
    }

    private static Instant newDate() {
        return SchoolTime.at(LocalDate.of(2026, 10, 23), LocalTime.of(12, 0));
    }

    private boolean hasFired() {
        return tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .taskDefinitionKey("TimerHasFired")
                        .count()
                > 0;
    }

    private Job timer() {
        return jobs.createJobQuery().processInstanceId(instance).timers().singleResult();
    }
}
