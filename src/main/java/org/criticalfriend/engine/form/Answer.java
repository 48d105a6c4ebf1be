package org.criticalfriend.engine.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the gate makes of a submitted form: either values that keep every rule of the form, or breaches.
 *
 * <p>The values follow the form's keys and paths, nested maps for paths, a list of maps for a dynamic list. Every field
 * that can be filled in has its key, also if it was left empty or is hidden. They are of these types:
 *
 * <ul>
 *   <li>text: {@link String} without space around it, line ends as {@code \n}; {@code null} if empty
 *   <li>number (also with {@code serializeToString}): {@link java.math.BigDecimal} without trailing zeros; {@code null} if
 *       empty
 *   <li>checkbox: {@link Boolean}; {@code null} if hidden
 *   <li>select, radio: the value of the option: {@link String}, {@link java.math.BigDecimal} or {@link Boolean};
 *       {@code null} if none
 *   <li>checklist, taglist: {@link List} of such values, each once; empty if none
 *   <li>date: {@link java.time.LocalDate}; time: {@link java.time.LocalTime} as clocks in school show it; date and time:
 *       {@link java.time.OffsetDateTime} with school's offset; {@code null} if empty
 *   <li>expression: what the server computed, whatever was submitted
 *   <li>dynamic list: {@link List} of maps; empty if there are no rows or it is hidden
 * </ul>
 *
 * Fields that are read-only or disabled are left out, except inside dynamic lists whose rows are fixed: there each row
 * carries them, with the value the form was opened with, so that a row can be told from its neighbours.
 *
 * @param values the values to keep; empty as soon as there is a breach, so that nothing refused can be used
 * @param breaches what is wrong, in the form's order, at most {@value Breaches#MOST}
 */
public record Answer(Map<String, Object> values, List<Breach> breaches) {

    public Answer {
        // Map.copyOf takes no null, and null is how an empty field is told.
        values = breaches.isEmpty() ? Collections.unmodifiableMap(new LinkedHashMap<>(values)) : Map.of();
        breaches = List.copyOf(breaches);
    }

    /** Whether the answer keeps every rule of the form. */
    public boolean accepted() {
        return breaches.isEmpty();
    }
}
