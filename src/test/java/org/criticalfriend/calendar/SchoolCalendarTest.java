package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolCalendarTest {

    private static final LocalDate MAY_BANK_HOLIDAY = LocalDate.of(2027, 5, 3);

    private final SchoolCalendar staffordshire =
            new SchoolCalendar("milllane", TestPartnership.staffordshire2026(), Set.of(MAY_BANK_HOLIDAY));

    @Test
    void weekendsHolidaysAndClosedDaysAreNoPupilDays() {
        assertThat(staffordshire.isPupilDay(LocalDate.of(2026, 11, 5))).isTrue();
        assertThat(staffordshire.isPupilDay(LocalDate.of(2026, 11, 7))).isFalse();
        assertThat(staffordshire.isPupilDay(LocalDate.of(2026, 10, 28))).isFalse();
        assertThat(staffordshire.isPupilDay(MAY_BANK_HOLIDAY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2026-12-18, 2027-01-04",
        "2026-10-24, 2026-10-23, 2026-11-02",
        "2026-11-05, 2026-11-05, 2026-11-05",
        "2027-05-03, 2027-04-30, 2027-05-04"
    })
    void aDayMovesBackOrForwardOntoAPupilDay(LocalDate day, LocalDate back, LocalDate forward) {
        assertThat(staffordshire.back(day)).isEqualTo(back);
        assertThat(staffordshire.forward(day)).isEqualTo(forward);
    }

    @ParameterizedTest
    @CsvSource({
        // Rows of the Priory year (domain report, section 6.2): questions five days before, report five and reflection
        // ten after.
        "2026-10-08, -5, 2026-10-01",
        "2026-11-05, -5, 2026-10-22",
        "2027-02-11, 5, 2027-02-25",
        "2027-04-29, 5, 2027-05-07",
        "2027-05-20, 10, 2027-06-10"
    })
    void pupilDaysAreCountedOverHalfTermsAndBankHolidays(LocalDate visit, int days, LocalDate expected) {
        assertThat(staffordshire.plus(visit, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-24, 2026-11-26", "2026-11-05, 2027-01-14", "2027-02-04, 2027-04-22", "2027-05-13, 2027-07-15"})
    void eightTermWeeksLeaveHolidaysOut(LocalDate visit, LocalDate expected) {
        assertThat(staffordshire.plusTermWeeks(visit, 8)).isEqualTo(expected);
    }

    @Test
    void aYearThatIsNotEnteredIsNamedWithItsSchoolAndNeverGuessed() {
        assertThatThrownBy(() -> staffordshire.isPupilDay(LocalDate.of(2028, 1, 10)))
                .isInstanceOf(YearNotEntered.class)
                .hasMessageContaining("milllane")
                .hasMessageContaining("2027/28");
        assertThatThrownBy(() -> staffordshire.plus(LocalDate.of(2027, 7, 20), 5))
                .isInstanceOf(YearNotEntered.class)
                .hasMessageContaining("2027/28");
    }

    @Test
    void aStepDoesNotJumpOverAMissingYear() {
        SchoolCalendar withGap = new SchoolCalendar(
                "milllane",
                List.of(
                        new Term(LocalDate.of(2026, 9, 3), LocalDate.of(2027, 7, 21)),
                        new Term(LocalDate.of(2028, 9, 4), LocalDate.of(2029, 7, 20))),
                Set.of());

        assertThatThrownBy(() -> withGap.plus(LocalDate.of(2027, 7, 21), 1))
                .isInstanceOf(YearNotEntered.class)
                .hasMessageContaining("2027/28");
    }
}
