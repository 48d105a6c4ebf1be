package org.criticalfriend.engine.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.criticalfriend.engine.EngineItself;
import org.springframework.stereotype.Component;

/** Finds the version of a model that is in force: the latest. */
@Component
class LatestInForce {

    private final RepositoryService repository;
    private final EngineItself itself;

    LatestInForce(RepositoryService repository, EngineItself itself) {
        this.repository = repository;
        this.itself = itself;
    }

    /**
     * A version in force.
     *
     * @param deployment id of its deployment
     * @param content the deployed file
     */
    record Version(String deployment, byte[] content) {}

    /** Empty if the model was never deployed. */
    Optional<Version> of(PackagedModel model) {
        return switch (model.kind()) {
            case PROCESS ->
                Optional.ofNullable(repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(model.key())
                                .latestVersion()
                                .singleResult())
                        .map(latest -> version(latest.getDeploymentId(), latest.getResourceName()));
            case DECISION ->
                Optional.ofNullable(repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(model.key())
                                .latestVersion()
                                .singleResult())
                        .map(latest -> version(latest.getDeploymentId(), latest.getResourceName()));
            // The engine has no public question for forms.
            case FORM ->
                itself.withContext(context -> Optional.ofNullable(
                                context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(model.key()))
                        .map(latest -> version(latest.getDeploymentId(), latest.getResourceName())));
        };
    }

    private Version version(String deployment, String resource) {
        try (InputStream file = repository.getResourceAsStream(deployment, resource)) {
            return new Version(deployment, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
