package org.criticalfriend.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.criticalfriend.engine.deployment.CheckedModels;
import org.criticalfriend.engine.deployment.ModelCheck;
import org.criticalfriend.engine.deployment.NotedDeployments;
import org.criticalfriend.engine.door.GuardedFilters;
import org.criticalfriend.engine.door.GuardedJobs;
import org.criticalfriend.engine.door.NarrowExpressions;
import org.criticalfriend.engine.door.NoCodeInModels;
import org.criticalfriend.engine.door.NoExpressionsInQueries;
import org.criticalfriend.engine.door.RefusedCommands;
import org.criticalfriend.engine.form.Drafts;
import org.criticalfriend.engine.form.FormGate;
import org.criticalfriend.engine.form.GuardedForms;
import org.criticalfriend.engine.form.GuardedTasks;
import org.criticalfriend.engine.identity.RegisterIdentities;
import org.criticalfriend.engine.identity.WhoIsWho;
import org.criticalfriend.engine.task.EveryTask;
import org.criticalfriend.engine.task.ReadableTasks;
import org.criticalfriend.engine.task.RightsInQueries;
import org.criticalfriend.engine.task.StepDates;
import org.criticalfriend.engine.task.TaskCard;
import org.criticalfriend.engine.task.TaskNotices;
import org.criticalfriend.engine.task.TaskReaders;
import org.criticalfriend.engine.task.TaskRights;
import org.criticalfriend.reading.UntilChanged;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts into the engine what this application changes of it. Waits for our own tables, which come first. */
@Component
@DependsOnDatabaseInitialization
class EngineSetUp extends AbstractProcessEnginePlugin {

    private final ListableBeanFactory beans;
    private final FormGate gate;
    private final Drafts drafts;
    private final WhoIsWho register;
    private final List<TaskReaders> readers;
    private final ReadableTasks readable;
    private final List<TaskCard> cards;
    private final StepDates dates;
    private final TaskNotices notices;
    private final List<ModelCheck> checks;
    private final UntilChanged untilChanged;
    private final ApplicationEventPublisher events;

    EngineSetUp(
            ListableBeanFactory beans,
            FormGate gate,
            Drafts drafts,
            WhoIsWho register,
            List<TaskReaders> readers,
            ReadableTasks readable,
            List<TaskCard> cards,
            StepDates dates,
            TaskNotices notices,
            List<ModelCheck> checks,
            UntilChanged untilChanged,
            ApplicationEventPublisher events) {
        this.untilChanged = untilChanged;
        this.events = events;
        this.beans = beans;
        this.gate = gate;
        this.drafts = drafts;
        this.register = register;
        this.readers = readers;
        this.readable = readable;
        this.cards = cards;
        this.dates = dates;
        this.notices = notices;
        this.checks = checks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        NamedBeans named = new NamedBeans(beans);
        engine.setBeans(named);
        // The engine's factory has set one already that knows every bean.
        engine.setExpressionManager(new NarrowExpressions(named));
        engine.setCustomHistoryLevels(List.of(new ReviewHistory()));
        engine.setHistoryEventProducer(new BriefTaskHistory());
        // Whose tasks were done when is in the history; this table would count it a second time for a licence.
        engine.setTaskMetricsEnabled(false);
        // The real time, also where tests move the clock: the order of keys is that in which rows are written.
        engine.setIdGenerator(new ShortIds(Clock.systemUTC()));

        engine.setIdentityProviderSessionFactory(new RegisterIdentities(register));
        engine.setDbIdentityUsed(false);
        engine.setResourceAuthorizationProvider(new TaskRights(this::readersOf));
        engine.setCustomSessionFactories(new ArrayList<>(List.of(new RightsInQueries.Factory(readable))));

        engine.setTaskService(new GuardedTasks(gate));
        engine.setFormService(new GuardedForms(gate));
        engine.setFilterService(new GuardedFilters());
        engine.setManagementService(new GuardedJobs(engine));
        List<CommandInterceptor> doors = List.of(new RefusedCommands(engine), new NoExpressionsInQueries());
        engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(doors));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(
                List.of(new RefusedCommands(engine), new NoExpressionsInQueries()));

        engine.setCustomPostCommandInterceptorsTxRequired(List.of(new NotedDeployments(untilChanged, events)));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(List.of(new NotedDeployments(untilChanged, events)));

        List<BpmnParseListener> listeners =
                Optional.ofNullable(engine.getCustomPostBPMNParseListeners()).orElseGet(ArrayList::new);
        listeners.add(new EveryTask(this::cardOf, dates, drafts, notices));
        listeners.add(new NoCodeInModels());
        engine.setCustomPostBPMNParseListeners(listeners);
        engine.setCustomPreDeployers(new ArrayList<>(List.of(new CheckedModels(checks))));
        engine.setCustomPostCmmnTransformListeners(new ArrayList<>(List.of(new NoCodeInModels.NoCases())));
    }

    private Set<String> readersOf(String reference) {
        return readers.stream()
                .map(some -> some.of(reference))
                .filter(Predicate.not(Set::isEmpty))
                .findFirst()
                .orElse(Set.of());
    }

    private Map<String, Object> cardOf(String reference) {
        return cards.stream()
                .map(card -> card.of(reference))
                .filter(Predicate.not(Map::isEmpty))
                .findFirst()
                .orElse(Map.of());
    }
}
