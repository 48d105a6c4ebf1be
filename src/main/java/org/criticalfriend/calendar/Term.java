package org.criticalfriend.calendar;

import java.time.LocalDate;

/**
 * A stretch of weeks with pupils in school, between two holidays or a holiday and a half-term.
 *
 * @param firstDay first day, included
 * @param lastDay last day, included
 */
public record Term(LocalDate firstDay, LocalDate lastDay) {

    /** @throws IllegalArgumentException if the last day lies before the first */
    public Term {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "A term cannot end on %s, before its first day %s.".formatted(lastDay, firstDay));
        }
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
