package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What looks for old dates finds each kind of them. */
@ApplicationTest
class OldDatesTest {

    @Autowired
    Buffered people;

    @Autowired
    OldDates oldDates;

    @Autowired
    MoveDates move;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient database;

    private Review review;

    @BeforeEach
    void aReviewIsStarted() {
        review = people.started();
        assertThat(oldDates.in(review.reference())).isEmpty();
    }

    @Test
    void aDayThatIsKeptFreeForNothing() {
        change(
                "update day_claim set held_on = ? where person = ?",
                TestPartnership.VISIT.plusDays(1),
                review.reserve());

        assertThat(oldDates.in(review.reference())).singleElement().asString().contains("days kept free");
    }

    @Test
    void anInvitationToAnotherDay() {
        change(
                "update invitation set days = ? where recipient = ? and appointment = 'VISIT'",
                TestPartnership.VISIT.plusDays(1).toString(),
                review.reserve());

        assertThat(oldDates.in(review.reference())).singleElement().asString().contains("was told");
    }

    @Test
    void anInvitationWhileTheReviewWaits() {
        move.pause(review.reference());
        assertThat(oldDates.in(review.reference())).isEmpty();
        change("update invitation set cancelled = false where recipient = ?", review.reserve());

        assertThat(oldDates.in(review.reference())).singleElement().asString().contains("is still invited");
    }

    @Test
    void aDueDateOfBefore() {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(review.reference())
                .taskDefinitionKey("HoldPlanningMeeting")
                .list()
                .forEach(task -> {
                    task.setDueDate(Date.from(task.getDueDate().toInstant().plusSeconds(24 * 3600)));
                    tasks.saveTask(task);
                });

        assertThat(oldDates.in(review.reference())).singleElement().asString().contains("HoldPlanningMeeting is due");
    }

    @Test
    void aTimerThatFiresOnADateOfBefore() {
        timers("PlanningMeetingLate")
                .forEach(job -> jobs.setJobDuedate(
                        job.getId(), Date.from(job.getDuedate().toInstant().plusSeconds(24 * 3600))));

        assertThat(oldDates.in(review.reference())).singleElement().asString().contains("a timer fires");
    }

    @Test
    void aDueDateWhileTheReviewWaits() {
        move.pause(review.reference());
        people.tasksAt(review, "HoldPlanningMeeting").forEach(task -> {
            assertThat(task.getDueDate()).isNull();
            task.setDueDate(Date.from(SchoolTime.at(TestPartnership.VISIT, LocalTime.NOON)));
            tasks.saveTask(task);
        });

        assertThat(oldDates.in(review.reference())).singleElement().asString().contains("HoldPlanningMeeting is due");
    }

    @Test
    void aTimerThatFiresWhileTheReviewWaits() {
        move.pause(review.reference());
        timers("PlanningMeetingLate")
                .forEach(job -> jobs.setJobDuedate(
                        job.getId(), Date.from(SchoolTime.at(TestPartnership.VISIT, LocalTime.NOON))));

        assertThat(oldDates.in(review.reference())).singleElement().asString().contains("a timer fires");
    }

    private List<Job> timers(String activity) {
        List<Job> found = jobs.createJobQuery().activityId(activity).list().stream()
                .filter(job -> people.tasksAt(review, "HoldPlanningMeeting").stream()
                        .anyMatch(task -> task.getProcessInstanceId().equals(job.getProcessInstanceId())))
                .toList();
        assertThat(found).hasSize(1);
        return found;
    }

    private void change(String statement, Object... values) {
        assertThat(database.sql(statement).params(values).update()).isPositive();
    }
}
