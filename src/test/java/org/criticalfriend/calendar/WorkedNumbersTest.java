package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the domain report, section 2.5: Staffordshire 2026/27, bank holidays of England, no INSET days. */
class WorkedNumbersTest {

    private static final int FOLLOW_UP = 56;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 3);
    private static final LocalDate LAST = LocalDate.of(2027, 7, 21);

    private final SchoolCalendar staffordshire = new SchoolCalendar(
            "Staffordshire",
            TestPartnership.staffordshire2026(),
            new BankHolidays("classpath:calendar/bank-holidays.json").in(2027, Country.ENGLAND));
    private final List<LocalDate> pupilDays =
            FIRST.datesUntil(LAST.plusDays(1)).filter(staffordshire::isPupilDay).toList();

    /** Those for which eight weeks later is not yet September; the last eleven pupil days are left out by that. */
    private final List<LocalDate> visits = pupilDays.stream()
            .filter(visit -> visit.plusDays(FOLLOW_UP).isBefore(LocalDate.of(2027, 9, 1)))
            .toList();

    @Test
    void theYearHas193PupilDays() {
        assertThat(pupilDays).hasSize(193);
        assertThat(staffordshire.pupilDaysBetween(FIRST.minusDays(1), LAST)).isEqualTo(193);
    }

    @Test
    void of182VisitsEightWeeksLaterIsClosedFor43() {
        // Closed in the holidays of the year, or in the summer after it.
        Map<Boolean, Long> closedInSummer = visits.stream()
                .map(visit -> visit.plusDays(FOLLOW_UP))
                .filter(day -> day.isAfter(LAST) || !staffordshire.isPupilDay(day))
                .collect(Collectors.partitioningBy(day -> day.isAfter(LAST), Collectors.counting()));

        assertThat(visits).hasSize(182).isEqualTo(pupilDays.subList(0, 193 - 11));
        assertThat(closedInSummer).isEqualTo(Map.of(false, 19L, true, 24L));
    }

    @ParameterizedTest
    @CsvSource({"14, 183, 36", "7, 188, 26"})
    void aTimerSomeDaysBeforeTheVisitWouldOftenFireOnAClosedDay(int before, int counted, long closed) {
        // Visits of the first days have theirs before the year begins and are not counted.
        List<LocalDate> timers = pupilDays.stream()
                .map(visit -> visit.minusDays(before))
                .filter(day -> !day.isBefore(FIRST))
                .toList();

        assertThat(timers).hasSize(counted);
        assertThat(timers.stream().filter(day -> !staffordshire.isPupilDay(day)).count())
                .isEqualTo(closed);
    }

    @Test
    void eightWeeksHoldAMedianOf33AndAHalfSchoolDays() {
        // The summer holiday has none, so what reaches into it is counted up to the last day of term.
        int[] schoolDays = visits.stream()
                .mapToInt(visit -> staffordshire.pupilDaysBetween(visit, earlier(visit.plusDays(FOLLOW_UP), LAST)))
                .sorted()
                .toArray();

        assertThat((schoolDays[(schoolDays.length - 1) / 2] + schoolDays[schoolDays.length / 2]) / 2.0)
                .isEqualTo(33.5);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-24, 2026-11-19, 2026-11-19, 2026-11-26",
        "2026-11-05, 2026-12-31, 2027-01-04, 2027-01-14",
        "2027-02-04, 2027-04-01, 2027-04-12, 2027-04-22",
        "2027-05-13, 2027-07-08, 2027-07-08, 2027-07-15",
        "2027-05-20, 2027-07-15, 2027-07-15, NEXT YEAR",
        "2027-06-17, 2027-08-12, NEXT YEAR,  NEXT YEAR"
    })
    void sixVisitsAndTheirFollowUps(LocalDate visit, LocalDate eightWeeks, String forward, String termWeeks) {
        assertThat(visit.plusDays(FOLLOW_UP)).isEqualTo(eightWeeks);
        assertThat(day(() -> staffordshire.plusWeeks(visit, 8))).isEqualTo(forward);
        assertThat(day(() -> staffordshire.plusTermWeeks(visit, 8))).isEqualTo(termWeeks);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static String day(Supplier<LocalDate> step) {
        try {
            return step.get().toString();
        } catch (YearNotEntered missing) {
            assertThat(missing).hasMessageContaining("2027/28").hasMessageContaining("Staffordshire");
            return "NEXT YEAR";
        }
    }

    @Test
    void newYearsEveMovesForwardToTheFirstDayOfTerm() {
        assertThat(staffordshire.forward(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    void whereTheFirstDaysOfTermAreInsetFollowUpsMoveToTheDayAfter() {
        SchoolCalendar purbrookPark = staffordshire.withDays(Stream.of(
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 10, 16),
                        LocalDate.of(2027, 1, 4),
                        LocalDate.of(2027, 4, 12),
                        LocalDate.of(2027, 6, 21))
                .map(day -> new CalendarDay(day, CalendarDay.Kind.INSET, "INSET day"))
                .toList());

        assertThat(purbrookPark.plusWeeks(LocalDate.of(2026, 11, 5), 8)).isEqualTo(LocalDate.of(2027, 1, 5));
        assertThat(purbrookPark.plusWeeks(LocalDate.of(2027, 2, 4), 8)).isEqualTo(LocalDate.of(2027, 4, 13));
        assertThat(purbrookPark.isStaffDay(LocalDate.of(2027, 1, 4))).isTrue();
        assertThat(purbrookPark.isStaffDay(LocalDate.of(2026, 9, 1))).isTrue();
        assertThat(purbrookPark.isPupilDay(LocalDate.of(2026, 9, 1))).isFalse();
        assertThat(purbrookPark.pupilDaysBetween(FIRST.minusDays(1), LAST)).isEqualTo(193 - 4);
    }

    @Test
    void aFollowUpInTheNextYearNeedsThatYear() {
        assertThatThrownBy(() -> staffordshire.plusWeeks(LocalDate.of(2027, 6, 17), 8))
                .isInstanceOf(YearNotEntered.class)
                .hasMessage("The term dates of 2027/28 for Staffordshire are not entered. Enter them in the school"
                        + " calendar, then try again.");
    }
}
