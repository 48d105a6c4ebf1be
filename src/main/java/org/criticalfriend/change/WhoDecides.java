package org.criticalfriend.change;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who has to decide about a change of plan, by which task, and who is in charge next. */
@Component
class WhoDecides {

    private static final String STEP = "DecideOnChange";

    private final EngineItself itself;
    private final TaskService tasks;
    private final Register register;
    private final RunningReviews running;

    WhoDecides(EngineItself itself, @Lazy TaskService tasks, Register register, RunningReviews running) {
        this.itself = itself;
        this.tasks = tasks;
        this.register = register;
        this.running = running;
    }

    /**
     * The open task of a change.
     *
     * @param id the engine's id of it
     * @param person id of whoever has it
     */
    record Open(String id, String person) {}

    /** The task with which somebody decides about a change; empty if it is decided. */
    Optional<Open> of(ChangeOfPlan change) {
        List<Task> open = itself.does(() -> tasks.createTaskQuery()
                .processVariableValueEquals(ChangesOfPlan.SUBJECT, change.id().toString())
                .taskDefinitionKey(STEP)
                .list());
        return open.stream()
                .filter(task -> Objects.nonNull(task.getAssignee()))
                .map(task -> new Open(task.getId(), task.getAssignee()))
                .findFirst();
    }

    /** Id of the first of those in charge who does not have the decision; empty if there is nobody else, or nothing to decide. */
    Optional<String> next(ChangeOfPlan change) {
        RunningReview review = running.of(change.review());
        return of(change)
                .map(Open::person)
                .flatMap(has -> register.decidersOf(review.partnership(), review.host(), Set.of(has)).stream()
                        .filter(person -> !person.equals(has))
                        .findFirst());
    }
}
