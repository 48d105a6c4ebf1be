package org.criticalfriend.engine.form;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the browser holds when the form has just been opened, as form-js makes it from what the server sent: values that
 * do not fit become empty, fields without a value take their default, lists without rows get empty ones.
 */
final class Opening {

    private final Map<String, Object> known;

    private Opening(Map<String, Object> known) {
        this.known = known;
    }

    static Map<String, Object> of(List<Part> parts, Map<String, Object> known) {
        return new Opening(known).level(parts, (Map<?, ?>) asSent(known));
    }

    // Dates reach the browser as text, and its expressions see text.
    private static Object asSent(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> sent = new LinkedHashMap<>();
            map.forEach((name, each) -> sent.put(name, asSent(each)));
            return sent;
        }
        if (value instanceof List<?> list) {
            List<Object> sent = new ArrayList<>();
            list.forEach(each -> sent.add(asSent(each)));
            return sent;
        }
        return value instanceof Temporal ? value.toString() : value;
    }

    private Map<String, Object> level(List<Part> parts, Map<?, ?> given) {
        Map<String, Object> opened = Binding.copy(given);
        fill(parts, given, opened);
        return opened;
    }

    private void fill(List<Part> parts, Map<?, ?> given, Map<String, Object> opened) {
        for (Part part : parts) {
            if (part instanceof Part.Group group) {
                fill(group.parts(), given, opened);
            } else if (part instanceof Part.Field field) {
                Binding binding = field.binding();
                boolean sent = binding.isIn(given);
                binding.put(opened, sent ? field.input().opened(binding.in(given), known) : field.untouched());
            } else if (part instanceof Part.Rows rows) {
                rows.binding().put(opened, rows(rows, rows.binding().in(given)));
            } else if (part instanceof Part.Computed computed) {
                computed.binding().put(opened, computed.binding().in(given));
            }
        }
    }

    private List<Object> rows(Part.Rows rows, Object given) {
        List<Object> opened = new ArrayList<>();
        if (given instanceof List<?> list) {
            list.forEach(row -> opened.add(level(rows.parts(), row instanceof Map<?, ?> map ? map : Map.of())));
        } else {
            for (int i = 0; i < rows.untouchedRows(); i++) {
                opened.add(level(rows.parts(), Map.of()));
            }
        }
        return opened;
    }
}
