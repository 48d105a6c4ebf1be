package org.criticalfriend.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.criticalfriend.engine.deployment.ModelCheck;
import org.criticalfriend.engine.deployment.TableColumns;
import org.springframework.stereotype.Component;

/**
 * Looks at a table of team sizes before it is deployed: every cell can be read, every row can be reached, and there is an answer
 * for every school. So a slip of the pen shows in Modeler, with the number of its row, and not when a review is to start.
 */
@Component
class TeamSizeCheck implements ModelCheck {

    private static final List<String> INPUTS = List.of("roll", "kind", "partnership");
    private static final List<String> OUTPUTS = List.of("reviewers", "days", "associates");

    private static final String SCHOOL = "\"%s\"".formatted(ReviewKind.SCHOOL);

    private static final int MOST_REVIEWERS = 12;

    @Override
    public List<Fault> faultsIn(String name, byte[] content) {
        return TableColumns.decisions(TeamSizes.DECISION, name, content).stream()
                .flatMap(decision -> faultsIn(name, decision).stream())
                .toList();
    }

    private static List<Fault> faultsIn(String name, Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return List.of(new Fault(name + ": the team sizes have to be a decision table.", decision.getId()));
        }
        List<Fault> faults = Narrowing.faultsInFrame(name, table, INPUTS, OUTPUTS);
        return faults.isEmpty() ? faultsInRows(name, table, TableColumns.of(table)) : faults;
    }

    private static List<Fault> faultsInRows(String name, DecisionTable table, TableColumns columns) {
        List<Fault> faults = new ArrayList<>();
        List<Row> above = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            Row row = new Row(columns.cellsOf(rule));
            String place = "%s, row %d".formatted(name, above.size() + 1);
            for (String words : row.faults(above)) {
                faults.add(new Fault("%s: %s".formatted(place, words), rule.getId()));
            }
            if (above.stream().anyMatch(row::isCoveredBy)) {
                faults.add(TableColumns.unreachable(place, rule));
            }
            above.add(row);
        }
        if (above.stream().noneMatch(Row::isForAll)) {
            faults.add(new Fault(
                    name
                            + ": there is no row for any number of pupils, all kinds of review and all partnerships. Please add one at the end.",
                    table.getId()));
        }
        return faults;
    }

    /** Rolls from one to another, both included. */
    private record Rolls(int from, int to) {

        private static final Pattern BOUND = Pattern.compile("(<=|<|>=|>)\\s*(\\d{1,6})");
        private static final Pattern RANGE = Pattern.compile("\\[\\s*(\\d{1,6})\\s*\\.\\.\\s*(\\d{1,6})\\s*\\]");

        static Optional<Rolls> in(String cell) {
            if (cell.isEmpty()) {
                return Optional.of(new Rolls(0, Integer.MAX_VALUE));
            }
            Matcher range = RANGE.matcher(cell);
            if (range.matches()) {
                return Optional.of(new Rolls(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))))
                        .filter(rolls -> rolls.from <= rolls.to);
            }
            Matcher bound = BOUND.matcher(cell);
            if (!bound.matches()) {
                return Optional.empty();
            }
            int number = Integer.parseInt(bound.group(2));
            return Optional.of(
                    switch (bound.group(1)) {
                        case "<=" -> new Rolls(0, number);
                        case "<" -> new Rolls(0, number - 1);
                        case ">=" -> new Rolls(number, Integer.MAX_VALUE);
                        default -> new Rolls(number + 1, Integer.MAX_VALUE);
                    });
        }

        boolean hold(Rolls others) {
            return from <= others.from && others.to <= to;
        }
    }

    private record Row(Map<String, String> cells) {

        private String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        private Optional<Rolls> rolls() {
            return Rolls.in(cell("roll"));
        }

        List<String> faults(List<Row> above) {
            List<String> faults = new ArrayList<>();
            if (rolls().isEmpty()) {
                faults.add("Pupils needs a bound such as <= 420, or a range such as [101..420]. Blank fits all.");
            }
            faults.addAll(Narrowing.faultsIn(cell("kind"), cell("partnership")));
            if (!isWhole("reviewers", 1, MOST_REVIEWERS)) {
                faults.add("Reviewers needs a whole number from 1 to %d.".formatted(MOST_REVIEWERS));
            }
            int longest = longestVisit(above);
            if (!cell("days").matches("\\d(\\.[05])?") || !isBetweenHalfADayAnd(longest)) {
                faults.add("Visit days needs half a day to %d days, in halves, such as 1.5.".formatted(longest));
            }
            if (!isWhole("associates", 0, TeamSize.MOST_ASSOCIATES)) {
                faults.add("Associates at most needs a whole number from 0 to %d.".formatted(TeamSize.MOST_ASSOCIATES));
            }
            return faults;
        }

        /** A row for all kinds is one for schools too, unless the rows above leave no school to it. */
        private int longestVisit(List<Row> above) {
            Map<String, String> ofASchool = new HashMap<>(cells);
            ofASchool.put("kind", SCHOOL);
            boolean fitsASchool = TableColumns.covers(cell("kind"), SCHOOL)
                    && above.stream().noneMatch(new Row(ofASchool)::isCoveredBy);
            return (fitsASchool ? ReviewKind.SCHOOL : ReviewKind.MAT).longestVisit();
        }

        private boolean isBetweenHalfADayAnd(int longest) {
            BigDecimal days = new BigDecimal(cell("days"));
            return days.signum() > 0 && days.compareTo(BigDecimal.valueOf(longest)) <= 0;
        }

        private boolean isWhole(String column, int least, int most) {
            String cell = cell(column);
            return cell.matches("\\d{1,2}") && Integer.parseInt(cell) >= least && Integer.parseInt(cell) <= most;
        }

        boolean isForAll() {
            return INPUTS.stream().allMatch(column -> cell(column).isEmpty());
        }

        boolean isCoveredBy(Row above) {
            return above.rolls()
                            .filter(wider -> rolls().filter(wider::hold).isPresent())
                            .isPresent()
                    && TableColumns.covers(above.cell("kind"), cell("kind"))
                    && TableColumns.covers(above.cell("partnership"), cell("partnership"));
        }
    }
}
