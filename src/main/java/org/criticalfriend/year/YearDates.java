package org.criticalfriend.year;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.partnership.MembershipStatus;
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

    /** Where terms are not entered yet, a half-term is taken to be so long: it is looked again then. */
    private static final int WEEKS_OF_A_HALF_TERM = 7;

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

    /**
     * When a step of the year is due that starts now, or a timer of it fires. School days are those of the school that the step is
     * about, otherwise of any school of the partnership; where its terms are not entered yet, weekdays.
     */
    public Date at(DelegateExecution execution, String row) {
        PartnershipYear year = years.find(execution.getProcessBusinessKey()).orElseThrow();
        Collection<SchoolCalendar> all = calendarsOf(year);
        HalfTerms halfTerms = new HalfTerms(year, all);
        SchoolCalendar own = Optional.ofNullable((String) execution.getVariable(YearPlan.SCHOOL))
                .map(calendars::of)
                .or(() -> all.stream().findFirst())
                .orElseGet(this::weekdays);
        try {
            return Date.from(at(year, own, halfTerms, row));
        } catch (YearNotEntered e) {
            return Date.from(at(year, weekdays(), halfTerms, row));
        }
    }

    private Instant at(PartnershipYear year, SchoolCalendar calendar, HalfTerms halfTerms, String row) {
        return deadlines.inYear(year.partnership(), calendar, halfTerms, row);
    }

    /** Terms of next year are entered in spring, while the year is planned long before that. */
    private SchoolCalendar weekdays() {
        SchoolYear now = SchoolYear.of(SchoolTime.today(clock));
        return new SchoolCalendar(
                "weekdays",
                IntStream.rangeClosed(-1, 1)
                        .mapToObj(now::plus)
                        .map(year -> new Term(year.firstDay(), year.lastDay()))
                        .toList(),
                Set.of());
    }

    /**
     * The last Friday of the half-term whose live actions are next: the first that is not past, lies in the school year or after it,
     * and was not looked at yet.
     */
    LocalDate nextHalfTerm(PartnershipYear year) {
        return new HalfTerms(year, calendarsOf(year)).next();
    }

    /** Whether another half-term of this school year is still to be looked at. */
    boolean goesOn(PartnershipYear year) {
        return !nextHalfTerm(year).isAfter(year.year().lastDay());
    }

    /** The half-terms of the schools of a partnership: weeks in which one of them has pupils, before one in which none has. */
    private final class HalfTerms implements Deadlines.HalfTerms {

        private final PartnershipYear year;
        private final Collection<SchoolCalendar> all;

        HalfTerms(PartnershipYear year, Collection<SchoolCalendar> all) {
            this.year = year;
            this.all = all;
        }

        @Override
        public LocalDate current() {
            return year.halfTerm()
                    .orElseThrow(() -> new IllegalStateException(
                            "No half-term of %s has been looked at yet.".formatted(year.reference())));
        }

        @Override
        public LocalDate next() {
            LocalDate from = List.of(
                            SchoolTime.today(clock),
                            year.year().firstDay(),
                            year.halfTerm().map(last -> last.plusDays(1)).orElse(LocalDate.MIN))
                    .stream()
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            LocalDate friday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            return IntStream.range(0, WEEKS_AHEAD)
                    .mapToObj(friday::plusWeeks)
                    .filter(one -> hasSchool(one) && !hasSchool(one.plusWeeks(1)))
                    .findFirst()
                    .orElseGet(() -> friday.plusWeeks(WEEKS_OF_A_HALF_TERM));
        }

        private boolean hasSchool(LocalDate friday) {
            return IntStream.range(0, SCHOOL_WEEK).mapToObj(friday::minusDays).anyMatch(day -> all.stream()
                    .anyMatch(calendar -> isPupilDay(calendar, day)));
        }
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
                        .filter(member -> member.membership().status() != MembershipStatus.LEFT)
                        .map(member -> member.school().id())
                        .toList())
                .values();
    }
}
