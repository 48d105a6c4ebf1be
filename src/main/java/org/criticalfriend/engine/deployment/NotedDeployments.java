package org.criticalfriend.engine.deployment;

import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.criticalfriend.reading.UntilChanged;

/** Whatever is deployed or taken back: which form and which table is in force is looked up anew, on every node. */
public class NotedDeployments extends CommandInterceptor {

    private static final Set<String> DEPLOYING = Set.of(
            "DeployCmd", "DeleteDeploymentCmd", "DeleteProcessDefinitionsByIdsCmd", "DeleteProcessDefinitionsByKeyCmd");

    private final UntilChanged untilChanged;

    /** @param untilChanged what is told */
    public NotedDeployments(UntilChanged untilChanged) {
        this.untilChanged = untilChanged;
    }

    /** Inside the transaction of the command. */
    @Override
    public <T> T execute(Command<T> command) {
        if (DEPLOYING.contains(command.getClass().getSimpleName())) {
            untilChanged.changed();
        }
        return next.execute(command);
    }
}
