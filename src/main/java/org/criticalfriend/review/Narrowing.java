package org.criticalfriend.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.criticalfriend.engine.deployment.ModelCheck.Fault;
import org.criticalfriend.engine.deployment.TableColumns;

/** Tables of which the first row counts that fits, with rows that are narrowed to a kind of review and to a partnership. */
final class Narrowing {

    private static final Set<String> KINDS =
            Arrays.stream(ReviewKind.values()).map(Enum::name).collect(Collectors.toSet());

    private Narrowing() {}

    /** What is wrong with such a table as a whole. */
    static List<Fault> faultsInFrame(String name, DecisionTable table, List<String> inputs, List<String> outputs) {
        return TableColumns.faultsInFrame(
                name,
                table,
                HitPolicy.FIRST,
                "so that a row for one partnership can stand above the general one",
                inputs,
                outputs);
    }

    /** What is wrong in the cells that narrow a row. */
    static List<String> faultsIn(String kind, String partnership) {
        List<String> faults = new ArrayList<>();
        if (!kind.isEmpty() && TableColumns.word(kind).filter(KINDS::contains).isEmpty()) {
            faults.add(TableColumns.choose(
                            "Kind of review", KINDS.stream().sorted().toList()) + " Blank fits all.");
        }
        if (!partnership.isEmpty() && TableColumns.word(partnership).isEmpty()) {
            faults.add("Partnership needs the id of one partnership in quotation marks. Blank fits all.");
        }
        return faults;
    }
}
