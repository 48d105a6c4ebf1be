package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.CalendarDay.Kind;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.Test;

/** Holidays lie between terms; single days keep the name with which they were entered. */
class ClosuresTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate MAY_DAY = LocalDate.of(2027, 5, 3);

    @Test
    void whatLiesBetweenTermsIsAHolidayWithItsUsualName() {
        assertThat(closures(List.of(), Set.of()))
                .extracting(Closure::name, Closure::firstDay, Closure::lastDay)
                .containsExactly(
                        tuple("Summer holiday", LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 2)),
                        tuple("Half-term", LocalDate.of(2026, 10, 24), LocalDate.of(2026, 11, 1)),
                        tuple("Christmas holiday", LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 3)),
                        tuple("Half-term", LocalDate.of(2027, 2, 13), LocalDate.of(2027, 2, 21)),
                        tuple("Easter holiday", LocalDate.of(2027, 3, 26), LocalDate.of(2027, 4, 11)),
                        tuple("Half-term", LocalDate.of(2027, 5, 29), LocalDate.of(2027, 6, 6)),
                        tuple("Summer holiday", LocalDate.of(2027, 7, 22), LocalDate.of(2027, 7, 31)));
    }

    @Test
    void bankHolidaysInsetDaysAndDaysClosedForOnceAreSaidEach() {
        LocalDate inset = LocalDate.of(2026, 11, 2);
        LocalDate poll = LocalDate.of(2027, 5, 6);

        assertThat(closures(
                        List.of(
                                new CalendarDay(inset, Kind.INSET, "INSET day"),
                                new CalendarDay(poll, Kind.CLOSED, "Polling station")),
                        Set.of(MAY_DAY)))
                .contains(
                        new Closure(inset, inset, Closure.Kind.INSET, "INSET day"),
                        new Closure(poll, poll, Closure.Kind.CLOSED, "Polling station"),
                        new Closure(MAY_DAY, MAY_DAY, Closure.Kind.BANK_HOLIDAY, "Bank holiday"));
    }

    @Test
    void aBankHolidayOnWhichTheSchoolIsOpenIsNone() {
        assertThat(closures(List.of(new CalendarDay(MAY_DAY, Kind.OPEN, "Taught this year")), Set.of(MAY_DAY)))
                .noneMatch(closure -> closure.firstDay().equals(MAY_DAY));
    }

    @Test
    void aWeekendBetweenTwoTermsIsNoHoliday() {
        List<Term> terms = List.of(
                new Term(LocalDate.of(2026, 9, 3), LocalDate.of(2026, 10, 2)),
                new Term(LocalDate.of(2026, 10, 5), LocalDate.of(2027, 7, 31)));

        assertThat(new Closures(YEAR, terms, Map.of(), Set.of()).all())
                .extracting(Closure::name)
                .containsExactly("Summer holiday");
    }

    private static List<Closure> closures(List<CalendarDay> days, Set<LocalDate> bankHolidays) {
        return new Closures(
                        YEAR,
                        TestPartnership.staffordshire2026(),
                        days.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity())),
                        bankHolidays)
                .all();
    }
}
