package org.criticalfriend.notification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.criticalfriend.engine.deployment.ModelCheck;
import org.criticalfriend.engine.deployment.TableColumns;
import org.springframework.stereotype.Component;

/**
 * Looks at a reminder ladder before it is deployed: every cell can be read, no row says what another says, and there are reminders
 * for all steps. So a slip of the pen shows in Modeler, with the number of its row, and not in mails that nobody gets.
 */
@Component
class LadderCheck implements ModelCheck {

    private static final String ACTIVITY = "activity";
    private static final String RUNG = "rung";

    /** A school year has hardly two hundred days; further away nobody means it. */
    private static final int FURTHEST = 40;

    private static final String ID = "\"[A-Za-z_][\\w.-]*\"";
    private static final String IDS = ID + "(\\s*,\\s*" + ID + ")*";
    private static final Pattern STEPS = Pattern.compile("%1$s|not\\(\\s*%1$s\\s*\\)".formatted(IDS));

    @Override
    public List<Fault> faultsIn(String name, byte[] content) {
        return TableColumns.decisions(Ladder.DECISION, name, content).stream()
                .flatMap(decision -> faultsIn(name, decision).stream())
                .toList();
    }

    private static List<Fault> faultsIn(String name, Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return List.of(new Fault(name + ": the reminder ladder has to be a decision table.", decision.getId()));
        }
        List<Fault> faults = TableColumns.faultsInFrame(
                name,
                table,
                HitPolicy.COLLECT,
                "without aggregation, so that every row counts that fits",
                List.of(ACTIVITY),
                List.of(RUNG));
        return faults.isEmpty() ? faultsInRows(name, table) : faults;
    }

    private static List<Fault> faultsInRows(String name, DecisionTable table) {
        TableColumns columns = TableColumns.of(table);
        List<Fault> faults = new ArrayList<>();
        Set<Map<String, String>> above = new HashSet<>();
        boolean general = false;
        int number = 0;
        for (Rule rule : table.getRules()) {
            number++;
            Map<String, String> cells = columns.cellsOf(rule);
            List<String> words = new ArrayList<>(faultsIn(cells));
            if (!above.add(cells)) {
                words.add("A row above it says the same. Delete one of them.");
            }
            for (String fault : words) {
                faults.add(new Fault("%s, row %d: %s".formatted(name, number, fault), rule.getId()));
            }
            String steps = cells.getOrDefault(ACTIVITY, "");
            general = general || steps.isEmpty() || steps.startsWith("not(");
        }
        if (!general) {
            faults.add(new Fault(
                    name
                            + ": there is no row for all steps. Please add one whose Step is blank, or nobody is reminded of"
                            + " steps that are named nowhere.",
                    table.getId()));
        }
        return faults;
    }

    private static List<String> faultsIn(Map<String, String> cells) {
        List<String> faults = new ArrayList<>();
        String steps = cells.getOrDefault(ACTIVITY, "");
        if (!steps.isEmpty() && !STEPS.matcher(steps).matches()) {
            faults.add("Step needs ids of steps in quotation marks, such as \"WriteReport\", or all but some as"
                    + " not(\"WriteReport\"). Blank fits all.");
        }
        if (rung(cells).isEmpty()) {
            faults.add(
                    "School days after it is due needs a whole number from -%1$d to %1$d, such as -5; 0 is the day itself."
                            .formatted(FURTHEST));
        }
        return faults;
    }

    /** Every rung of a table that was looked at before it was deployed. */
    static List<Integer> rungsOf(DecisionTable table) {
        TableColumns columns = TableColumns.of(table);
        return table.getRules().stream()
                .flatMap(rule -> rung(columns.cellsOf(rule)).stream())
                .toList();
    }

    private static Optional<Integer> rung(Map<String, String> cells) {
        return Optional.of(cells.getOrDefault(RUNG, ""))
                .filter(cell -> cell.matches("-?\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(days -> Math.abs(days) <= FURTHEST);
    }
}
