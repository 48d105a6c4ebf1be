package org.criticalfriend.engine.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what of a form was shown, could be changed and was computed when it was submitted.
 *
 * <p>As in form-js, expressions see all values of the form by name, and in a list also {@code this} (the row),
 * {@code parent} (what is around it) and {@code i} (the row's number, from 1, for each list around). What is hidden is found
 * in two looks: the first at all values; the second, which counts, without the values of what the first found hidden, save
 * that a hidden field at the top counts with what the form was opened with. Both are repeated until computed fields come
 * to rest.
 *
 * <p>The server's FEEL and the browser's agree as long as an expression compares values of the same type. A text compared
 * with a number may count as true in the browser; here it never does.
 */
final class Visibility {

    private static final int MOST_ROUNDS = 5;

    private final Feel feel;

    Visibility(Feel feel) {
        this.feel = feel;
    }

    /** Leaves the finding as {@link Sheet#look()} in the sheet and its rows. */
    void settle(Sheet form) {
        boolean settled = false;
        for (int round = 0; round < MOST_ROUNDS && !settled; round++) {
            look(form, true);
            settled = look(form, false);
        }
    }

    private boolean look(Sheet form, boolean first) {
        Map<String, Object> data = new BrowserData(first).of(form);
        return look(form, new Around(data, data, null, List.of(), first), false, false);
    }

    /**
     * What the expressions of a level can refer to.
     *
     * @param form the values of the whole form
     * @param here those of this level
     * @param parent the names seen on the level around; null for the form itself
     * @param rows the number of the row for each list around
     * @param first whether this is the first look, which leaves computed values as they are
     */
    private record Around(
            Map<String, Object> form, Object here, Map<String, Object> parent, List<Integer> rows, boolean first) {

        Map<String, Object> names() {
            Map<String, Object> names = new LinkedHashMap<>();
            names.put("this", here);
            names.put("parent", parent);
            names.put("i", rows);
            names.putAll(form);
            names.put("_this_", here);
            names.put("_parent_", parent);
            names.put("_i_", rows);
            return names;
        }

        Around row(Object row, Map<String, Object> names, int number) {
            List<Integer> numbers = new ArrayList<>(rows);
            numbers.add(number);
            return new Around(form, row, names, numbers, first);
        }
    }

    // Returns whether computed values are what they were before.
    private boolean look(Sheet sheet, Around around, boolean hidden, boolean locked) {
        Sheet.Look before = sheet.look();
        Sheet.Look look = new Sheet.Look(around.names());
        judge(sheet.parts(), look, hidden, locked);
        if (around.first()) {
            look.computed().putAll(before.computed());
        } else {
            compute(sheet.parts(), look);
        }
        sheet.look(look);
        boolean same = look.computed().equals(before.computed());
        for (Map.Entry<Part.Rows, List<Sheet>> list : sheet.rows().entrySet()) {
            Part.Rows rows = list.getKey();
            if (!look.hidden().contains(rows)) {
                same &= lookAtRows(rows, list.getValue(), around, look);
            }
        }
        return same;
    }

    private boolean lookAtRows(Part.Rows rows, List<Sheet> sheets, Around around, Sheet.Look look) {
        Object values = rows.binding().in((Map<?, ?>) around.here());
        boolean same = true;
        for (int i = 0; i < sheets.size(); i++) {
            Object row = values instanceof List<?> list && i < list.size() ? list.get(i) : Map.of();
            Around inside = around.row(row, look.context(), i + 1);
            same &= look(sheets.get(i), inside, false, look.locked().contains(rows));
        }
        return same;
    }

    private void judge(List<Part> parts, Sheet.Look look, boolean hiddenAround, boolean lockedAround) {
        for (Part part : parts) {
            boolean hidden = hiddenAround || part.hide().holds(feel, look.context());
            if (hidden) {
                look.hidden().add(part);
            }
            if (part instanceof Part.Group group) {
                judge(group.parts(), look, hidden, lockedAround || group.lock().holds(feel, look.context()));
            } else if (part instanceof Part.Field field) {
                note(look, field, lockedAround || field.lock().holds(feel, look.context()));
            } else if (part instanceof Part.Rows rows) {
                note(look, rows, lockedAround || rows.lock().holds(feel, look.context()));
            }
        }
    }

    private void compute(List<Part> parts, Sheet.Look look) {
        for (Part part : parts) {
            if (part instanceof Part.Group group) {
                compute(group.parts(), look);
            } else if (part instanceof Part.Computed computed && !look.hidden().contains(computed)) {
                Object value = feel.value(computed.expression(), look.context());
                look.computed().put(computed.binding().path(), value);
            }
        }
    }

    private static void note(Sheet.Look look, Part part, boolean locked) {
        if (locked) {
            look.locked().add(part);
        }
    }
}
