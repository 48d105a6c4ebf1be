package org.criticalfriend.engine.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.criticalfriend.engine.deployment.ModelCheck.Fault;

/**
 * Where in a rule of a decision table the cells of each column stand (a process owner may have changed their order), and how its
 * cells are read.
 *
 * @param inputs what is asked, column by column
 * @param outputs names of the answers, column by column
 */
public record TableColumns(List<String> inputs, List<String> outputs) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    /** The decisions of this id in a file; none if it holds no decisions. */
    public static List<Decision> decisions(String id, String name, byte[] content) {
        if (!name.endsWith(".dmn")) {
            return List.of();
        }
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(content))
                    .getModelElementsByType(Decision.class)
                    .stream()
                    .filter(decision -> id.equals(decision.getId()))
                    .toList();
        } catch (DmnModelException e) {
            // No DMN at all: the engine says so in its own words.
            return List.of();
        }
    }

    /** The columns of a table. */
    public static TableColumns of(DecisionTable table) {
        return new TableColumns(
                table.getInputs().stream().map(TableColumns::asked).toList(),
                table.getOutputs().stream().map(Output::getName).toList());
    }

    private static String asked(Input input) {
        return input.getInputExpression() == null
                ? ""
                : text(input.getInputExpression().getText());
    }

    /**
     * What is wrong with a table as a whole: its hit policy, and columns that are missing.
     *
     * @param policy that it has to have
     * @param why in words that go on after the name of the policy
     */
    public static List<Fault> faultsInFrame(
            String name,
            DecisionTable table,
            HitPolicy policy,
            String why,
            List<String> neededInputs,
            List<String> neededOutputs) {
        List<Fault> faults = new ArrayList<>();
        if (table.getHitPolicy() != policy || table.getAggregation() != null) {
            faults.add(new Fault("%s: the hit policy has to be %s, %s.".formatted(name, policy, why), table.getId()));
        }
        TableColumns columns = of(table);
        neededInputs.stream()
                .filter(column -> !columns.inputs.contains(column))
                .forEach(column -> faults.add(
                        new Fault("%s: the input column %s is missing.".formatted(name, column), table.getId())));
        neededOutputs.stream()
                .filter(column -> !columns.outputs.contains(column))
                .forEach(column -> faults.add(
                        new Fault("%s: the output column %s is missing.".formatted(name, column), table.getId())));
        return faults;
    }

    /** The cells of a rule by column, as they were typed. */
    public Map<String, String> cellsOf(Rule rule) {
        Map<String, String> cells = new HashMap<>();
        read(
                cells,
                inputs,
                rule.getInputEntries().stream()
                        .map(entry -> text(entry.getText()))
                        .toList());
        read(
                cells,
                outputs,
                rule.getOutputEntries().stream()
                        .map(entry -> text(entry.getText()))
                        .toList());
        return cells;
    }

    private static void read(Map<String, String> cells, List<String> names, List<String> texts) {
        for (int column = 0; column < Math.min(names.size(), texts.size()); column++) {
            cells.put(names.get(column), texts.get(column));
        }
    }

    private static String text(Text text) {
        return text == null || text.getTextContent() == null
                ? ""
                : text.getTextContent().trim();
    }

    /** The word that stands in a cell in quotation marks. */
    public static Optional<String> word(String cell) {
        return Optional.of(WORD.matcher(cell)).filter(found -> found.matches()).map(found -> found.group(1));
    }

    /** Whether a cell that narrows a row lets everything through that another lets through; blank lets all through. */
    public static boolean covers(String above, String below) {
        return above.isEmpty() || above.equals(below);
    }

    /** Words that ask for one of several values. */
    public static String choose(String label, Collection<String> names) {
        return "%s needs one of %s, in quotation marks."
                .formatted(label, names.stream().collect(Collectors.joining("\", \"", "\"", "\"")));
    }

    /** The fault that a row stands where it can never count. */
    public static Fault unreachable(String place, Rule rule) {
        return new Fault(
                "%s: a row above it fits whenever this one does, so it never counts. Move it up, or delete it."
                        .formatted(place),
                rule.getId());
    }
}
