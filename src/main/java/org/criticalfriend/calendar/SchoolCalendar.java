package org.criticalfriend.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days of one school, or of several at once ({@link #and}). Pupil days are Mondays to Fridays in term that are neither bank
 * holidays nor INSET nor closed, and days that are entered as open. Immutable.
 *
 * <p>Every question about a day in a school year without terms throws {@link YearNotEntered}, and so does every step that would
 * lead through such a year.
 */
public final class SchoolCalendar {

    private static final Comparator<Blackout> BY_BEGINNING = Comparator.comparing(Blackout::firstDay)
            .thenComparing(Blackout::lastDay)
            .thenComparing(Blackout::name);

    /** The entered years by school, ordered, so that two calendars joined either way round are the same. */
    private final SortedMap<String, Set<SchoolYear>> entered;

    /** The years that are entered at all of them. */
    private final Set<SchoolYear> years;

    private final List<LocalDate> pupilDays;
    private final Set<LocalDate> insetDays;

    /** The Mondays of all weeks with a pupil day. */
    private final List<LocalDate> termWeeks;

    private final List<Blackout> blackouts;
    private final Optional<DayOfWeek> staffMeetingDay;

    /**
     * A calendar of terms alone; {@link #withDays} and the other {@code with…} add what is special.
     *
     * @param school the school as people know it, for messages
     * @param terms the terms of every entered year
     * @param closed days in term on which nobody is in school: bank holidays
     */
    public SchoolCalendar(String school, Collection<Term> terms, Set<LocalDate> closed) {
        this(
                new TreeMap<>(Map.of(
                        school,
                        terms.stream()
                                .flatMap(term -> Stream.of(term.firstDay(), term.lastDay()))
                                .map(SchoolYear::of)
                                .collect(Collectors.toSet()))),
                terms.stream()
                        .flatMap(term ->
                                term.firstDay().datesUntil(term.lastDay().plusDays(1)))
                        .filter(SchoolCalendar::isWeekday)
                        .filter(day -> !closed.contains(day))
                        .toList(),
                Set.of(),
                List.of(),
                Optional.empty());
    }

    private SchoolCalendar(
            SortedMap<String, Set<SchoolYear>> entered,
            Collection<LocalDate> pupilDays,
            Set<LocalDate> insetDays,
            Collection<Blackout> blackouts,
            Optional<DayOfWeek> staffMeetingDay) {
        this.entered = entered;
        this.years = entered.values().stream().reduce(SchoolCalendar::common).orElseThrow();
        this.pupilDays = pupilDays.stream().sorted().distinct().toList();
        this.insetDays = Set.copyOf(insetDays);
        this.termWeeks =
                this.pupilDays.stream().map(SchoolCalendar::mondayOf).distinct().toList();
        this.blackouts = blackouts.stream().distinct().sorted(BY_BEGINNING).toList();
        this.staffMeetingDay = staffMeetingDay;
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    /** This calendar with single days, which count over what it says so far; of two on one day the later counts. */
    public SchoolCalendar withDays(Collection<CalendarDay> days) {
        Set<LocalDate> pupils = new HashSet<>(pupilDays);
        Set<LocalDate> inset = new HashSet<>(insetDays);
        days.stream().filter(day -> years.contains(SchoolYear.of(day.day()))).forEach(day -> {
            put(day.day(), day.kind() == CalendarDay.Kind.OPEN, pupils);
            put(day.day(), day.kind() == CalendarDay.Kind.INSET, inset);
        });
        return new SchoolCalendar(entered, pupils, inset, blackouts, staffMeetingDay);
    }

    private static void put(LocalDate day, boolean in, Set<LocalDate> days) {
        if (in) {
            days.add(day);
        } else {
            days.remove(day);
        }
    }

    /** This calendar with further blackouts. */
    public SchoolCalendar withBlackouts(Collection<Blackout> more) {
        List<Blackout> all = Stream.concat(blackouts.stream(), more.stream()).toList();
        return new SchoolCalendar(entered, pupilDays, insetDays, all, staffMeetingDay);
    }

    /** This calendar with staff meetings on {@code weekday}. */
    public SchoolCalendar withStaffMeetingOn(DayOfWeek weekday) {
        return new SchoolCalendar(entered, pupilDays, insetDays, blackouts, Optional.of(weekday));
    }

    /**
     * The days on which both are open: a pupil day of the result is one of both, a staff day is one of both, a blackout is one of
     * either. It has a staff-meeting weekday if both have the same. A year that is missing at one is missing, in its name.
     */
    public SchoolCalendar and(SchoolCalendar other) {
        SortedMap<String, Set<SchoolYear>> both = new TreeMap<>(entered);
        other.entered.forEach((school, years) -> both.merge(school, years, SchoolCalendar::common));
        Set<LocalDate> pupils = common(new HashSet<>(pupilDays), new HashSet<>(other.pupilDays));
        Set<LocalDate> staffOnly = common(staffDays(), other.staffDays());
        staffOnly.removeAll(pupils);
        return new SchoolCalendar(
                both,
                pupils,
                staffOnly,
                Stream.concat(blackouts.stream(), other.blackouts.stream()).toList(),
                staffMeetingDay.filter(weekday -> other.staffMeetingDay.equals(Optional.of(weekday))));
    }

    private static <T> Set<T> common(Set<T> one, Set<T> other) {
        return one.stream().filter(other::contains).collect(Collectors.toCollection(HashSet::new));
    }

    private Set<LocalDate> staffDays() {
        Set<LocalDate> days = new HashSet<>(pupilDays);
        days.addAll(insetDays);
        return days;
    }

    /** Whether pupils are in school on {@code day}. */
    public boolean isPupilDay(LocalDate day) {
        requireEntered(day, day);
        return Collections.binarySearch(pupilDays, day) >= 0;
    }

    /** Whether staff are in school on {@code day}: with pupils, or for INSET. */
    public boolean isStaffDay(LocalDate day) {
        return isPupilDay(day) || insetDays.contains(day);
    }

    /** {@code day} if it is a pupil day, else the last pupil day before it. */
    public LocalDate back(LocalDate day) {
        return back(day, day);
    }

    /** {@code day} if it is a pupil day, else the first pupil day after it. */
    public LocalDate forward(LocalDate day) {
        return forward(day, day);
    }

    /**
     * The pupil day that lies {@code pupilDays} pupil days after {@code day}; before it, if negative. A day without pupils counts
     * from the pupil day on the far side: going on from a Saturday, one day on is Monday. With 0, {@code day} itself, open or not.
     */
    public LocalDate plus(LocalDate day, int pupilDays) {
        requireEntered(day, day);
        if (pupilDays == 0) {
            return day;
        }
        return pupilDays > 0
                ? pupilDay(upTo(day) - 1L + pupilDays, day, 1)
                : pupilDay((long) before(day) + pupilDays, day, -1);
    }

    /**
     * The same weekday {@code weeks} calendar weeks after {@code day}, moved forward onto a pupil day; if negative, before
     * {@code day} and moved back.
     */
    public LocalDate plusWeeks(LocalDate day, int weeks) {
        LocalDate to = day.plusWeeks(weeks);
        return weeks < 0 ? back(day, to) : forward(day, to);
    }

    /**
     * The same weekday {@code weeks} term weeks later, moved forward onto a pupil day. A week counts if it has a pupil day, so
     * holidays and half-terms do not (P39). A day without pupils counts from the next pupil day. If negative, all this the other
     * way round: counted from the pupil day before, and moved back.
     */
    public LocalDate plusTermWeeks(LocalDate day, int weeks) {
        LocalDate from = weeks < 0 ? back(day) : forward(day);
        long week = Collections.binarySearch(termWeeks, mondayOf(from)) + (long) weeks;
        if (week < 0 || week >= termWeeks.size()) {
            throw missing(from, weeks);
        }
        LocalDate to = termWeeks.get((int) week).with(from.getDayOfWeek());
        return weeks < 0 ? back(from, to) : forward(from, to);
    }

    /** How many pupil days lie after {@code from}, up to and including {@code to}; negative if {@code to} lies before {@code from}. */
    public int pupilDaysBetween(LocalDate from, LocalDate to) {
        requireEntered(from, to);
        return upTo(to) - upTo(from);
    }

    /** The blackout in which {@code day} lies, of the school's own or inherited; if several, the one that begins first. */
    public Optional<Blackout> blackoutOn(LocalDate day) {
        requireEntered(day, day);
        return blackouts.stream().filter(blackout -> blackout.holds(day)).findFirst();
    }

    /** The weekday on which staff meet after school, if it is entered. */
    public Optional<DayOfWeek> staffMeetingDay() {
        return staffMeetingDay;
    }

    /**
     * The day of the first staff meeting from {@code from} to {@code to}, both included: a pupil day on the staff-meeting weekday.
     * Empty if there is none, or if that weekday is not entered.
     */
    public Optional<LocalDate> staffMeetingIn(LocalDate from, LocalDate to) {
        requireEntered(from, to);
        Predicate<LocalDate> onMeetingDay = day -> staffMeetingDay.equals(Optional.of(day.getDayOfWeek()));
        return to.isBefore(from)
                ? Optional.empty()
                : pupilDays.subList(before(from), upTo(to)).stream()
                        .filter(onMeetingDay)
                        .findFirst();
    }

    /** How many pupil days there are up to and including {@code day}: the index of the first after it. */
    private int upTo(LocalDate day) {
        int found = Collections.binarySearch(pupilDays, day);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** How many pupil days there are before {@code day}: the index of the first that is not before it. */
    private int before(LocalDate day) {
        int found = Collections.binarySearch(pupilDays, day);
        return found >= 0 ? found : -found - 1;
    }

    private LocalDate back(LocalDate start, LocalDate to) {
        requireEntered(start, to);
        return pupilDay(upTo(to) - 1L, start, -1);
    }

    private LocalDate forward(LocalDate start, LocalDate to) {
        requireEntered(start, to);
        return pupilDay(before(to), start, 1);
    }

    /** The pupil day of this index, if no missing year lies on the way to it from {@code start}. */
    private LocalDate pupilDay(long index, LocalDate start, int direction) {
        if (index < 0 || index >= pupilDays.size()) {
            throw missing(start, direction);
        }
        LocalDate found = pupilDays.get((int) index);
        requireEntered(start, found);
        return found;
    }

    /** There are no more pupil days this way: the first year that is missing. */
    private YearNotEntered missing(LocalDate start, int direction) {
        SchoolYear year = SchoolYear.of(start);
        while (years.contains(year)) {
            year = year.plus(Integer.signum(direction));
        }
        return missing(year);
    }

    /** Of several schools at which {@code year} is missing the first by name. */
    private YearNotEntered missing(SchoolYear year) {
        return entered.entrySet().stream()
                .filter(school -> !school.getValue().contains(year))
                .map(school -> new YearNotEntered(school.getKey(), year))
                .findFirst()
                .orElseThrow();
    }

    /** Every year on the way from the one day to the other, in that direction. */
    private void requireEntered(LocalDate from, LocalDate to) {
        int direction = to.isBefore(from) ? -1 : 1;
        SchoolYear last = SchoolYear.of(to).plus(direction);
        for (SchoolYear year = SchoolYear.of(from); !year.equals(last); year = year.plus(direction)) {
            if (!years.contains(year)) {
                throw missing(year);
            }
        }
    }
}
