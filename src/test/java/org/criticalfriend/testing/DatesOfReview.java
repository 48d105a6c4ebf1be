package org.criticalfriend.testing;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What dates the open steps and the timers of a review have in the engine. */
@Component
public class DatesOfReview {

    private static final String NONE = "none";

    private final TaskService tasks;
    private final ManagementService jobs;
    private final RuntimeService instances;

    DatesOfReview(TaskService tasks, ManagementService jobs, RuntimeService instances) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.instances = instances;
    }

    /** Due dates by step and person, in words that two partnerships share: {@code RecordEvidence bhead}. */
    public Map<String, String> due(String reference, String partnership) {
        Map<String, String> due = new TreeMap<>();
        for (Task task :
                tasks.createTaskQuery().processInstanceBusinessKey(reference).list()) {
            due.put(
                    task.getTaskDefinitionKey() + " " + task.getAssignee().replace(partnership, ""),
                    task.getDueDate() == null
                            ? NONE
                            : task.getDueDate().toInstant().toString());
        }
        return due;
    }

    /** When timers fire, by event; several at one event are numbered in the order of their dates. */
    public Map<String, Instant> timers(String reference) {
        Map<String, Instant> firing = new TreeMap<>();
        instances.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance -> jobs
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .orderByJobDuedate()
                        .asc()
                        .list()
                        .stream())
                .forEach(timer -> firing.put(
                        numbered(firing, ((JobEntity) timer).getJobHandlerConfigurationRaw()),
                        timer.getDuedate().toInstant()));
        return firing;
    }

    private static String numbered(Map<String, Instant> known, String event) {
        int number = 1;
        while (known.containsKey(event + " " + number)) {
            number++;
        }
        return event + " " + number;
    }
}
