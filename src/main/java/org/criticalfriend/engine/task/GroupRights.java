package org.criticalfriend.engine.task;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.criticalfriend.engine.identity.Groups.PARTICIPANTS;
import static org.criticalfriend.engine.identity.Groups.PROCESS_OWNERS;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.criticalfriend.engine.StartStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The least rights that each group needs. Nobody may start a process or see instances or tasks by group; administrators have
 * every right by the engine's own rule for their group.
 */
@Component
@Order(StartStep.RIGHTS)
class GroupRights implements StartStep {

    private final Grants grants;
    private final ShippedFilters filters;

    GroupRights(AuthorizationService authorizations, ShippedFilters filters) {
        this.grants = new Grants(authorizations);
        this.filters = filters;
    }

    @Override
    public void run() {
        // Participants: Tasklist, and the picture of the process that a task belongs to.
        grants.give(PARTICIPANTS, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grants.give(PARTICIPANTS, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        // Process owners: deploy from Modeler, and see in Cockpit what is deployed.
        grants.give(PROCESS_OWNERS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grants.give(PROCESS_OWNERS, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
        grants.give(PROCESS_OWNERS, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        grants.give(PROCESS_OWNERS, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        grants.give(PROCESS_OWNERS, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        filters.bringUpToDate();
    }
}
