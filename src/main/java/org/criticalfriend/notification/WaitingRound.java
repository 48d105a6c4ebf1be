package org.criticalfriend.notification;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.engine.StartStep;
import org.criticalfriend.engine.deployment.ModelsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sees to it that one round waits for its morning, and no more than one, on however many nodes: from the first start on, and always
 * by the newest version of its diagram.
 */
@Component
@Order(StartStep.WAITING)
class WaitingRound implements StartStep {

    /** Id of the process. */
    static final String PROCESS = "daily-round";

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRound.class);

    private final EngineItself engine;
    private final RepositoryService repository;
    private final RuntimeService instances;
    private final ManagementService jobs;
    private final RoundDays rounds;
    private final Mornings mornings;

    WaitingRound(
            EngineItself engine,
            @Lazy RepositoryService repository,
            @Lazy RuntimeService instances,
            @Lazy ManagementService jobs,
            RoundDays rounds,
            Mornings mornings) {
        this.engine = engine;
        this.repository = repository;
        this.instances = instances;
        this.jobs = jobs;
        this.rounds = rounds;
        this.mornings = mornings;
    }

    @Override
    public void run() {
        keepOne();
    }

    /** A newer version takes the place of the one that waits; if its timer cannot be set, it is refused. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void modelsHaveChanged(ModelsChanged event) {
        keepOne();
    }

    /** Puts a waiting round of an earlier version aside, and lets one wait if none does or is under way. */
    void keepOne() {
        rounds.lock();
        engine.does(() -> {
            ProcessDefinition newest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(PROCESS)
                    .latestVersion()
                    .singleResult();
            if (newest == null) {
                return null;
            }
            Set<String> waiting = waiting();
            Map<Boolean, List<ProcessInstance>> aside =
                    instances.createProcessInstanceQuery().processDefinitionKey(PROCESS).list().stream()
                            .collect(partitioningBy(round -> waiting.contains(round.getId())
                                    && !round.getProcessDefinitionId().equals(newest.getId())));
            aside.get(true)
                    .forEach(round -> instances.deleteProcessInstance(
                            round.getId(), "A newer version of the round waits in its place."));
            if (aside.get(false).isEmpty()) {
                start(newest);
            }
            return null;
        });
    }

    /** Lets the following round wait, by the newest version, unless one waits already that somebody else has started. */
    void planNext() {
        rounds.lock();
        engine.does(() -> {
            if (waiting().isEmpty()) {
                start(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .latestVersion()
                        .singleResult());
            }
            return null;
        });
    }

    private void start(ProcessDefinition newest) {
        if (newest.isSuspended()) {
            LOG.warn(
                    "No daily round waits, since its process is suspended. Resume it in Cockpit and start the application again.");
            return;
        }
        instances.startProcessInstanceById(newest.getId(), "round-" + mornings.nextDay());
    }

    /** Ids of the rounds whose morning has not come. */
    private Set<String> waiting() {
        return jobs.createJobQuery().processDefinitionKey(PROCESS).timers().list().stream()
                .map(Job::getProcessInstanceId)
                .collect(toSet());
    }
}
