package org.criticalfriend.review;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.review.LateDecision.Outcome;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Late steps and the questions about them as they stand in Tasklist: who has what, and a question closes when its step is done. */
@Component
class OpenDecisions {

    /** Id of the activity. */
    static final String TASK = "DecideWhatHelps";

    /** Ids of the activities in which those in charge decide about something late. */
    static final List<String> TASKS = List.of(TASK, MailOfUndecidedVisit.TASK);

    /** Ids of all activities in which those in charge decide something about a review. */
    private static final String[] QUESTIONS = {
        TASK, MailOfUndecidedVisit.TASK, StandInRows.CHOOSE_STAND_IN, ChangeRows.DECIDE_ON_CHANGE
    };

    /** Variable that holds the key of the decision, in the scope of its question. */
    static final String SUBJECT = "subject";

    private static final String MESSAGE = "LateStepIsDone";

    private final LateDecisions record;
    private final EngineItself itself;
    private final RuntimeService instances;
    private final TaskService tasks;
    private final Clock clock;

    OpenDecisions(
            LateDecisions record,
            EngineItself itself,
            @Lazy RuntimeService instances,
            @Lazy TaskService tasks,
            Clock clock) {
        this.record = record;
        this.itself = itself;
        this.instances = instances;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The open tasks of a step of a review. */
    List<Task> tasksAt(String reference, String step) {
        return itself.does(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(step)
                .orderByTaskId()
                .asc()
                .list());
    }

    /** Ids of the people who have a step of a review to do at present. */
    Set<String> holdersOf(String reference, String step) {
        return tasksAt(reference, step).stream()
                .map(Task::getAssignee)
                .flatMap(person -> Optional.ofNullable(person).stream())
                .collect(Collectors.toSet());
    }

    /** What those in charge of a review are to decide at present. */
    List<Task> questionsIn(String reference) {
        return itself.does(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKeyIn(QUESTIONS)
                .orderByDueDate()
                .asc()
                .list());
    }

    /** The task in which a question is asked; empty if it is closed. */
    Optional<Task> taskOf(String reference, UUID decision) {
        return tasksAt(reference, TASK).stream()
                .filter(task -> decision.toString().equals(subjectOf(task)))
                .findFirst();
    }

    private String subjectOf(Task task) {
        return itself.does(() -> (String) instances.getVariable(task.getExecutionId(), SUBJECT));
    }

    /** Gives all open tasks of a step to a person. */
    void give(String reference, String step, String person) {
        tasksAt(reference, step).forEach(task -> give(task, person));
    }

    /** Gives a task to a person. */
    void give(Task task, String person) {
        itself.does(() -> {
            tasks.setAssignee(task.getId(), person);
            return null;
        });
    }

    /** A step was done by somebody: when nobody has it to do any more, there is nothing to decide about it. One statement if so far nobody was asked. */
    void stepIsDone(String reference, String step) {
        List<LateDecision> open = record.openAbout(reference, step);
        if (!open.isEmpty() && tasksAt(reference, step).isEmpty()) {
            close(reference, open, Outcome.DONE);
        }
    }

    /** The dates of a step are others now, or another question takes the place of this one. */
    void overtaken(String reference, String step) {
        close(reference, record.openAbout(reference, step), Outcome.OVERTAKEN);
    }

    /** Closes some questions about a review. */
    void close(String reference, Collection<LateDecision> open, Outcome why) {
        if (open.isEmpty()) {
            return;
        }
        record.update(open.stream().map(one -> one.closed(why, clock.instant())).toList());
        Set<String> keys = open.stream().map(one -> one.id().toString()).collect(Collectors.toSet());
        tasksAt(reference, TASK).stream()
                .filter(task -> keys.contains(subjectOf(task)))
                .forEach(task -> itself.does(() -> {
                    instances.messageEventReceived(MESSAGE, task.getExecutionId());
                    return null;
                }));
    }
}
