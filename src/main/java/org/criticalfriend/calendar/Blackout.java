package org.criticalfriend.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which schools are open and must not be visited: key stage 2 tests, mock examinations, an open week.
 *
 * @param firstDay first day, included
 * @param lastDay last day, included
 * @param name as people call it; 1 to 200 characters
 * @param phase only schools of this phase, such as {@code PRIMARY}; empty for all
 */
public record Blackout(LocalDate firstDay, LocalDate lastDay, String name, Optional<String> phase) {

    private static final int LONGEST_NAME = 200;

    /** @throws IllegalArgumentException if the last day lies before the first, or the name is empty or too long */
    public Blackout {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Say in 1 to %d characters why schools cannot be visited from %s."
                    .formatted(LONGEST_NAME, SchoolTime.words(firstDay)));
        }
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("%s cannot end on %s, before its first day, %s."
                    .formatted(name, SchoolTime.words(lastDay), SchoolTime.words(firstDay)));
        }
    }

    /** For schools of every phase. */
    public Blackout(LocalDate firstDay, LocalDate lastDay, String name) {
        this(firstDay, lastDay, name, Optional.empty());
    }

    /** Whether {@code day} is one of its days. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Whether it concerns schools of {@code phase}. */
    public boolean concerns(String phase) {
        return this.phase.map(phase::equals).orElse(true);
    }
}
