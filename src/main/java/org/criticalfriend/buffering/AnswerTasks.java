package org.criticalfriend.buffering;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.engine.EngineItself;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the task with which somebody who is asked to stand in answers. */
@Component
class AnswerTasks {

    private final EngineItself itself;
    private final TaskService tasks;

    AnswerTasks(EngineItself itself, @Lazy TaskService tasks) {
        this.itself = itself;
        this.tasks = tasks;
    }

    /** Id of the open task; empty if it is done or gone. */
    Optional<String> of(Request request) {
        return itself.does(() -> tasks
                .createTaskQuery()
                .processVariableValueEquals(Vacancies.SUBJECT, request.vacancy().toString())
                .taskDefinitionKey(AnswerRequest.ACTIVITY)
                .taskAssignee(request.person())
                .list()
                .stream()
                .map(Task::getId)
                .findFirst());
    }
}
