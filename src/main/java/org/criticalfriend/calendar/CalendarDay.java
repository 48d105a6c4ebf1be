package org.criticalfriend.calendar;

import java.time.LocalDate;

/**
 * What is special about one day, whatever terms and bank holidays say of it.
 *
 * @param day the day
 * @param kind who is in school
 * @param name why, as people call it: {@code Coronation}, {@code INSET day}; 1 to 200 characters
 */
public record CalendarDay(LocalDate day, Kind kind, String name) {

    private static final int LONGEST_NAME = 200;

    /** Who is in school. */
    public enum Kind {
        /** Nobody: a one-off bank holiday, a polling station, snow. */
        CLOSED,
        /** Staff work, pupils stay at home. */
        INSET,
        /** Pupils and staff, although it would be closed: a bank holiday that was moved, teaching on a Saturday. */
        OPEN
    }

    /** @throws IllegalArgumentException if the name is empty or longer than 200 characters */
    public CalendarDay {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Say in 1 to %d characters what is on %s, such as INSET day."
                    .formatted(LONGEST_NAME, SchoolTime.words(day)));
        }
    }
}
