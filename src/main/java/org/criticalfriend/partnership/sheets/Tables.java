package org.criticalfriend.partnership.sheets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what a file gives: its sheets one after the other, each row by row. The first row of a sheet names its columns. */
final class Tables {

    /** Rows of one sheet. */
    static final int MOST_ROWS = 20_000;

    /** Columns of one sheet. */
    static final int MOST_COLUMNS = 60;

    /** Characters of one cell. */
    static final int LONGEST_CELL = 10_000;

    /** Characters of all cells: what is kept until it is applied. */
    private static final int MOST_CHARACTERS = 8_000_000;

    private final Map<Sheet, Given.Table> tables = new EnumMap<>(Sheet.class);
    private final List<Fault> faults = new ArrayList<>();
    private int characters;

    /** A sheet, of which the rows are told one after the other. */
    Reading sheet(Sheet sheet) {
        return new Reading(sheet);
    }

    /** Notes a sheet of a name that no sheet has. */
    void unknown(String name) {
        faults.add(new Fault(
                name,
                0,
                "",
                "There is no sheet of this name in the register. Please name it as in the template, or leave it out."));
    }

    /** @throws FileRefused if there is no sheet of the register in it */
    Given given() {
        if (tables.isEmpty() && faults.isEmpty()) {
            throw new FileRefused("There is nothing of the register in this file. Please take the template.");
        }
        return new Given(tables, faults, false);
    }

    /** A sheet that is being read. */
    final class Reading {

        private final Sheet sheet;
        private final List<Given.Line> lines = new ArrayList<>();
        private List<Optional<Column>> columns = List.of();

        private Reading(Sheet sheet) {
            this.sheet = sheet;
        }

        /**
         * The next row.
         *
         * @param number as the spreadsheet counts
         * @throws FileRefused if it is too much
         */
        void row(int number, List<String> cells) {
            demand(cells.size() <= MOST_COLUMNS, "It has more than %d columns.".formatted(MOST_COLUMNS));
            for (String cell : cells) {
                demand(cell.length() <= LONGEST_CELL, "A cell has more than %d characters.".formatted(LONGEST_CELL));
                characters += cell.length();
            }
            demand(characters <= MOST_CHARACTERS, "It is too long.");
            if (cells.stream().allMatch(String::isBlank)) {
                return;
            }
            if (columns.isEmpty()) {
                readTitles(number, cells);
                return;
            }
            Map<String, String> typed = new LinkedHashMap<>();
            for (int at = 0; at < Math.min(cells.size(), columns.size()); at++) {
                String cell = cells.get(at);
                columns.get(at).ifPresent(column -> typed.put(column.title(), cell));
            }
            if (typed.values().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(new Given.Line(number, typed));
                demand(lines.size() <= MOST_ROWS, "It has more than %d rows.".formatted(MOST_ROWS));
            }
        }

        private void demand(boolean met, String words) {
            if (!met) {
                throw new FileRefused("The sheet %s is too large to be a register. %s Please upload it in parts."
                        .formatted(sheet.title(), words));
            }
        }

        private void readTitles(int number, List<String> titles) {
            columns = titles.stream().map(sheet::column).toList();
            Set<String> seen = new HashSet<>();
            for (int at = 0; at < titles.size(); at++) {
                if (columns.get(at).isEmpty() && !titles.get(at).isBlank()) {
                    fault(
                            number,
                            "The heading of column %s is none of this sheet. Please take it from the template, or leave"
                                    + " the column out.",
                            letters(at));
                } else if (columns.get(at).isPresent()
                        && !seen.add(columns.get(at).get().title())) {
                    fault(number, "The heading of column %s stands there twice. Please leave one out.", letters(at));
                }
            }
            for (Column key : neededKeys()) {
                if (!seen.contains(key.title())) {
                    fault(
                            number,
                            "The column %s is missing, which says which row is meant. Please add it.",
                            key.title());
                }
            }
        }

        private List<Column> neededKeys() {
            return sheet.keys().stream().filter(Column::isNeeded).toList();
        }

        private void fault(int number, String words, String what) {
            faults.add(Fault.of(sheet, number, "", words.formatted(what)));
        }

        /** Ends the sheet. */
        void end() {
            if (tables.containsKey(sheet)) {
                fault(0, "This sheet is there twice. Please leave one out.%s", "");
            }
            Set<String> known = new HashSet<>();
            columns.stream().flatMap(Optional::stream).map(Column::title).forEach(known::add);
            boolean complete = neededKeys().stream().allMatch(key -> known.contains(key.title()));
            tables.put(sheet, new Given.Table(known, complete ? List.copyOf(lines) : List.of()));
        }
    }

    /** How spreadsheets name a column, counted from 0. */
    private static String letters(int at) {
        return (at < 26 ? "" : String.valueOf((char) ('A' + at / 26 - 1))) + (char) ('A' + at % 26);
    }
}
