package org.criticalfriend.engine.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that the form itself, or one row of a list, may carry. A name belongs to one field only. */
final class Names {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");

    private final Map<String, Names> below = new HashMap<>();
    private boolean field;

    /** Gives {@code path} to a field or list; false if it, or a part of it, belongs to another one. */
    boolean claim(List<String> path) {
        Names end = walk(path);
        if (end == null || end.field || !end.below.isEmpty()) {
            return false;
        }
        end.field = true;
        return true;
    }

    /** Opens {@code path} for the fields of a group; false if it, or a part of it, belongs to a field. */
    boolean open(List<String> path) {
        Names end = walk(path);
        return end != null && !end.field;
    }

    private Names walk(List<String> path) {
        Names names = this;
        for (String step : path) {
            if (names.field) {
                return null;
            }
            names = names.below.computeIfAbsent(step, name -> new Names());
        }
        return names;
    }

    /** Tells all that {@code submitted} carries besides fields of these names. */
    void tellStrangers(Map<?, ?> submitted, String where, Breaches breaches) {
        submitted.forEach((name, value) -> {
            Names known = below.get(name);
            if (known == null) {
                breaches.add(where, "", "there is no field " + called(name) + " here");
            } else if (known.field || value == null) {
                // The field itself says what is wrong with it.
            } else if (value instanceof Map<?, ?> group) {
                known.tellStrangers(group, where, breaches);
            } else {
                breaches.add(where, "", called(name) + " is not a group of fields");
            }
        });
    }

    // Anything may have been typed into a name, too.
    private static String called(Object name) {
        return name instanceof String text && PLAIN.matcher(text).matches() ? text : "of that name";
    }
}
