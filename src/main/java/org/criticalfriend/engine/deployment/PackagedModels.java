package org.criticalfriend.engine.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.criticalfriend.engine.StartRefused;
import org.criticalfriend.engine.StartStep;
import org.criticalfriend.engine.deployment.LatestInForce.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the packaged models at start. For each file: not
 * changed since it was last deployed → nothing; the version in force is ours → deployed; the version in force is a process
 * owner's → left alone, and noted as waiting.
 */
@Component
@Order(StartStep.MODELS)
public class PackagedModels implements StartStep {

    private static final Logger LOG = LoggerFactory.getLogger(PackagedModels.class);
    private static final String DEPLOYMENT_NAME = "Critical Friend";

    private final RepositoryService repository;
    private final LatestInForce inForce;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    PackagedModels(
            RepositoryService repository, LatestInForce inForce, JdbcClient database, TransactionTemplate transaction) {
        this.repository = repository;
        this.inForce = inForce;
        this.database = database;
        this.transaction = transaction;
    }

    /** @throws StartRefused if a packaged file does not parse; nothing is deployed then */
    @Override
    public void run() {
        deploy(packaged());
    }

    void deploy(List<PackagedModel> models) {
        transaction.executeWithoutResult(status -> {
            List<PackagedModel> due = new ArrayList<>();
            for (PackagedModel model : models) {
                switch (decide(model)) {
                    case DEPLOY -> due.add(model);
                    case WAIT -> wait(model);
                    case NOTHING -> nothingWaits(model);
                }
            }
            if (!due.isEmpty()) {
                Deployment deployment = deployed(due);
                due.forEach(model -> remember(model, deployment.getId()));
                LOG.info("Deployed {}.", due.stream().map(PackagedModel::name).toList());
            }
        });
    }

    /** File names of packaged models that wait because a process owner's own version is in force. */
    public List<String> waiting() {
        return database.sql("select resource from packaged_model where pending_hash is not null order by resource")
                .query(String.class)
                .list();
    }

    private enum Decision {
        DEPLOY,
        WAIT,
        NOTHING
    }

    private Decision decide(PackagedModel model) {
        Optional<Remembered> remembered = database.sql("select hash, deployment from packaged_model where resource = ?")
                .param(model.name())
                .query(Remembered.class)
                .optional();
        Optional<Version> latest = inForce.of(model);
        if (latest.filter(version -> Arrays.equals(version.content(), model.content()))
                .isPresent()) {
            remember(model, latest.get().deployment());
            return Decision.NOTHING;
        }
        boolean unchanged =
                remembered.filter(last -> last.hash().equals(model.hash())).isPresent();
        boolean ours = remembered.map(Remembered::deployment).equals(latest.map(Version::deployment));
        return latest.isEmpty() || ours ? Decision.DEPLOY : unchanged ? Decision.NOTHING : Decision.WAIT;
    }

    private record Remembered(String hash, String deployment) {}

    private Deployment deployed(List<PackagedModel> due) {
        DeploymentBuilder builder =
                repository.createDeployment().name(DEPLOYMENT_NAME).source("packaged");
        due.forEach(model -> builder.addInputStream(model.name(), new ByteArrayInputStream(model.content())));
        try {
            return builder.deploy();
        } catch (ParseException e) {
            String places = e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream().map(problem -> "%s line %d: %s"
                            .formatted(report.getResourceName(), problem.getLine(), problem.getMessage())))
                    .reduce((one, other) -> one + "; " + other)
                    .orElse(e.getMessage());
            throw refused(places, e);
        } catch (ProcessEngineException e) {
            throw refused(e.getMessage(), e);
        }
    }

    private static StartRefused refused(String places, Exception cause) {
        return new StartRefused(
                "A packaged model cannot be deployed: " + places,
                "Open the file in Camunda Modeler, mend it, save it, and start again.",
                cause);
    }

    private void nothingWaits(PackagedModel model) {
        database.sql("update packaged_model set pending_hash = null where resource = ? and pending_hash is not null")
                .param(model.name())
                .update();
    }

    private void wait(PackagedModel model) {
        int noted = database.sql("update packaged_model set pending_hash = ? where resource = ?")
                .params(model.hash(), model.name())
                .update();
        if (noted == 0) {
            database.sql("insert into packaged_model (resource, hash, deployment, pending_hash) values (?, '', '', ?)")
                    .params(model.name(), model.hash())
                    .update();
        }
        LOG.warn(
                "{} has changed in the application, but a process owner's version is in force. It is left alone; deploy the"
                        + " packaged file from Modeler to take it over.",
                model.name());
    }

    private void remember(PackagedModel model, String deployment) {
        database.sql("delete from packaged_model where resource = ?")
                .param(model.name())
                .update();
        database.sql("insert into packaged_model (resource, hash, deployment) values (?, ?, ?)")
                .params(model.name(), model.hash(), deployment)
                .update();
    }

    private static List<PackagedModel> packaged() {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        return Stream.of("classpath:processes/*.bpmn", "classpath:processes/*.dmn", "classpath:forms/*.form")
                .flatMap(pattern -> Arrays.stream(found(files, pattern)))
                .map(PackagedModel::read)
                .toList();
    }

    private static Resource[] found(PathMatchingResourcePatternResolver files, String pattern) {
        try {
            return files.getResources(pattern);
        } catch (IOException e) {
            throw new StartRefused(
                    "The packaged models %s cannot be read: %s".formatted(pattern, e.getMessage()),
                    "Build the application again.",
                    e);
        }
    }
}
