package org.criticalfriend.partnership.sheets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody has given: sheets with cells as they were typed. Sheets, columns and rows that are missing are left alone.
 *
 * @param tables what each sheet holds
 * @param faults what could not be understood at all
 * @param onPage whether it is a single row that was typed on a page
 */
record Given(Map<Sheet, Table> tables, List<Fault> faults, boolean onPage) {

    static final Given NOTHING = new Given(Map.of(), List.of(), false);

    /**
     * A sheet.
     *
     * @param columns titles of the columns that it has
     * @param rows the rows with something in them
     */
    record Table(Set<String> columns, List<Line> rows) {}

    /**
     * A row.
     *
     * @param number as the spreadsheet counts
     * @param cells as typed, by title of the column
     */
    record Line(int number, Map<String, String> cells) {}

    /** A single row that was typed on a page. */
    static Given row(Sheet sheet, Map<String, String> cells) {
        return new Given(Map.of(sheet, new Table(cells.keySet(), List.of(new Line(0, cells)))), List.of(), true);
    }

    /** The ids in a column as they were typed. */
    Set<String> typed(Sheet sheet, String column) {
        return tables.containsKey(sheet)
                ? tables.get(sheet).rows().stream()
                        .map(line -> line.cells().getOrDefault(column, "").strip())
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
