package org.criticalfriend.engine.form;

import java.util.ArrayList;
import java.util.List;

/** Breaches as they are found. The first ones are enough to refuse an answer and to correct it, so it stops counting. */
final class Breaches {

    /** How many breaches are told at once. */
    static final int MOST = 50;

    private final List<Breach> found = new ArrayList<>();

    /**
     * @param where the row, as {@code Questions, row 2}; empty for the form itself
     * @param label the field in it; empty if the row or the form as a whole is meant
     */
    void add(String where, String label, String words) {
        if (found.size() < MOST) {
            found.add(new Breach(field(where, label), words));
        }
    }

    List<Breach> found() {
        return found;
    }

    private static String field(String where, String label) {
        if (where.isEmpty()) {
            return label.isEmpty() ? "This form" : label;
        }
        return label.isEmpty() ? where : where + ": " + label;
    }
}
