package org.criticalfriend.testing;

import java.time.LocalTime;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.TestPartnership.Made;
import org.springframework.stereotype.Component;

/** Starts a review up to its first task, three weeks before the visit, and looks at tasks past all rights. */
@Component
public class OpenTasks {

    private final TestPartnership partnerships;
    private final MovableClock clock;
    private final TaskService tasks;

    OpenTasks(TestPartnership partnerships, MovableClock clock, TaskService tasks) {
        this.partnerships = partnerships;
        this.clock = clock;
        this.tasks = tasks;
    }

    /**
     * A task that waits for the lead reviewer of a review.
     *
     * @param instance of the process
     */
    public record Open(Made made, String reference, String id, String instance) {

        /** Who has to do it. */
        public String assignee() {
            return made.leadReviewer();
        }
    }

    /** The planning meeting of a new review of a new partnership. */
    public Open planningMeeting() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        Made made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("HoldPlanningMeeting")
                .singleResult();
        return new Open(made, reference, task.getId(), task.getProcessInstanceId());
    }

    /** The task as it is now; null if it has ended. */
    public Task now(Open open) {
        return tasks.createTaskQuery().taskId(open.id()).singleResult();
    }
}
