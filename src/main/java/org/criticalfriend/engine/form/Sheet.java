package org.criticalfriend.engine.form;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One level of a submitted form: the form itself, or one row of a list. */
final class Sheet {

    private final String where;
    private final List<Part> parts;
    private final Map<?, ?> submitted;
    private final Map<String, Object> opened;
    private final Map<Part.Field, Object> read = new IdentityHashMap<>();
    private final Map<Part.Field, String> unreadable = new IdentityHashMap<>();
    private final Map<Part.Rows, List<Sheet>> rows = new IdentityHashMap<>();
    private Look look = new Look(Map.of());

    /**
     * @param where the row, as {@code Questions, row 2}; empty for the form itself
     * @param opened what this level was opened with, as the browser held it; empty if that cannot be told
     */
    Sheet(String where, List<Part> parts, Map<?, ?> submitted, Map<String, Object> opened) {
        this.where = where;
        this.parts = parts;
        this.submitted = submitted;
        this.opened = opened;
    }

    /**
     * What a level looks like while the form is filled in.
     *
     * @param hidden parts that are not shown, with all that is in them
     * @param locked parts that cannot be changed, with all that is in them
     * @param computed the values of the computed fields that are shown, by path
     * @param context the names that the level's FEEL expressions see
     */
    record Look(Set<Part> hidden, Set<Part> locked, Map<List<String>, Object> computed, Map<String, Object> context) {

        Look(Map<String, Object> context) {
            this(
                    Collections.newSetFromMap(new IdentityHashMap<>()),
                    Collections.newSetFromMap(new IdentityHashMap<>()),
                    new LinkedHashMap<>(),
                    context);
        }
    }

    String where() {
        return where;
    }

    boolean isRow() {
        return !where.isEmpty();
    }

    List<Part> parts() {
        return parts;
    }

    Map<?, ?> submitted() {
        return submitted;
    }

    Map<String, Object> opened() {
        return opened;
    }

    /** The values that were submitted and are of their field's type. */
    Map<Part.Field, Object> read() {
        return read;
    }

    /** Fields with a value that is not of their type, and what to tell about it. */
    Map<Part.Field, String> unreadable() {
        return unreadable;
    }

    /** The rows of the lists on this level; a list that cannot be read has no entry. */
    Map<Part.Rows, List<Sheet>> rows() {
        return rows;
    }

    Look look() {
        return look;
    }

    void look(Look now) {
        look = now;
    }
}
