package org.criticalfriend.engine.dates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ActivityExecutionTreeMapping;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.criticalfriend.engine.EngineItself;
import org.springframework.stereotype.Component;

/** Finds the open steps and the timers of running processes, a handful of statements for each process. */
@Component
public class OpenDates {

    private final EngineItself engine;

    OpenDates(EngineItself engine) {
        this.engine = engine;
    }

    /**
     * Works on what is open in all processes of some business keys. What is changed is written when {@code work} is done.
     *
     * @return what {@code work} returns
     */
    public <T> T of(Collection<String> businessKeys, Function<List<OpenProcess>, T> work) {
        return engine.withContext(context -> work.apply(businessKeys.stream()
                .flatMap(key -> instancesOf(context, key))
                .map(instance -> open(context, instance))
                .toList()));
    }

    /** With sub-processes that were called under the same business key. */
    private static Stream<ExecutionEntity> instancesOf(CommandContext context, String businessKey) {
        ProcessInstanceQueryImpl query = new ProcessInstanceQueryImpl();
        query.processInstanceBusinessKey(businessKey);
        return context.getExecutionManager().findProcessInstancesByQueryCriteria(query, null).stream()
                .map(ExecutionEntity.class::cast);
    }

    private static OpenProcess open(CommandContext context, ExecutionEntity instance) {
        List<OpenStep> steps = context.getTaskManager().findTasksByProcessInstanceId(instance.getId()).stream()
                .map(OpenStep::new)
                .toList();
        return new OpenProcess(instance.getBusinessKey(), steps, timers(context, instance));
    }

    private static List<OpenTimer> timers(CommandContext context, ExecutionEntity instance) {
        ActivityExecutionTreeMapping open = new ActivityExecutionTreeMapping(context, instance.getId());
        Map<String, TimerEntity> running =
                context.getJobManager().findJobsByProcessInstanceId(instance.getId()).stream()
                        .filter(TimerEntity.class::isInstance)
                        .map(TimerEntity.class::cast)
                        .collect(Collectors.toMap(
                                timer -> timer.getExecutionId() + timer.getJobDefinitionId(),
                                timer -> timer,
                                // Of a repeating timer there may be two; its dates are not ours.
                                (one, other) -> one));
        List<OpenTimer> timers = new ArrayList<>();
        scopesOf(instance.getProcessDefinition())
                .forEach(scope -> declaredIn(scope).forEach(declaration -> open.getExecutions(scope)
                        .forEach(execution -> timers.add(new OpenTimer(
                                declaration,
                                execution,
                                running.get(execution.getId() + declaration.getJobDefinitionId()))))));
        return timers;
    }

    private static Stream<ScopeImpl> scopesOf(ScopeImpl scope) {
        return Stream.concat(Stream.of(scope), scope.getActivities().stream().flatMap(OpenDates::scopesOf));
    }

    private static Stream<TimerDeclarationImpl> declaredIn(ScopeImpl scope) {
        return Stream.concat(
                TimerDeclarationImpl.getDeclarationsForScope(scope).values().stream(),
                TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(scope).values().stream()
                        .flatMap(listeners -> listeners.values().stream()));
    }

    /** Writes the cards of open steps anew: text by name, as it was put there when the step opened. */
    public void writeCards(List<OpenProcess> processes, Function<String, Map<String, Object>> cards) {
        Map<String, Map<String, Object>> byTask = new HashMap<>();
        processes.forEach(process -> {
            Map<String, Object> card = cards.apply(process.businessKey());
            process.steps().forEach(step -> byTask.put(step.id(), card));
        });
        if (byTask.isEmpty()) {
            return;
        }
        engine.withContext(context -> {
            VariableInstanceQueryImpl query = new VariableInstanceQueryImpl();
            query.taskIdIn(byTask.keySet().toArray(String[]::new));
            context.getVariableInstanceManager().findVariableInstanceByQueryCriteria(query, null).stream()
                    .map(VariableInstanceEntity.class::cast)
                    .forEach(variable -> {
                        Object text = byTask.get(variable.getTaskId()).get(variable.getName());
                        if (text != null && !text.equals(variable.getValue())) {
                            variable.setValue(Variables.untypedValue(text));
                        }
                    });
            return null;
        });
    }
}
