package org.criticalfriend.partnership;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Days of the week, from Monday on. */
final class Weekdays {

    /** Monday to Friday. */
    static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private Weekdays() {}

    /** A copy that cannot be changed, in the order of the week. */
    static Set<DayOfWeek> of(Collection<DayOfWeek> days) {
        EnumSet<DayOfWeek> sorted = EnumSet.noneOf(DayOfWeek.class);
        sorted.addAll(days);
        return Collections.unmodifiableSet(sorted);
    }

    static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
