package org.criticalfriend.engine.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service behind the form gate: forms open from the record and are handed in through the gate. */
public class GuardedForms extends FormServiceImpl {

    private final FormGate gate;

    /** @param gate the form gate */
    public GuardedForms(FormGate gate) {
        this.gate = gate;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return gate.open(taskId, null);
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, Collection<String> formVariables, boolean deserializeObjectValues) {
        return gate.open(taskId, formVariables);
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, new HashMap<>(properties));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        gate.handIn(taskId, properties, routing -> {
            super.submitTaskForm(taskId, routing);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return gate.handIn(
                taskId,
                properties,
                routing -> super.submitTaskFormWithVariablesInReturn(taskId, routing, deserializeValues));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        throw notFromHere();
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        throw notFromHere();
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        throw notFromHere();
    }

    @Override
    public ProcessInstance submitStartFormData(
            String processDefinitionId, String businessKey, Map<String, String> properties) {
        throw notFromHere();
    }

    private static Refusal notFromHere() {
        return Refusal.forbidden("A review starts from the year plan, not from here.");
    }
}
