package org.criticalfriend.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The days on which somebody can be reached at work: those of their school. Where there is no school, or its terms are not entered,
 * every weekday that is no bank holiday. Made for reminders, which must not fall silent because terms are missing; no date that
 * people agree on is ever counted like this.
 */
public final class OpenDays {

    private final Optional<SchoolCalendar> calendar;
    private final Predicate<LocalDate> isBankHoliday;

    OpenDays(Optional<SchoolCalendar> calendar, Predicate<LocalDate> isBankHoliday) {
        this.calendar = calendar;
        this.isBankHoliday = isBankHoliday;
    }

    /** Whether staff are at work on {@code day}. */
    public boolean areOpenOn(LocalDate day) {
        return ask(school -> school.isStaffDay(day), () -> isWorkday(day));
    }

    /** The day that lies {@code pupilDays} pupil days after {@code day}, as {@link SchoolCalendar#plus} counts. */
    public LocalDate plus(LocalDate day, int pupilDays) {
        return ask(school -> school.plus(day, pupilDays), () -> plusWorkdays(day, pupilDays));
    }

    private <T> T ask(Function<SchoolCalendar, T> school, Supplier<T> otherwise) {
        if (calendar.isEmpty()) {
            return otherwise.get();
        }
        try {
            return school.apply(calendar.get());
        } catch (YearNotEntered e) {
            return otherwise.get();
        }
    }

    private LocalDate plusWorkdays(LocalDate day, int workdays) {
        LocalDate to = day;
        for (int left = Math.abs(workdays); left > 0; ) {
            to = to.plusDays(Integer.signum(workdays));
            if (isWorkday(to)) {
                left--;
            }
        }
        return to;
    }

    private boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isBankHoliday.test(day);
    }
}
