package org.criticalfriend.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service behind the form gate: completing goes through it, every way round it is shut. */
public class GuardedTasks extends TaskServiceImpl {

    private final FormGate gate;

    /** @param gate the form gate */
    public GuardedTasks(FormGate gate) {
        this.gate = gate;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        gate.handIn(taskId, variables, routing -> {
            super.complete(taskId, routing);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return gate.handIn(
                taskId, variables, routing -> super.completeWithVariablesInReturn(taskId, routing, deserializeValues));
    }

    /** A task is claimed for oneself, never given back into nobody's hands and never put into somebody else's. */
    @Override
    public void claim(String taskId, String userId) {
        gate.requireSignedIn(userId);
        super.claim(taskId, userId);
    }

    @Override
    public void resolveTask(String taskId) {
        throw shut();
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw shut();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        throw shut();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        throw shut();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        throw shut();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        throw shut();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        throw shut();
    }

    private static Refusal shut() {
        return Refusal.forbidden("A task is handed in with its form only.");
    }
}
