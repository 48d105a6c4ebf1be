package org.criticalfriend.engine.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what of a form was shown, could be changed and was computed when it was submitted.
 *
 * <p>As in form-js, expressions see all values of the form by name, and in a list also {@code this} (the row),
 * {@code parent} (what is around it) and {@code i} (the row's number, from 1, for each list around); hidden fields are left
 * out, except that a hidden field at the top counts with what the form was opened with. Since what is hidden depends on
 * values and values on what is hidden, it looks again until nothing changes; form-js looks twice.
 */
final class Visibility {

    private static final int MOST_LOOKS = 5;

    private final Feel feel;

    Visibility(Feel feel) {
        this.feel = feel;
    }

    /** Leaves the finding as {@link Sheet#look()} in the sheet and its rows. */
    void settle(Sheet form) {
        boolean settled = false;
        for (int looks = 0; looks < MOST_LOOKS && !settled; looks++) {
            Map<String, Object> data = looks == 0 ? new Data(true).of(form) : new Data(false).of(form);
            settled = look(form, new Around(data, data, null, List.of()), false, false);
        }
    }

    /**
     * What the expressions of a level can refer to.
     *
     * @param form the values of the whole form
     * @param here those of this level
     * @param parent the names seen on the level around; null for the form itself
     * @param rows the number of the row for each list around
     */
    private record Around(Map<String, Object> form, Object here, Map<String, Object> parent, List<Integer> rows) {

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
            return new Around(form, row, names, numbers);
        }
    }

    private boolean look(Sheet sheet, Around around, boolean hidden, boolean locked) {
        Sheet.Look look = new Sheet.Look(around.names());
        judge(sheet.parts(), look, hidden, locked);
        boolean same = look.showsTheSameAs(sheet.look());
        sheet.look(look);
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
            if (part instanceof Part.Computed computed) {
                if (!hidden) {
                    Object value = feel.value(computed.expression(), look.context());
                    look.computed().put(computed.binding().path(), value);
                }
            } else if (part instanceof Part.Group group) {
                judge(group.parts(), look, hidden, lockedAround || group.lock().holds(feel, look.context()));
            } else if (part instanceof Part.Field field) {
                note(look, field, lockedAround || field.lock().holds(feel, look.context()));
            } else if (part instanceof Part.Rows rows) {
                note(look, rows, lockedAround || rows.lock().holds(feel, look.context()));
            }
        }
    }

    private static void note(Sheet.Look look, Part part, boolean locked) {
        if (locked) {
            look.locked().add(part);
        }
    }

    /**
     * The values as the browser holds them.
     *
     * @param first whether it is not known yet what is hidden: then what was not sent still is as the form was opened
     */
    private record Data(boolean first) {

        Map<String, Object> of(Sheet sheet) {
            Map<String, Object> data = Binding.copy(sheet.opened());
            fill(sheet, sheet.parts(), data);
            if (!sheet.isRow()) {
                sheet.opened().forEach((name, value) -> {
                    if (!data.containsKey(name)) {
                        data.put(name, value);
                    }
                });
            }
            return data;
        }

        private void fill(Sheet sheet, List<Part> parts, Map<String, Object> data) {
            for (Part part : parts) {
                if (part instanceof Part.Group group) {
                    fill(sheet, group.parts(), data);
                } else if (part instanceof Part.Field field) {
                    fill(sheet, field, data);
                } else if (part instanceof Part.Rows rows) {
                    fill(sheet, rows, data);
                } else if (part instanceof Part.Computed computed) {
                    fill(sheet, computed, data);
                }
            }
        }

        private void fill(Sheet sheet, Part.Field field, Map<String, Object> data) {
            Binding binding = field.binding();
            if (sheet.look().hidden().contains(field)) {
                binding.remove(data);
            } else if (sheet.look().locked().contains(field)
                    || first && field.lock().isAlways()) {
                // as opened, whatever was sent
            } else if (sheet.read().containsKey(field)) {
                binding.put(data, sheet.read().get(field));
            } else if (!first || !binding.isIn(data)) {
                binding.put(data, field.input().empty());
            }
        }

        private void fill(Sheet sheet, Part.Rows rows, Map<String, Object> data) {
            Binding binding = rows.binding();
            if (sheet.look().hidden().contains(rows)) {
                binding.remove(data);
            } else if (!first || binding.in(sheet.submitted()) != null || !binding.isIn(data)) {
                List<Object> list = new ArrayList<>();
                sheet.rows().getOrDefault(rows, List.of()).forEach(row -> list.add(of(row)));
                binding.put(data, list);
            }
        }

        private void fill(Sheet sheet, Part.Computed computed, Map<String, Object> data) {
            Binding binding = computed.binding();
            if (sheet.look().hidden().contains(computed)) {
                binding.remove(data);
            } else if (!first && !computed.onlyOnSubmit()) {
                binding.put(data, sheet.look().computed().get(binding.path()));
            }
        }
    }
}
