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
            throw new IllegalArgumentException("A term cannot end on %s, before its first day, %s."
                    .formatted(SchoolTime.words(lastDay), SchoolTime.words(firstDay)));
        }
    }

    /** As people read it: {@code Thursday 3 September 2026 to Friday 23 October 2026}. */
    String words() {
        return SchoolTime.words(firstDay) + " to " + SchoolTime.words(lastDay);
    }
}
