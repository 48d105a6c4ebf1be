package org.criticalfriend.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.engine.MovableClock;
import org.springframework.stereotype.Component;

/** Writes down what a {@link ReviewScenario} does with a review, so that the same can be done with another engine. */
@Component
public class ReviewScript {

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final ManagementService jobs;
    private final RuntimeService instances;
    private final HistoryService history;
    private final MovableClock clock;

    ReviewScript(
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            ManagementService jobs,
            RuntimeService instances,
            HistoryService history,
            MovableClock clock) {
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.jobs = jobs;
        this.instances = instances;
        this.history = history;
        this.clock = clock;
    }

    /** Something that moves a review on. */
    public sealed interface Entry {}

    /**
     * A task was handed in.
     *
     * @param values all that the form sent, and the variables by which the model then chose its way
     */
    public record HandedIn(String activity, String person, Map<String, Object> values) implements Entry {}

    /** A timer fired. */
    public record Fired(String activity) implements Entry {}

    /** What to walk with: a scenario, and the timers that belong to it. */
    public record Walk(ReviewScenario scenario, Timers timers) {}

    /** What happened while a review was walked. */
    public List<Entry> of(Consumer<Walk> walk) {
        List<Entry> script = new ArrayList<>();
        Timers timers = new Timers(jobs, instances, history, clock) {
            @Override
            public void fire(String reference, String activity) {
                script.add(new Fired(activity));
                super.fire(reference, activity);
            }
        };
        walk.accept(new Walk(new ReviewScenario(listening(script), forms, identity, timers, clock), timers));
        return script;
    }

    private TaskService listening(List<Entry> script) {
        return (TaskService) Proxy.newProxyInstance(
                ReviewScript.class.getClassLoader(), new Class<?>[] {TaskService.class}, (proxy, method, arguments) -> {
                    Task task = method.getName().equals("complete")
                            ? tasks.createTaskQuery()
                                    .taskId((String) arguments[0])
                                    .singleResult()
                            : null;
                    try {
                        Object answer = method.invoke(tasks, arguments);
                        if (task != null) {
                            script.add(new HandedIn(
                                    task.getTaskDefinitionKey(), task.getAssignee(), values(task, arguments[1])));
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Map<String, Object> values(Task task, Object sent) {
        Map<String, Object> values = new HashMap<>();
        ((Map<?, ?>) sent).forEach((name, value) -> values.put((String) name, value));
        boolean goesOn = instances
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .count()
                > 0;
        if (goesOn) {
            values.putAll(instances.getVariables(task.getProcessInstanceId()));
        }
        return values;
    }
}
