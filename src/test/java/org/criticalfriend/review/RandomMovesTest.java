package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.DatabaseApart;
import org.criticalfriend.testing.DatesOfReview;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
@DatabaseApart
class RandomMovesTest {

    private static final int MOVES = 200;
    private static final int MOVES_OF_ONE_REVIEW = 5;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    MoveDates move;

    @Autowired
    SchoolCalendars calendars;

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

    private Deployment deployment;

    @BeforeEach
    void deploy() {
        deployment = MovingModel.deploy(repository);
    }

    @AfterEach
    void takeBack() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void afterAnyMoveEveryDateIsWhatAReviewPlannedFreshlyWouldHave() {
        long seed = Long.getLong("critical-friend.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int moved = 0; moved < MOVES; ) {
            Walk walk = new Walk(random);
            for (int again = 0; again < MOVES_OF_ONE_REVIEW && moved < MOVES; again++, moved++) {
                walk.goOnAWhile();
                LocalDate to = walk.anotherDay();
                move.visit(walk.reference, to);
                assertSameAsFresh(walk, to, "seed %d, move %d, %s to %s".formatted(seed, moved, walk, to));
            }
        }
    }

    private void assertSameAsFresh(Walk moved, LocalDate visit, String at) {
        Walk fresh = new Walk(visit, moved.steps);
        assertThat(due(moved)).as("due dates, %s", at).isEqualTo(due(fresh));
        assertThat(ahead(moved.reference)).as("timers, %s", at).isEqualTo(ahead(fresh.reference));
        assertThat(dates.timers(fresh.reference))
                .as("timers that should have fired, %s", at)
                .containsAllEntriesOf(due(moved.reference));
    }

    /** What helps with a step that is late is due so long after the question has come up. */
    private Map<String, String> due(Walk walk) {
        Map<String, String> due = new TreeMap<>(dates.due(walk.reference, walk.made.id()));
        due.keySet().removeIf(step -> step.startsWith("DecideWhatHelps"));
        return due;
    }

    /** By a date that is fixed or counted from the start of the step, a fresh review would differ. */
    private Map<String, Instant> counted(String reference) {
        Map<String, Instant> counted = new TreeMap<>(dates.timers(reference));
        counted.keySet().removeIf(timer -> timer.startsWith("ThreeDaysOn") || timer.startsWith("NobodyHasDecided"));
        return counted;
    }

    private Map<String, Instant> ahead(String reference) {
        Map<String, Instant> ahead = counted(reference);
        ahead.values().removeIf(at -> !at.isAfter(clock.instant()));
        return ahead;
    }

    private Map<String, Instant> due(String reference) {
        Map<String, Instant> due = counted(reference);
        due.values().removeIf(at -> at.isAfter(clock.instant()));
        return due;
    }

    /** A review that has come a certain number of steps, and the other model beside it under the same business key. */
    private final class Walk {

        private final Made made = partnerships.make();
        private final SchoolCalendar calendar = calendars.of(made.school('a'));
        private final Random random;
        private final String reference;
        private final int steps;
        private LocalDate visit;

        Walk(Random random) {
            this.random = random;
            LocalDate today = calendar.plus(LocalDate.of(2026, 9, 28), random.nextInt(50));
            clock.moveTo(SchoolTime.at(today, LocalTime.of(6 + random.nextInt(15), random.nextInt(60))));
            this.visit = calendar.plus(today, 1 + random.nextInt(40));
            this.steps = random.nextInt(6);
            this.reference = start();
            walk();
        }

        Walk(LocalDate visit, int steps) {
            this.random = new Random();
            this.visit = visit;
            this.steps = steps;
            this.reference = start();
            walk();
        }

        private String start() {
            String started = partnerships.startReview(made, visit);
            instances.startProcessInstanceByKey(MovingModel.PROCESS, started);
            return started;
        }

        /** The clock stands still meanwhile: the step after the visit day opens early, as if an administrator had helped. */
        private void walk() {
            List<Runnable> way = List.of(
                    () -> scenario.completeSelfReview(made, reference),
                    () -> scenario.holdPlanningMeeting(made, reference),
                    () -> scenario.prepareQuestions(made, reference),
                    () -> jobs.executeJob(timer("VisitDayArrives").getId()),
                    () -> scenario.recordEvidence(reference, made.leadReviewer()));
            way.subList(0, steps).forEach(Runnable::run);
        }

        private Job timer(String event) {
            return instances.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                    .flatMap(instance ->
                            jobs.createJobQuery().processInstanceId(instance.getId()).activityId(event).list().stream())
                    .findFirst()
                    .orElseThrow();
        }

        /** Some days pass, and every timer fires that is due, but not those after which the review stands at another step. */
        void goOnAWhile() {
            clock.moveTo(clock.instant().plusSeconds(random.nextInt(6 * 24 * 3600)));
            instances.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                    .flatMap(instance -> jobs
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .timers()
                            .duedateLowerThan(java.util.Date.from(clock.instant()))
                            .list()
                            .stream())
                    .filter(job -> !isWaitedFor(job))
                    .forEach(job -> jobs.executeJob(job.getId()));
        }

        private boolean isWaitedFor(Job job) {
            return List.of(
                            "SelfReviewCloses",
                            "PlanningGate",
                            "VisitDayArrives",
                            "OnTheWay",
                            "StandInsAreAsked",
                            "VisitMorningComes",
                            "WorkshopMorningComes")
                    .contains(((org.camunda.bpm.engine.impl.persistence.entity.JobEntity) job)
                            .getJobHandlerConfigurationRaw());
        }

        LocalDate anotherDay() {
            LocalDate old = visit;
            while (visit.equals(old)) {
                visit = calendar.plus(calendar.forward(SchoolTime.today(clock)), random.nextInt(60));
            }
            return visit;
        }

        @Override
        public String toString() {
            return "%s after %d steps at %s".formatted(reference, steps, clock.instant());
        }
    }
}
