package org.criticalfriend.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks decision tables, whoever is signed in. The engine's own service would look a table up anew for each question. */
@Component
public class DecisionTables {

    private final EngineItself engine;

    DecisionTables(EngineItself engine) {
        this.engine = engine;
    }

    /** One version of a decision table. */
    public final class Table {

        private final DmnDecision decision;

        private Table(DmnDecision decision) {
            this.decision = decision;
        }

        /**
         * The outputs of the first row that applies, by their names; empty if none does.
         *
         * @param inputs what the columns ask for, by name
         */
        public Optional<Map<String, Object>> answer(Map<String, Object> inputs) {
            DmnDecisionTableResult found = engine.withContext(context -> context.getProcessEngineConfiguration()
                    .getDmnEngine()
                    .evaluateDecisionTable(decision, Variables.fromMap(inputs)));
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(found.getFirstResult().getEntryMap());
        }
    }

    /**
     * The version of a table that is in force now.
     *
     * @param id id of the decision
     * @throws org.camunda.bpm.engine.ProcessEngineException if none is deployed
     */
    public Table inForce(String id) {
        return new Table(engine.<DmnDecision>withContext(
                context -> (DecisionDefinitionEntity) context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedLatestDecisionDefinitionByKey(id)));
    }
}
