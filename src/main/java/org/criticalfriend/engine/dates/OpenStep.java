package org.criticalfriend.engine.dates;

import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** An open user task, and the expression in its model that says when it is due. */
public final class OpenStep {

    private final TaskEntity task;

    /** @param task in the command that is running */
    public OpenStep(TaskEntity task) {
        this.task = task;
    }

    /** Id of the task. */
    public String id() {
        return task.getId();
    }

    /** Id of the activity in the model. */
    public String activity() {
        return task.getTaskDefinitionKey();
    }

    /** Whether it opens at this moment. */
    public boolean isNew() {
        return task.getRevision() == 0;
    }

    /** Asks the model who does it; empty if the model says nobody. */
    public Optional<String> askedAssignee() {
        Expression expression = task.getTaskDefinition() == null
                ? null
                : task.getTaskDefinition().getAssigneeExpression();
        return Optional.ofNullable(expression)
                .map(who -> who.getValue(task.getExecution()))
                .map(String::valueOf);
    }

    /** Id of the person who does it. */
    public Optional<String> assignee() {
        return Optional.ofNullable(task.getAssignee());
    }

    /** When it is due; empty if it has no due date. */
    public Optional<Date> due() {
        return Optional.ofNullable(task.getDueDate());
    }

    /** Asks the model when it is due; empty if the model says nothing that is a date. */
    public Optional<Date> asked() {
        Expression expression = task.getTaskDefinition() == null
                ? null
                : task.getTaskDefinition().getDueDateExpression();
        return Optional.ofNullable(expression)
                .map(due -> due.getValue(task.getExecution()))
                .filter(Date.class::isInstance)
                .map(Date.class::cast);
    }

    /** Sets the due date; empty takes it away. */
    public void setDue(Optional<Date> due) {
        if (!Objects.equals(task.getDueDate(), due.orElse(null))) {
            task.setDueDate(due.orElse(null));
        }
    }
}
