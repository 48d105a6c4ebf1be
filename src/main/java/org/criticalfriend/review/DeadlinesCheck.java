package org.criticalfriend.review;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.criticalfriend.engine.deployment.ModelCheck;
import org.criticalfriend.engine.deployment.TableColumns;
import org.springframework.stereotype.Component;

/**
 * Looks at a table of lead times before it is deployed: every cell can be read, every row can be reached, and the rows are there
 * that the application itself asks for. So a slip of the pen shows in Modeler, with the number of its row, and not weeks later in
 * a review.
 */
@Component
class DeadlinesCheck implements ModelCheck {

    private static final List<String> INPUTS = List.of("step", "kind", "partnership");
    private static final List<String> OUTPUTS = List.of("anchor", "offset", "unit", "roll", "time");

    private static final Set<String> FROM_VISIT =
            Set.of(LeadTime.Anchor.VISIT_FIRST.name(), LeadTime.Anchor.VISIT_LAST.name());

    /** Days that other rows count from, so they count from the visit alone. */
    private static final List<String> COUNTED_FROM_VISIT = List.of(
            LeadTimes.PLANNING_MEETING,
            LeadTimes.PLANNING_MEETING + LeadTimes.EARLIEST,
            LeadTimes.PLANNING_MEETING + LeadTimes.LATEST,
            LeadTimes.WORKSHOP,
            LeadTimes.WORKSHOP + LeadTimes.EARLIEST,
            LeadTimes.WORKSHOP + LeadTimes.LATEST,
            LeadTimes.WORKSHOP_BEFORE_REFLECTION,
            LeadTimes.FOLLOW_UP,
            LeadTimes.FOLLOW_UP + LeadTimes.EARLIEST,
            LeadTimes.FOLLOW_UP + LeadTimes.LATEST,
            LeadTimes.REFLECTION_DEADLINE,
            LeadTimes.WRITE_REPORT);

    /** Rows that are asked for before or after their step is open, or belong to none. */
    private static final List<String> ASKED_FOR_ANY_TIME = Stream.concat(
                    COUNTED_FROM_VISIT.stream(),
                    Stream.of(
                            LeadTimes.HOLD_PLANNING_MEETING,
                            LeadTimes.RUN_IMPROVEMENT_WORKSHOP,
                            LeadTimes.PLANNING_GATE,
                            LeadTimes.PREPARE_QUESTIONS,
                            LeadTimes.ISSUE_QUESTIONS,
                            LeadTimes.VISIT,
                            LeadTimes.VISIT_AHEAD,
                            LeadTimes.VISIT_SOON,
                            LeadTimes.PRESENT_FEEDBACK,
                            LeadTimes.AGREE_ACTION_PLAN,
                            LeadTimes.HOLD_FOLLOW_UP_MEETING,
                            LeadTimes.PLAN_COUNTS_AS_SEEN,
                            LeadTimes.STEP_STARTS_LATE))
            .toList();

    /** Rows that the application itself asks for, besides those of the models. */
    static final List<String> NEEDED = Stream.of(
                    ASKED_FOR_ANY_TIME,
                    List.of(LeadTimes.DAYTIME_BEGINS, LeadTimes.DAYTIME_ENDS),
                    StandInRows.NEEDED,
                    ChangeRows.NEEDED)
            .flatMap(List::stream)
            .toList();

    /** Days that are asked for before or after their step is open. */
    private static final Set<String> COUNTED_FROM_THE_REVIEW = ASKED_FOR_ANY_TIME.stream()
            .filter(row -> !row.equals(LeadTimes.STEP_STARTS_LATE) && !row.equals(LeadTimes.PLAN_COUNTS_AS_SEEN))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public List<Fault> faultsIn(String name, byte[] content) {
        return TableColumns.decisions(DeadlinesTable.DECISION, name, content).stream()
                .flatMap(decision -> faultsIn(name, decision).stream())
                .toList();
    }

    private static List<Fault> faultsIn(String name, Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return List.of(new Fault(name + ": the lead times have to be a decision table.", decision.getId()));
        }
        List<Fault> faults = Narrowing.faultsInFrame(name, table, INPUTS, OUTPUTS);
        return faults.isEmpty() ? faultsInRows(name, table, TableColumns.of(table)) : faults;
    }

    private static List<Fault> faultsInRows(String name, DecisionTable table, TableColumns columns) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Set<List<String>>> above = new HashMap<>();
        Set<String> general = new HashSet<>();
        int number = 0;
        for (Rule rule : table.getRules()) {
            number++;
            Row row = new Row(rule, columns);
            for (String words : row.faults()) {
                faults.add(new Fault("%s, row %d%s: %s".formatted(name, number, row.named(), words), rule.getId()));
            }
            String step = row.step().orElse("");
            Set<List<String>> before = above.computeIfAbsent(step, first -> new HashSet<>());
            if (before.stream().anyMatch(row::isCoveredBy)) {
                faults.add(TableColumns.unreachable("%s, row %d%s".formatted(name, number, row.named()), rule));
            }
            before.add(row.narrows());
            if (row.narrows().stream().allMatch(String::isEmpty)) {
                general.add(step);
            }
        }
        NEEDED.stream()
                .filter(needed -> !general.contains(needed))
                .forEach(needed -> faults.add(new Fault(
                        "%s: there is no row %s for all kinds of review and all partnerships. Please add one."
                                .formatted(name, needed),
                        table.getId())));
        return faults;
    }

    private static final class Row {

        private final Map<String, String> cells;

        Row(Rule rule, TableColumns columns) {
            cells = columns.cellsOf(rule);
        }

        private String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        Optional<String> step() {
            return TableColumns.word(cell("step"));
        }

        /** For messages: {@code  (WriteReport)}. */
        String named() {
            return step().map(" (%s)"::formatted).orElse("");
        }

        List<String> faults() {
            List<String> faults = new ArrayList<>();
            if (step().filter(step -> !step.isBlank()).isEmpty()) {
                faults.add("Step needs the id of a step in quotation marks, such as \"WriteReport\".");
            }
            faults.addAll(Narrowing.faultsIn(cell("kind"), cell("partnership")));
            oneOf("anchor", "Counted from", LeadTime.Anchor.values()).ifPresent(faults::add);
            oneOf("unit", "Of what", LeadTime.Unit.values()).ifPresent(faults::add);
            oneOf("roll", "If the school is closed", LeadTime.Roll.values()).ifPresent(faults::add);
            if (!cell("offset").matches("-?\\d{1,4}")) {
                faults.add("How many needs a whole number, such as -5.");
            }
            if (TableColumns.word(cell("time")).filter(Row::isTime).isEmpty()) {
                faults.add("Time of day needs hours and minutes in quotation marks, such as \"08:00\".");
            }
            if (step().filter(COUNTED_FROM_VISIT::contains).isPresent() && !countsFromTheVisit()) {
                faults.add(
                        "Meetings, windows, the report and the suggested deadline count from \"VISIT_FIRST\" or \"VISIT_LAST\".");
            }
            if (step().filter(LeadTimes.STEP_STARTS_LATE::equals).isPresent()
                    && !is("anchor", LeadTime.Anchor.STEP_START)) {
                faults.add("StepStartsLate counts from \"STEP_START\".");
            }
            if (step().filter(COUNTED_FROM_THE_REVIEW::contains).isPresent()
                    && is("anchor", LeadTime.Anchor.STEP_START)) {
                faults.add("This row is read before its step starts, so it cannot count from \"STEP_START\".");
            }
            if (step().filter(NEEDED::contains).isPresent() && is("anchor", LeadTime.Anchor.SUPPORT)) {
                faults.add("Only steps of the support process can count from \"SUPPORT\".");
            }
            if (step().filter(NEEDED::contains).isPresent() && countsFromAHalfTerm()) {
                faults.add("Only steps of a partnership's year can count from a half-term.");
            }
            if (is("anchor", LeadTime.Anchor.WORKSHOP_END) != is("unit", LeadTime.Unit.HOURS)) {
                faults.add("\"WORKSHOP_END\" and \"HOURS\" belong together.");
            }
            if ((is("unit", LeadTime.Unit.HOURS_FROM_START) || is("unit", LeadTime.Unit.DAYTIME_HOURS))
                    && !is("anchor", LeadTime.Anchor.STEP_START)) {
                faults.add("\"HOURS_FROM_START\" and \"DAYTIME_HOURS\" count from \"STEP_START\".");
            }
            return faults;
        }

        private boolean is(String column, Enum<?> value) {
            return TableColumns.word(cell(column)).filter(value.name()::equals).isPresent();
        }

        private boolean countsFromAHalfTerm() {
            return is("anchor", LeadTime.Anchor.HALF_TERM_END) || is("anchor", LeadTime.Anchor.NEXT_HALF_TERM_END);
        }

        /** Or else two rows could wait for each other. */
        private boolean countsFromTheVisit() {
            String from = TableColumns.word(cell("anchor")).orElse("");
            return FROM_VISIT.contains(from)
                    || (step().filter(LeadTimes.WORKSHOP_BEFORE_REFLECTION::equals)
                                    .isPresent()
                            && from.equals(LeadTime.Anchor.REFLECTION_DEADLINE.name()));
        }

        private Optional<String> oneOf(String column, String label, Enum<?>[] values) {
            List<String> names = Arrays.stream(values).map(Enum::name).toList();
            return TableColumns.word(cell(column)).filter(names::contains).isPresent()
                    ? Optional.empty()
                    : Optional.of(TableColumns.choose(label, names));
        }

        private static boolean isTime(String text) {
            try {
                LocalTime.parse(text);
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        /** To what it is narrowed: kind and partnership. */
        List<String> narrows() {
            return List.of(cell("kind"), cell("partnership"));
        }

        boolean isCoveredBy(List<String> above) {
            List<String> own = narrows();
            return TableColumns.covers(above.get(0), own.get(0)) && TableColumns.covers(above.get(1), own.get(1));
        }
    }
}
