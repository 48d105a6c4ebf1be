package org.criticalfriend.engine.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a field's value stands in nested maps, and what people call the field.
 *
 * @param path the keys on the way, seen from the form or from the row the field is in
 * @param label as in {@link Breach#field()}, without the row
 */
record Binding(List<String> path, String label) {

    /** The value; {@code null} also if there is none, or something other than a map on the way. */
    Object in(Map<?, ?> values) {
        Object value = values;
        for (String step : path) {
            if (!(value instanceof Map<?, ?> map)) {
                return null;
            }
            value = map.get(step);
        }
        return value;
    }

    /** How many rows the list here has; 0 also if there is none. */
    int rowsIn(Map<?, ?> values) {
        return in(values) instanceof List<?> list ? list.size() : 0;
    }

    /** Whether {@code values} have an entry here, be it {@code null}. */
    boolean isIn(Map<?, ?> values) {
        Object above = new Binding(path.subList(0, path.size() - 1), label).in(values);
        return above instanceof Map<?, ?> map && map.containsKey(last());
    }

    /** Puts the value in, making the maps on the way. Maps on the way that were there are replaced by copies. */
    void put(Map<String, Object> values, Object value) {
        above(values).put(last(), value);
    }

    /** Takes the value out, and the maps on the way that are empty then. */
    void remove(Map<String, Object> values) {
        Map<String, Object> above = above(values);
        above.remove(last());
        if (above.isEmpty() && path.size() > 1) {
            new Binding(path.subList(0, path.size() - 1), label).remove(values);
        }
    }

    private Map<String, Object> above(Map<String, Object> values) {
        Map<String, Object> map = values;
        for (String step : path.subList(0, path.size() - 1)) {
            Map<String, Object> inner = copy(map.get(step) instanceof Map<?, ?> present ? present : Map.of());
            map.put(step, inner);
            map = inner;
        }
        return map;
    }

    /** A changeable copy with the entries that have a name. */
    static Map<String, Object> copy(Map<?, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name instanceof String text) {
                copy.put(text, value);
            }
        });
        return copy;
    }

    private String last() {
        return path.get(path.size() - 1);
    }
}
