package org.criticalfriend.calendar;

import java.util.Set;

/**
 * Something in the calendars of these schools may have changed: a day, a blackout, the weekday of the staff meeting. Published in
 * the transaction that changes it, so that what depends on it changes with it or not at all.
 *
 * @param schools ids, at least one
 */
public record CalendarChanged(Set<String> schools) {

    /** Takes a copy. */
    public CalendarChanged {
        schools = Set.copyOf(schools);
    }
}
