package org.criticalfriend.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads what was submitted along the form, never deeper or further than the form goes: whatever else is in it is told or
 * left alone, but not looked into.
 */
final class Submission {

    /** How many rows one list may have. */
    static final int MOST_ROWS = 200;

    /** How many rows all lists of an answer may have together. */
    static final int MOST_ROWS_IN_ALL = 1_000;

    private final Breaches breaches;
    private int rowsInAll;

    Submission(Breaches breaches) {
        this.breaches = breaches;
    }

    /** @param opened what the form was opened with, as the browser held it */
    Sheet read(List<Part> parts, Names names, Map<?, ?> submitted, Map<String, Object> opened) {
        return sheet("", parts, names, submitted, opened);
    }

    private Sheet sheet(String where, List<Part> parts, Names names, Map<?, ?> submitted, Map<String, Object> opened) {
        names.tellStrangers(submitted, where, breaches);
        Sheet sheet = new Sheet(where, parts, submitted, opened);
        read(sheet, parts);
        return sheet;
    }

    private void read(Sheet sheet, List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Part.Group group) {
                read(sheet, group.parts());
            } else if (part instanceof Part.Field field) {
                read(sheet, field);
            } else if (part instanceof Part.Rows rows) {
                read(sheet, rows);
            }
        }
    }

    private static void read(Sheet sheet, Part.Field field) {
        if (!field.binding().isIn(sheet.submitted())) {
            return;
        }
        try {
            sheet.read().put(field, field.input().read(field.binding().in(sheet.submitted())));
        } catch (Input.NotReadable notItsType) {
            sheet.unreadable().put(field, notItsType.getMessage());
        }
    }

    private void read(Sheet sheet, Part.Rows rows) {
        String label = rows.binding().label();
        Object submitted = rows.binding().in(sheet.submitted());
        // A list from which the last row was taken away is not sent at all.
        if (submitted != null && !(submitted instanceof List<?>)) {
            breaches.add(sheet.where(), label, "this must be a list");
            return;
        }
        List<?> list = submitted == null ? List.of() : (List<?>) submitted;
        rowsInAll += Math.min(list.size(), MOST_ROWS + 1);
        if (list.size() > MOST_ROWS || rowsInAll > MOST_ROWS_IN_ALL) {
            breaches.add(sheet.where(), label, "please keep to " + MOST_ROWS + " rows");
            return;
        }
        List<Sheet> read = new ArrayList<>();
        // The browser leaves out rows at the end in which nothing is shown. They are there all the same.
        int all = rows.addable()
                ? list.size()
                : Math.max(list.size(), rows.binding().rowsIn(sheet.opened()));
        for (int i = 0; i < all; i++) {
            String where = (sheet.isRow() ? sheet.where() + ": " : "") + label + ", row " + (i + 1);
            Map<?, ?> row = i < list.size() ? row(list.get(i), where) : Map.of();
            read.add(sheet(where, rows.parts(), rows.names(), row, opened(sheet, rows, i)));
        }
        sheet.rows().put(rows, read);
    }

    // A row in which everything is hidden is sent as null, if rows follow.
    private Map<?, ?> row(Object submitted, String where) {
        if (submitted instanceof Map<?, ?> row) {
            return row;
        }
        if (submitted != null) {
            breaches.add(where, "", "this must be a row of fields");
        }
        return Map.of();
    }

    private static Map<String, Object> opened(Sheet sheet, Part.Rows rows, int row) {
        boolean told =
                rows.canBeCompared() && rows.binding().in(sheet.opened()) instanceof List<?> list && row < list.size();
        return told ? Binding.copy((Map<?, ?>) ((List<?>) rows.binding().in(sheet.opened())).get(row)) : Map.of();
    }
}
