package org.criticalfriend.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.CalendarEntry.Times;

/**
 * What a person is told about an appointment. If anything of it changes, they are told anew.
 *
 * @param as as what they are invited
 * @param tentative whether they keep the day free and may not be needed
 * @param days on which it is, in order
 * @param times clock times in school, on each day
 * @param place where people go
 * @param link where people meet from afar
 */
record Told(
        AttendsAs as,
        boolean tentative,
        List<LocalDate> days,
        Times times,
        Optional<String> place,
        Optional<String> link) {

    LocalDate first() {
        return days.get(0);
    }

    LocalDate last() {
        return days.get(days.size() - 1);
    }

    /** Whether it has ended. */
    boolean isOver(Instant now) {
        return !SchoolTime.at(last(), times.ends()).isAfter(now);
    }
}
