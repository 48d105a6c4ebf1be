package org.criticalfriend.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * A school calendar that goes from day to day and from week to week, slowly and plainly: what {@link SchoolCalendar} must agree with
 * on every answer, also on those it refuses.
 */
final class DayByDay {

    private final String school;
    private final Predicate<SchoolYear> entered;
    private final Predicate<LocalDate> pupils;

    DayByDay(String school, Predicate<SchoolYear> entered, Predicate<LocalDate> pupils) {
        this.school = school;
        this.entered = entered;
        this.pupils = pupils;
    }

    boolean isPupilDay(LocalDate day) {
        if (!entered.test(SchoolYear.of(day))) {
            throw new YearNotEntered(school, SchoolYear.of(day));
        }
        return pupils.test(day);
    }

    LocalDate back(LocalDate day) {
        return roll(day, -1);
    }

    LocalDate forward(LocalDate day) {
        return roll(day, 1);
    }

    private LocalDate roll(LocalDate day, int direction) {
        LocalDate at = day;
        while (!isPupilDay(at)) {
            at = at.plusDays(direction);
        }
        return at;
    }

    LocalDate plus(LocalDate day, int pupilDays) {
        isPupilDay(day);
        LocalDate at = day;
        for (int left = Math.abs(pupilDays); left > 0; left--) {
            at = roll(at.plusDays(Integer.signum(pupilDays)), Integer.signum(pupilDays));
        }
        return at;
    }

    LocalDate plusWeeks(LocalDate day, int weeks) {
        return roll(walk(day, day.plusWeeks(weeks)), weeks < 0 ? -1 : 1);
    }

    LocalDate plusTermWeeks(LocalDate day, int weeks) {
        int direction = weeks < 0 ? -1 : 1;
        LocalDate from = roll(day, direction);
        LocalDate monday = from.with(DayOfWeek.MONDAY);
        for (int left = Math.abs(weeks); left > 0; ) {
            monday = monday.plusWeeks(direction);
            if (monday.datesUntil(monday.plusWeeks(1)).anyMatch(pupils)) {
                left--;
            } else {
                walk(from, monday);
            }
        }
        return roll(walk(from, monday.with(from.getDayOfWeek())), direction);
    }

    int pupilDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            isPupilDay(from);
            walk(from, to);
            return -pupilDaysBetween(to, from);
        }
        walk(from, to);
        return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(pupils).count();
    }

    /** Looks at every day on the way. */
    private LocalDate walk(LocalDate from, LocalDate to) {
        int direction = to.isBefore(from) ? -1 : 1;
        for (LocalDate at = from; !at.equals(to); at = at.plusDays(direction)) {
            isPupilDay(at);
        }
        isPupilDay(to);
        return to;
    }
}
