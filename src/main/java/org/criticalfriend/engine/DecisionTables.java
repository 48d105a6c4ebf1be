package org.criticalfriend.engine;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
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

        private final DecisionDefinitionEntity decision;

        private Table(DecisionDefinitionEntity decision) {
            this.decision = decision;
        }

        /** The engine gives it to no other version of any table. */
        public String id() {
            return decision.getId();
        }

        /**
         * Whether an answer may hang on an input. A column in which all cells are blank makes no difference, unless another cell names
         * what it asks for.
         *
         * @param input what the column asks for, a name
         */
        public boolean looksAt(String input) {
            DmnDecisionTableImpl logic = (DmnDecisionTableImpl) decision.getDecisionLogic();
            Stream<String> columns = IntStream.range(0, logic.getInputs().size())
                    .filter(column -> logic.getRules().stream()
                            .anyMatch(rule -> !isBlank(rule.getConditions().get(column))))
                    .mapToObj(column ->
                            logic.getInputs().get(column).getExpression().getExpression());
            Stream<String> cells = logic.getRules().stream()
                    .flatMap(rule -> Stream.concat(rule.getConditions().stream(), rule.getConclusions().stream()))
                    .filter(cell -> !isBlank(cell))
                    .map(DmnExpressionImpl::getExpression);
            return Stream.concat(columns, cells).anyMatch(text -> text.contains(input));
        }

        private static boolean isBlank(DmnExpressionImpl cell) {
            return cell.getExpression() == null || cell.getExpression().isBlank();
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
        return new Table(
                engine.withContext(context -> (DecisionDefinitionEntity) context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedLatestDecisionDefinitionByKey(id)));
    }
}
