package org.criticalfriend.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.CalendarRecords.BlackoutRow;
import org.criticalfriend.calendar.CalendarRecords.DayRow;

/**
 * What is entered into school calendars and taken away from them at once, for however many countries, calendars, schools and
 * partnerships. {@link SchoolCalendars#change} applies all of it or nothing.
 */
public final class CalendarChange {

    private final Map<Year, List<Term>> terms = new LinkedHashMap<>();
    private final List<DayRow> days = new ArrayList<>();
    private final Set<Day> daysRemoved = new LinkedHashSet<>();
    private final List<BlackoutRow> blackouts = new ArrayList<>();
    private final List<BlackoutRow> blackoutsRemoved = new ArrayList<>();
    private final Map<String, Optional<DayOfWeek>> staffMeetings = new HashMap<>();

    /** The school year of an owner. */
    record Year(Whose whose, SchoolYear year) {}

    /** A day of an owner. */
    record Day(Whose whose, LocalDate day) {}

    /** The terms of one school year of a calendar or a school, in place of those that it had for that year; none only for a school. */
    public CalendarChange terms(Whose whose, SchoolYear year, Collection<Term> inPlace) {
        terms.put(new Year(whose, year), List.copyOf(inPlace));
        return this;
    }

    /** What is special about days, each in place of what was entered for the same owner and day. */
    public CalendarChange days(Whose whose, Collection<CalendarDay> entered) {
        entered.forEach(day -> days.add(new DayRow(whose, day)));
        return this;
    }

    /** That what is entered for a day goes, so that again counts what the owner inherits. */
    public CalendarChange withoutDay(Whose whose, LocalDate day) {
        daysRemoved.add(new Day(whose, day));
        return this;
    }

    /** Blackouts besides those that are there. */
    public CalendarChange blackouts(Whose whose, Collection<Blackout> entered) {
        entered.forEach(blackout -> blackouts.add(new BlackoutRow(whose, blackout)));
        return this;
    }

    /** That a blackout goes. */
    public CalendarChange withoutBlackout(Whose whose, Blackout blackout) {
        blackoutsRemoved.add(new BlackoutRow(whose, blackout));
        return this;
    }

    /** The weekday on which the staff of a school meet after lessons; absent: none. */
    public CalendarChange staffMeeting(String school, Optional<DayOfWeek> weekday) {
        staffMeetings.put(school, weekday);
        return this;
    }

    Map<Year, List<Term>> terms() {
        return terms;
    }

    List<DayRow> days() {
        return days;
    }

    Set<Day> daysRemoved() {
        return daysRemoved;
    }

    List<BlackoutRow> blackouts() {
        return blackouts;
    }

    List<BlackoutRow> blackoutsRemoved() {
        return blackoutsRemoved;
    }

    Map<String, Optional<DayOfWeek>> staffMeetings() {
        return staffMeetings;
    }

    /** For whom anything is entered or taken away. */
    Set<Whose> owners() {
        return Stream.of(
                        terms.keySet().stream().map(Year::whose),
                        days.stream().map(DayRow::whose),
                        daysRemoved.stream().map(Day::whose),
                        blackouts.stream().map(BlackoutRow::whose),
                        blackoutsRemoved.stream().map(BlackoutRow::whose),
                        staffMeetings.keySet().stream().map(Whose::school))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }
}
