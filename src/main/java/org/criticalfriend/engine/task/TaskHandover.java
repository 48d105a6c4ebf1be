package org.criticalfriend.engine.task;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.engine.EngineItself;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Puts open tasks into other hands when people come and go, and ends those that nobody has to do any more. With a task its rights
 * go: whoever it is taken from cannot open it again.
 */
@Component
public class TaskHandover {

    /** The variable by which a step that several seats do knows whose it is. */
    private static final String SEAT = "seat";

    private final EngineItself engine;
    private final TaskService tasks;
    private final RuntimeService instances;

    TaskHandover(EngineItself engine, @Lazy TaskService tasks, @Lazy RuntimeService instances) {
        this.engine = engine;
        this.tasks = tasks;
        this.instances = instances;
    }

    /**
     * Asks the model anew who does the tasks of some people, and those that are nobody's. A task for which it names nobody waits
     * without an assignee.
     *
     * @param reference the business key
     * @param people ids of those whose tasks may go to somebody else; tasks of all others stay where they are
     */
    public void assignAnew(String reference, Collection<String> people) {
        each(reference, task -> task.getAssignee() == null || people.contains(task.getAssignee()), task -> {
            String now = named(task).orElse(null);
            if (!Objects.equals(now, task.getAssignee())) {
                give(task, now);
            }
        });
    }

    /**
     * Asks the model anew who does the tasks that are nobody's, wherever they are, and whose assignee it finds with some word. One
     * statement, and what finding them takes.
     *
     * @param word part of the expression, such as {@code head} in {@code ${duties.supportersHead(execution)}}; in upper or lower case
     */
    public void assignUnassigned(String word) {
        engine.withContext(context -> {
            TaskQueryImpl query = new TaskQueryImpl();
            query.taskUnassigned();
            open(context, query)
                    .filter(task -> isFoundWith(task, word))
                    .sorted(Comparator.comparing(
                            task -> task.getExecution().getProcessBusinessKey(),
                            Comparator.nullsLast(Comparator.naturalOrder())))
                    .forEach(task -> named(task).ifPresent(person -> give(task, person)));
            return null;
        });
    }

    /** As the engine's own command does: with an event, so that the step is dated for whoever gets it, and they are told. */
    private static void give(TaskEntity task, String person) {
        task.setAssignee(person);
        task.triggerUpdateEvent();
    }

    private static boolean isFoundWith(TaskEntity task, String word) {
        return Optional.ofNullable(task.getTaskDefinition())
                .flatMap(definition -> Optional.ofNullable(definition.getAssigneeExpression()))
                .filter(who -> who.getExpressionText().toLowerCase(Locale.ROOT).contains(word))
                .isPresent();
    }

    /** Business keys of the processes in which some people have open tasks, in order. Two statements at most. */
    public SortedSet<String> referencesWith(Collection<String> people) {
        List<Task> open = people.isEmpty()
                ? List.of()
                : engine.does(() -> tasks.createTaskQuery()
                        .taskAssigneeIn(people.toArray(String[]::new))
                        .list());
        return open.isEmpty() ? Collections.emptySortedSet() : referencesOf(open);
    }

    /** Business keys of the processes of some open tasks, in order. */
    public SortedSet<String> referencesOf(Collection<Task> open) {
        return engine.does(() -> instances
                .createProcessInstanceQuery()
                .processInstanceIds(
                        open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Optional<String> named(TaskEntity task) {
        Expression who = task.getTaskDefinition() == null
                ? null
                : task.getTaskDefinition().getAssigneeExpression();
        return who == null
                ? Optional.ofNullable(task.getAssignee())
                : Optional.ofNullable((String) who.getValue(task.getExecution()));
    }

    /** Ends the open tasks of a person at a step, without a form: nobody has to answer any more. */
    public void end(String reference, String activity, String person) {
        each(
                reference,
                task -> activity.equals(task.getTaskDefinitionKey()) && person.equals(task.getAssignee()),
                TaskEntity::complete);
    }

    /** Ends the open tasks of a seat that does not take part any more. */
    public void endOfSeat(String reference, String seat) {
        each(reference, task -> seat.equals(task.getVariable(SEAT)), TaskEntity::complete);
    }

    private void each(String reference, Predicate<TaskEntity> which, Consumer<TaskEntity> work) {
        engine.withContext(context -> {
            openTasks(context, reference).stream().filter(which).forEach(work);
            return null;
        });
    }

    private static List<TaskEntity> openTasks(CommandContext context, String reference) {
        TaskQueryImpl query = new TaskQueryImpl();
        query.processInstanceBusinessKey(reference);
        return open(context, query).toList();
    }

    private static Stream<TaskEntity> open(CommandContext context, TaskQueryImpl query) {
        List<Task> found = context.getTaskManager().findTasksByQueryCriteria(query);
        return found.stream()
                .map(TaskEntity.class::cast)
                // One that ends in the command that is running is not gone from the table yet.
                .filter(task -> !context.getDbEntityManager().isDeleted(task));
    }
}
