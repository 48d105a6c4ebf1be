package org.criticalfriend.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
 * @param times clock times in school; empty as long as nobody has arranged any
 * @param place where people go
 * @param link where people meet from afar
 */
record Told(
        AttendsAs as,
        boolean tentative,
        List<LocalDate> days,
        Optional<Times> times,
        Optional<String> place,
        Optional<String> link) {

    LocalDate first() {
        return days.get(0);
    }

    LocalDate last() {
        return days.get(days.size() - 1);
    }

    /** Whether it has ended; without times when its last day has. */
    boolean isOver(Instant now) {
        Instant end = times.map(clock -> SchoolTime.at(last(), clock.ends()))
                .orElseGet(() -> SchoolTime.at(last().plusDays(1), LocalTime.MIDNIGHT));
        return !end.isAfter(now);
    }
}
