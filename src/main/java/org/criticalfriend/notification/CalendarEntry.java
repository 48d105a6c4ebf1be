package org.criticalfriend.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * An appointment as it stands in one person's calendar.
 *
 * @param uid by which calendars know it again; never changes
 * @param sequence goes up with each change
 * @param told when it was last changed
 * @param summary its title
 * @param days on which it is, in order; one at least
 * @param times clock times in school, on each of the days; empty if it takes the whole day, or nobody knows yet
 * @param place where it is: an address, or a link
 * @param note what else to know; lines separated by {@code \n}; may be empty
 * @param page address of a page about it
 * @param standing whether it takes place
 * @param busy whether the person is there, so that others see the time as taken
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant told,
        String summary,
        List<LocalDate> days,
        Optional<Times> times,
        Optional<String> place,
        String note,
        String page,
        Standing standing,
        boolean busy) {

    /** From when to when, by the clock in school. */
    public record Times(LocalTime starts, LocalTime ends) {}

    /** Whether an appointment takes place. */
    public enum Standing {
        CONFIRMED,
        /** The person keeps it free and may not be needed. */
        TENTATIVE,
        CANCELLED
    }

    /** @throws IllegalArgumentException if it is on no day */
    public CalendarEntry {
        days = List.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("An appointment is on one day at least.");
        }
    }

    /** The same with another title. */
    public CalendarEntry called(String title) {
        return new CalendarEntry(uid, sequence, told, title, days, times, place, note, page, standing, busy);
    }
}
