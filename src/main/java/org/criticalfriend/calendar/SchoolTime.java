package org.criticalfriend.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The one place where school time, Europe/London, meets the UTC of machine and engine. */
public final class SchoolTime {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

    private SchoolTime() {}

    /** The moment at which clocks in school show {@code time} on {@code day}; a time skipped in March is an hour later. */
    public static Instant at(LocalDate day, LocalTime time) {
        return clock(day, time).toInstant();
    }

    /** {@code time} on {@code day} as the clocks in school show it; a time skipped in March is an hour later. */
    public static ZonedDateTime clock(LocalDate day, LocalTime time) {
        return LocalDateTime.of(day, time).atZone(LONDON);
    }

    /** What clocks and calendars in school show at this moment. */
    public static ZonedDateTime now(Clock clock) {
        return clock.instant().atZone(LONDON);
    }

    /** What clocks and calendars in school show at {@code moment}. */
    public static ZonedDateTime of(Instant moment) {
        return moment.atZone(LONDON);
    }

    /** The date in school at this moment. */
    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    /** The date in school at {@code moment}. */
    public static LocalDate dateOf(Instant moment) {
        return moment.atZone(LONDON).toLocalDate();
    }

    /** The time that clocks in school show at {@code moment}. */
    public static LocalTime timeOf(Instant moment) {
        return moment.atZone(LONDON).toLocalTime();
    }

    /** As people read it: {@code Thursday 5 November 2026}. */
    public static String words(LocalDate day) {
        return LONG_DATE.format(day);
    }

    /** As people read it: {@code November 2026}. */
    public static String words(YearMonth month) {
        return MONTH.format(month);
    }

    /** Where there is little room: {@code Thu 5 Nov 2026}. */
    public static String shortWords(LocalDate day) {
        return SHORT_DATE.format(day);
    }
}
