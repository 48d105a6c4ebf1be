package org.criticalfriend.calendar;

import java.time.LocalDate;

/**
 * Days of a school without pupils, for people to look at; what may be counted on them says {@link SchoolCalendar}.
 *
 * @param firstDay included
 * @param lastDay included, not before the first
 * @param kind why
 * @param name as people call it: {@code Half-term}, {@code INSET day}
 */
public record Closure(LocalDate firstDay, LocalDate lastDay, Kind kind, String name) {

    /** Why there are no pupils. */
    public enum Kind {
        /** Between two terms. */
        HOLIDAY,
        /** As the country keeps it. */
        BANK_HOLIDAY,
        /** Staff work, pupils stay at home. */
        INSET,
        /** Closed for once: an extra bank holiday, a polling station. */
        CLOSED
    }
}
