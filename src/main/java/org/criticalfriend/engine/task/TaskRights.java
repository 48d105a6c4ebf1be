package org.criticalfriend.engine.task;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/**
 * The rights that come with a task, for named persons only, since the engine's queries cannot bear rights per task for groups:
 * the assignee works on it, the people in charge see it, and whoever it is taken from loses what they had.
 */
public class TaskRights extends DefaultAuthorizationProvider {

    private final TaskReaders readers;

    /** @param readers who is in charge */
    public TaskRights(TaskReaders readers) {
        this.readers = readers;
    }

    @Override
    public AuthorizationEntity[] newTask(Task task) {
        return readersOf(task).stream()
                .map(person -> createAuthorization(person, null, Resources.TASK, task.getId(), Permissions.READ))
                .toArray(AuthorizationEntity[]::new);
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            Optional.ofNullable(getGrantAuthorizationByUserId(oldAssignee, Resources.TASK, task.getId()))
                    .ifPresent(right -> withdraw(right, readersOf(task).contains(oldAssignee)));
        }
        return newAssignee != null && isNew(task)
                ? new AuthorizationEntity[] {
                    createAuthorization(newAssignee, null, Resources.TASK, task.getId(), getRuntimePermissions(false))
                }
                : super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    /** Nobody has a right in the database to a task that is not there yet: the engine need not look. */
    private static boolean isNew(Task task) {
        return ((TaskEntity) task).getRevision() == 0;
    }

    /** Merging with a right given a moment ago in the same command, the engine forgets the new permissions. */
    @Override
    protected AuthorizationEntity createAuthorization(
            String userId, String groupId, Resource resource, String resourceId, Permission... permissions) {
        AuthorizationEntity merged = super.createAuthorization(userId, groupId, resource, resourceId, permissions);
        addPermissions(merged, permissions);
        return merged;
    }

    private void withdraw(AuthorizationEntity right, boolean stillInCharge) {
        if (stillInCharge) {
            right.removePermission(TaskPermissions.TASK_WORK);
        } else {
            Context.getCommandContext().runWithoutAuthorization(() -> {
                getAuthorizationManager().delete(right);
                return null;
            });
        }
    }

    private Set<String> readersOf(Task task) {
        return Optional.ofNullable(((TaskEntity) task).getExecution())
                .map(execution -> execution.getProcessInstance().getBusinessKey())
                .map(readers::of)
                .orElse(Set.of());
    }

    /** Whoever deploys a model gets no right to delete it: with a deployment, running reviews could go. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return new AuthorizationEntity[0];
    }
}
