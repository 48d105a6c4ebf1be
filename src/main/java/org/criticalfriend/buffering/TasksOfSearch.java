package org.criticalfriend.buffering;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.review.StandInRows;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds the open tasks of a search: those of whoever is asked to stand in, and that of whoever chooses in the end. */
@Component
class TasksOfSearch {

    private final EngineItself itself;
    private final TaskService tasks;

    TasksOfSearch(EngineItself itself, @Lazy TaskService tasks) {
        this.itself = itself;
        this.tasks = tasks;
    }

    /** Id of the open task with which a request is answered; empty if it is done or gone. */
    Optional<String> of(Request request) {
        return at(AnswerRequest.ACTIVITY, request.vacancy()).stream()
                .filter(task -> request.person().equals(task.getAssignee()))
                .map(Task::getId)
                .findFirst();
    }

    /** Id of the person who has to choose somebody for a vacancy; empty if that is not what it waits for. */
    Optional<String> whoChooses(Vacancy vacancy) {
        return at(StandInRows.CHOOSE_STAND_IN, vacancy.id()).stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private List<Task> at(String activity, UUID vacancy) {
        return itself.does(() -> tasks.createTaskQuery()
                .processVariableValueEquals(Vacancies.SUBJECT, vacancy.toString())
                .taskDefinitionKey(activity)
                .list());
    }
}
