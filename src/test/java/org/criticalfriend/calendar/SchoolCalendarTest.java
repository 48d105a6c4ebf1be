package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    @Test
    void aMissingYearIsNamedOnTheWayIntoIt() {
        SchoolCalendar withGap = new SchoolCalendar(
                "milllane",
                List.of(
                        new Term(LocalDate.of(2026, 9, 3), LocalDate.of(2027, 7, 21)),
                        new Term(LocalDate.of(2028, 9, 4), LocalDate.of(2029, 7, 20))),
                Set.of());
        LocalDate before = LocalDate.of(2027, 7, 14);
        LocalDate after = LocalDate.of(2028, 9, 11);

        assertThat(List.<ThrowingCallable>of(
                        () -> withGap.plusWeeks(before, 60),
                        () -> withGap.plusWeeks(after, -60),
                        () -> withGap.plusTermWeeks(before, 2),
                        () -> withGap.plusTermWeeks(after, -2),
                        () -> withGap.plus(after, -6),
                        () -> withGap.pupilDaysBetween(before, after),
                        () -> withGap.pupilDaysBetween(after, before),
                        () -> withGap.staffMeetingIn(before, after),
                        () -> withGap.isStaffDay(LocalDate.of(2027, 8, 1)),
                        () -> withGap.blackoutOn(LocalDate.of(2028, 7, 31)),
                        () -> withGap.forward(LocalDate.of(2027, 7, 22))))
                .allSatisfy(step -> assertThatThrownBy(step)
                        .isInstanceOf(YearNotEntered.class)
                        .hasMessage("The term dates of 2027/28 for milllane are not entered. Enter them in the school"
                                + " calendar, then try again."));
    }

    @Test
    void ofSingleDaysTheLaterCountsOverTermsBankHolidaysAndEarlierOnes() {
        LocalDate saturday = LocalDate.of(2026, 11, 7);
        LocalDate snow = LocalDate.of(2027, 2, 4);
        LocalDate inset = LocalDate.of(2026, 11, 2);
        SchoolCalendar calendar = staffordshire.withDays(List.of(
                day(saturday, CalendarDay.Kind.OPEN),
                day(snow, CalendarDay.Kind.CLOSED),
                day(inset, CalendarDay.Kind.INSET),
                day(MAY_BANK_HOLIDAY, CalendarDay.Kind.OPEN)));

        assertThat(calendar.isPupilDay(saturday)).isTrue();
        assertThat(calendar.isPupilDay(snow)).isFalse();
        assertThat(calendar.isStaffDay(snow)).isFalse();
        assertThat(calendar.isPupilDay(inset)).isFalse();
        assertThat(calendar.isStaffDay(inset)).isTrue();
        assertThat(calendar.isPupilDay(MAY_BANK_HOLIDAY)).isTrue();
        assertThat(staffordshire.isStaffDay(MAY_BANK_HOLIDAY)).isFalse();

        SchoolCalendar nearer =
                calendar.withDays(List.of(day(inset, CalendarDay.Kind.OPEN), day(saturday, CalendarDay.Kind.CLOSED)));
        assertThat(nearer.isPupilDay(inset)).isTrue();
        assertThat(nearer.isStaffDay(saturday)).isFalse();
    }

    @Test
    void aSingleDayDoesNotMakeAYearEntered() {
        SchoolCalendar calendar = staffordshire.withDays(List.of(day(LocalDate.of(2027, 9, 6), CalendarDay.Kind.OPEN)));

        assertThatThrownBy(() -> calendar.isPupilDay(LocalDate.of(2027, 9, 6))).isInstanceOf(YearNotEntered.class);
        assertThatThrownBy(() -> calendar.forward(LocalDate.of(2027, 7, 22))).isInstanceOf(YearNotEntered.class);
    }

    @Test
    void termWeeksCountFromTheNextPupilDayAndBackwardsFromTheOneBefore() {
        LocalDate inHalfTerm = LocalDate.of(2026, 10, 28);

        assertThat(staffordshire.plusTermWeeks(inHalfTerm, 0)).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(staffordshire.plusTermWeeks(inHalfTerm, 1)).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(staffordshire.plusTermWeeks(inHalfTerm, -1)).isEqualTo(LocalDate.of(2026, 10, 16));
        assertThat(staffordshire.plusTermWeeks(LocalDate.of(2027, 1, 14), -8)).isEqualTo(LocalDate.of(2026, 11, 5));
    }

    @Test
    void weeksKeepTheWeekdayAndMoveOutwardsOffAClosedDay() {
        assertThat(staffordshire.plusWeeks(LocalDate.of(2026, 11, 5), 2)).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(staffordshire.plusWeeks(LocalDate.of(2026, 11, 5), 8)).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(staffordshire.plusWeeks(LocalDate.of(2027, 1, 14), -2)).isEqualTo(LocalDate.of(2026, 12, 18));
        assertThat(staffordshire.plusWeeks(MAY_BANK_HOLIDAY, 0)).isEqualTo(LocalDate.of(2027, 5, 4));
    }

    @Test
    void pupilDaysBetweenTwoDaysLeaveTheFirstOut() {
        assertThat(staffordshire.pupilDaysBetween(LocalDate.of(2026, 10, 23), LocalDate.of(2026, 11, 2)))
                .isEqualTo(1);
        assertThat(staffordshire.pupilDaysBetween(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 10, 23)))
                .isEqualTo(-1);
        assertThat(staffordshire.pupilDaysBetween(LocalDate.of(2026, 11, 5), LocalDate.of(2026, 11, 5)))
                .isZero();
    }

    @Test
    void theLeapDayIsADayLikeAnyOther() {
        SchoolCalendar leapYear = new SchoolCalendar(
                "milllane", List.of(new Term(LocalDate.of(2027, 9, 2), LocalDate.of(2028, 7, 20))), Set.of());
        LocalDate leapDay = LocalDate.of(2028, 2, 29);

        assertThat(leapYear.isPupilDay(leapDay)).isTrue();
        assertThat(leapYear.plus(LocalDate.of(2028, 2, 28), 2)).isEqualTo(LocalDate.of(2028, 3, 1));
        assertThat(leapYear.plusWeeks(leapDay, 1)).isEqualTo(LocalDate.of(2028, 3, 7));
        assertThat(leapYear.plusWeeks(LocalDate.of(2028, 3, 7), -1)).isEqualTo(leapDay);
        assertThat(leapYear.pupilDaysBetween(LocalDate.of(2028, 2, 25), LocalDate.of(2028, 3, 3)))
                .isEqualTo(5);
    }

    @Test
    void aScottishYearBeginsInAugust() {
        SchoolCalendar edinburgh = new SchoolCalendar(
                "leithwalk",
                List.of(
                        new Term(LocalDate.of(2026, 8, 12), LocalDate.of(2026, 10, 9)),
                        new Term(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 12, 18)),
                        new Term(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 3, 25)),
                        new Term(LocalDate.of(2027, 4, 12), LocalDate.of(2027, 6, 25))),
                Set.of());

        assertThat(edinburgh.forward(LocalDate.of(2026, 8, 1))).isEqualTo(LocalDate.of(2026, 8, 12));
        assertThat(edinburgh.plus(LocalDate.of(2026, 8, 31), -5)).isEqualTo(LocalDate.of(2026, 8, 24));
        assertThat(edinburgh.plusTermWeeks(LocalDate.of(2026, 8, 13), 8)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThatThrownBy(() -> edinburgh.plus(LocalDate.of(2027, 6, 25), 1))
                .isInstanceOf(YearNotEntered.class)
                .hasMessageContaining("2027/28")
                .hasMessageContaining("leithwalk");
    }

    @Test
    void theStaffMeetingIsOnTheFirstSuchPupilDayOfAStretch() {
        SchoolCalendar tuesdays = staffordshire.withStaffMeetingOn(DayOfWeek.TUESDAY);

        assertThat(tuesdays.staffMeetingDay()).contains(DayOfWeek.TUESDAY);
        assertThat(tuesdays.staffMeetingIn(LocalDate.of(2026, 10, 21), LocalDate.of(2026, 11, 30)))
                .contains(LocalDate.of(2026, 11, 3));
        assertThat(tuesdays.staffMeetingIn(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 3)))
                .contains(LocalDate.of(2026, 11, 3));
        assertThat(tuesdays.staffMeetingIn(LocalDate.of(2026, 11, 4), LocalDate.of(2026, 11, 9)))
                .isEmpty();
        assertThat(tuesdays.staffMeetingIn(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 3)))
                .isEmpty();
        assertThat(staffordshire.staffMeetingDay()).isEmpty();
        assertThat(staffordshire.staffMeetingIn(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 1)))
                .isEmpty();
    }

    @Test
    void aBlackoutHoldsFromItsFirstToItsLastDay() {
        Blackout tests = new Blackout(LocalDate.of(2027, 5, 10), LocalDate.of(2027, 5, 13), "Key stage 2 tests");
        Blackout openWeek = new Blackout(LocalDate.of(2027, 5, 12), LocalDate.of(2027, 5, 18), "Open week");
        SchoolCalendar calendar = staffordshire.withBlackouts(List.of(openWeek)).withBlackouts(List.of(tests));

        assertThat(calendar.blackoutOn(LocalDate.of(2027, 5, 9))).isEmpty();
        assertThat(calendar.blackoutOn(LocalDate.of(2027, 5, 10))).contains(tests);
        assertThat(calendar.blackoutOn(LocalDate.of(2027, 5, 13))).contains(tests);
        assertThat(calendar.blackoutOn(LocalDate.of(2027, 5, 14))).contains(openWeek);
        assertThat(calendar.blackoutOn(LocalDate.of(2027, 5, 19))).isEmpty();
        assertThat(calendar.isPupilDay(LocalDate.of(2027, 5, 10))).isTrue();
    }

    @Test
    void twoSchoolsTogetherHaveTheBlackoutsOfBothAndTheStaffMeetingThatTheyShare() {
        Blackout tests = new Blackout(LocalDate.of(2027, 5, 10), LocalDate.of(2027, 5, 13), "Key stage 2 tests");
        SchoolCalendar one = staffordshire.withBlackouts(List.of(tests)).withStaffMeetingOn(DayOfWeek.TUESDAY);
        SchoolCalendar other = new SchoolCalendar("hilltop", TestPartnership.staffordshire2026(), Set.of());

        assertThat(one.and(other).blackoutOn(LocalDate.of(2027, 5, 10))).contains(tests);
        assertThat(other.and(one).blackoutOn(LocalDate.of(2027, 5, 10))).contains(tests);
        assertThat(one.and(other).staffMeetingDay()).isEmpty();
        assertThat(one.and(other.withStaffMeetingOn(DayOfWeek.MONDAY)).staffMeetingDay())
                .isEmpty();
        assertThat(one.and(other.withStaffMeetingOn(DayOfWeek.TUESDAY)).staffMeetingDay())
                .contains(DayOfWeek.TUESDAY);
    }

    @Test
    void ofTwoSchoolsTogetherTheOneWhoseYearIsMissingIsNamed() {
        SchoolCalendar other = new SchoolCalendar(
                "hilltop",
                List.of(
                        new Term(LocalDate.of(2026, 9, 3), LocalDate.of(2027, 7, 21)),
                        new Term(LocalDate.of(2027, 9, 2), LocalDate.of(2028, 7, 20))),
                Set.of());

        for (SchoolCalendar both : List.of(staffordshire.and(other), other.and(staffordshire))) {
            assertThatThrownBy(() -> both.plus(LocalDate.of(2027, 7, 21), 1))
                    .isInstanceOf(YearNotEntered.class)
                    .hasMessageContaining("2027/28")
                    .hasMessageContaining("milllane");
        }
    }

    private static CalendarDay day(LocalDate day, CalendarDay.Kind kind) {
        return new CalendarDay(day, kind, "A special day");
    }
}
