package org.criticalfriend.engine.task;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.criticalfriend.engine.EngineItself;
import org.springframework.stereotype.Component;

/** Looks at open tasks for whoever tells of them. */
@Component
public class GivenTasks {

    private final EngineItself engine;

    GivenTasks(EngineItself engine) {
        this.engine = engine;
    }

    /** An open task; empty once it has ended, however it ended. */
    public Optional<GivenTask> find(String id) {
        return engine.withContext(context ->
                Optional.ofNullable(context.getTaskManager().findTaskById(id)).map(GivenTasks::given));
    }

    private static GivenTask given(TaskEntity task) {
        return new GivenTask(
                task.getId(),
                Optional.ofNullable(task.getTaskDefinitionKey()).orElse(""),
                Optional.ofNullable(task.getName()).orElse("Task"),
                Optional.ofNullable(task.getDescription()).orElse(""),
                Optional.ofNullable(task.getExecution())
                        .map(ExecutionEntity::getProcessInstance)
                        .map(ExecutionEntity::getBusinessKey),
                Optional.ofNullable(task.getAssignee()),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant));
    }
}
