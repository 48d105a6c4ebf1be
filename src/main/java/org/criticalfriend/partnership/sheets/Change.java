package org.criticalfriend.partnership.sheets;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What happens to one row.
 *
 * @param number of the row in the spreadsheet; 0 on a page
 * @param label which row it is, for people
 * @param before as it stands; absent if it is added
 * @param after as it will stand; absent if it is removed
 */
record Change(int number, String label, Optional<Row> before, Optional<Row> after) {

    /** What happens, in a word. */
    enum What {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** A cell that becomes another. */
    record Cell(Column column, String from, String to) {

        /** As people read it: {@code Pupils: 70 → 72}. */
        public String words() {
            return "%s: %s → %s".formatted(column.title(), shown(from), shown(to));
        }

        private static String shown(String text) {
            return text.isEmpty() ? "nothing" : text.replace("\n", " / ");
        }
    }

    public What what() {
        return before.isEmpty() ? What.ADDED : after.isEmpty() ? What.REMOVED : What.CHANGED;
    }

    Row row() {
        return after.or(() -> before).orElseThrow();
    }

    Sheet sheet() {
        return row().sheet();
    }

    /** The cells that become others; of a row that is added those with something in them, none of one that is removed. */
    List<Cell> cells() {
        return after.stream()
                .flatMap(to -> sheet().kept().stream()
                        .filter(column -> !column.isKey())
                        .map(column -> new Cell(
                                column,
                                before.map(from -> from.cell(column.title())).orElse(""),
                                to.cell(column.title())))
                        .filter(cell -> !Objects.equals(cell.from(), cell.to())))
                .toList();
    }

    /** The cells in words; for a row that is added only what it gets. */
    public List<String> words() {
        return cells().stream()
                .map(cell -> what() == What.ADDED
                        ? "%s: %s".formatted(cell.column().title(), Cell.shown(cell.to()))
                        : cell.words())
                .toList();
    }

    /** What is kept of it for good: contact data without what it was or is. */
    String record() {
        return cells().stream()
                .map(cell -> cell.column().isPersonal()
                        ? cell.column().title()
                        : what() == What.ADDED
                                ? "%s: %s".formatted(cell.column().title(), Cell.shown(cell.to()))
                                : cell.words())
                .collect(Collectors.joining("\n"));
    }
}
