package org.criticalfriend.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values as the browser holds them.
 *
 * @param first whether it is not known yet what is hidden: then what was not sent still is as the form was opened
 */
record BrowserData(boolean first) {

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

    private boolean leavesOut(Sheet sheet, Part part) {
        return !first && sheet.look().hidden().contains(part);
    }

    private void fill(Sheet sheet, Part.Field field, Map<String, Object> data) {
        Binding binding = field.binding();
        if (leavesOut(sheet, field)) {
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
        if (leavesOut(sheet, rows)) {
            binding.remove(data);
        } else if (!first || binding.in(sheet.submitted()) != null || !binding.isIn(data)) {
            List<Object> list = new ArrayList<>();
            sheet.rows().getOrDefault(rows, List.of()).forEach(row -> list.add(of(row)));
            binding.put(data, list);
        }
    }

    private void fill(Sheet sheet, Part.Computed computed, Map<String, Object> data) {
        Binding binding = computed.binding();
        if (leavesOut(sheet, computed)) {
            binding.remove(data);
        } else if (!computed.onlyOnSubmit() && sheet.look().computed().containsKey(binding.path())) {
            binding.put(data, sheet.look().computed().get(binding.path()));
        }
    }
}
