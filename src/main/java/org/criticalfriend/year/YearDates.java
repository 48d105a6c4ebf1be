package org.criticalfriend.year;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Date;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.partnership.MemberSchool;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.review.Deadlines;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the model of a year when: {@code ${yearDates.at(execution, 'HoldPlanningDay')}}. Lead times are rows of {@code deadlines.dmn}. */
@Component("yearDates")
@NamedInModels
public class YearDates {

    /** So far ahead a half-term is looked for; summer holidays are shorter. */
    private static final int WEEKS_AHEAD = 60;

    private static final int SCHOOL_WEEK = 5;

    private final PlannedYears years;
    private final Schools schools;
    private final SchoolCalendars calendars;
    private final Deadlines deadlines;
    private final Clock clock;

    YearDates(PlannedYears years, Schools schools, SchoolCalendars calendars, @Lazy Deadlines deadlines, Clock clock) {
        this.years = years;
        this.schools = schools;
        this.calendars = calendars;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** When a step of the year is due that starts now. */
    public Date at(DelegateExecution execution, String row) {
        PartnershipYear year = years.find(execution.getProcessBusinessKey()).orElseThrow();
        return Date.from(deadlines.startingNow(
                year.partnership(), calendarsOf(year).iterator().next(), row));
    }

    /**
     * The next time that a half-term comes to its end: by default the penultimate Friday of each (product: live actions), by the row
     * {@code HalfTermEnds}, which counts from its last Friday. In a year whose terms are not entered, a year ahead.
     */
    public Date halfTermEnds(DelegateExecution execution) {
        PartnershipYear year = years.find(execution.getProcessBusinessKey()).orElseThrow();
        Collection<SchoolCalendar> all = calendarsOf(year);
        LocalDate friday = SchoolTime.today(clock).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return IntStream.range(0, WEEKS_AHEAD)
                .mapToObj(friday::plusWeeks)
                .filter(one -> hasSchool(all, one) && !hasSchool(all, one.plusWeeks(1)))
                .map(last ->
                        deadlines.from(last, year.partnership(), all.iterator().next(), "HalfTermEnds"))
                .filter(clock.instant()::isBefore)
                .findFirst()
                .map(Date::from)
                .orElseGet(() -> Date.from(SchoolTime.at(friday.plusWeeks(WEEKS_AHEAD), java.time.LocalTime.NOON)));
    }

    private static boolean hasSchool(Collection<SchoolCalendar> all, LocalDate friday) {
        return IntStream.range(0, SCHOOL_WEEK).mapToObj(friday::minusDays).anyMatch(day -> all.stream()
                .anyMatch(calendar -> isPupilDay(calendar, day)));
    }

    private static boolean isPupilDay(SchoolCalendar calendar, LocalDate day) {
        try {
            return calendar.isPupilDay(day);
        } catch (YearNotEntered e) {
            return false;
        }
    }

    private Collection<SchoolCalendar> calendarsOf(PartnershipYear year) {
        return calendars
                .ofAll(schools.of(year.partnership()).stream()
                        .map(MemberSchool::school)
                        .map(school -> school.id())
                        .sorted()
                        .toList())
                .values();
    }
}
