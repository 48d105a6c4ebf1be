package org.criticalfriend.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The pupil days of one school: Mondays to Fridays in term that are neither bank holidays nor INSET days of this school.
 * Immutable. Every question about a day in a school year without terms throws {@link YearNotEntered}.
 */
public final class SchoolCalendar {

    private final String school;
    private final Set<SchoolYear> years;
    private final NavigableSet<LocalDate> pupilDays;

    /**
     * @param school id of the school, for messages
     * @param terms the terms of every entered year
     * @param closed days in term without pupils: bank holidays and INSET days
     */
    public SchoolCalendar(String school, Collection<Term> terms, Set<LocalDate> closed) {
        this.school = school;
        this.years = terms.stream()
                .flatMap(term -> List.of(SchoolYear.of(term.firstDay()), SchoolYear.of(term.lastDay())).stream())
                .collect(Collectors.toSet());
        this.pupilDays = terms.stream()
                .flatMap(term -> term.firstDay().datesUntil(term.lastDay().plusDays(1)))
                .filter(SchoolCalendar::isWeekday)
                .filter(day -> !closed.contains(day))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether pupils are in school on {@code day}. */
    public boolean isPupilDay(LocalDate day) {
        requireEntered(day);
        return pupilDays.contains(day);
    }

    /** {@code day} if it is a pupil day, else the last pupil day before it. */
    public LocalDate back(LocalDate day) {
        requireEntered(day);
        return reached(day, pupilDays.floor(day), -1);
    }

    /** {@code day} if it is a pupil day, else the first pupil day after it. */
    public LocalDate forward(LocalDate day) {
        requireEntered(day);
        return reached(day, pupilDays.ceiling(day), 1);
    }

    /**
     * The pupil day that lies {@code pupilDays} pupil days after {@code day}; before it, if negative. A day without pupils
     * counts from the pupil day on the far side: going on from a Saturday, one day on is Monday.
     */
    public LocalDate plus(LocalDate day, int pupilDays) {
        requireEntered(day);
        LocalDate at = day;
        for (int left = Math.abs(pupilDays); left > 0; left--) {
            at = pupilDays > 0 ? reached(at, this.pupilDays.higher(at), 1) : reached(at, this.pupilDays.lower(at), -1);
        }
        return at;
    }

    /**
     * The same weekday {@code weeks} term weeks later, rolled forward onto a pupil day. A week counts if it has a pupil day, so
     * holidays and half-terms do not (P39).
     */
    public LocalDate plusTermWeeks(LocalDate day, int weeks) {
        LocalDate at = day;
        for (int left = weeks; left > 0; ) {
            at = at.plusWeeks(1);
            LocalDate monday = at.with(DayOfWeek.MONDAY);
            if (forward(monday).isBefore(monday.plusWeeks(1))) {
                left--;
            }
        }
        return forward(at);
    }

    private void requireEntered(LocalDate day) {
        if (!years.contains(SchoolYear.of(day))) {
            throw new YearNotEntered(school, SchoolYear.of(day));
        }
    }

    /** A step goes into the next school year at most, and only if that is entered. */
    private LocalDate reached(LocalDate from, LocalDate to, int direction) {
        SchoolYear next = SchoolYear.of(from).plus(direction);
        if (to == null
                || Math.abs(SchoolYear.of(to).start() - SchoolYear.of(from).start()) > 1) {
            throw new YearNotEntered(school, next);
        }
        return to;
    }
}
