package org.criticalfriend.engine.deployment;

import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Whatever is deployed or taken back: which form and which table is in force is looked up anew, on every node, and {@link
 * ModelsChanged} is published.
 */
public class NotedDeployments extends CommandInterceptor {

    private static final Set<String> DEPLOYING = Set.of(
            "DeployCmd", "DeleteDeploymentCmd", "DeleteProcessDefinitionsByIdsCmd", "DeleteProcessDefinitionsByKeyCmd");

    private final UntilChanged untilChanged;
    private final ApplicationEventPublisher events;

    /**
     * @param untilChanged what is told
     * @param events where it is published
     */
    public NotedDeployments(UntilChanged untilChanged, ApplicationEventPublisher events) {
        this.untilChanged = untilChanged;
        this.events = events;
    }

    /** Inside the transaction of the command. */
    @Override
    public <T> T execute(Command<T> command) {
        if (DEPLOYING.contains(command.getClass().getSimpleName())) {
            untilChanged.changed();
            events.publishEvent(new ModelsChanged());
        }
        return next.execute(command);
    }
}
