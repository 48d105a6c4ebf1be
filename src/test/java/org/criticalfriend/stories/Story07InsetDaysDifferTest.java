package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.Whose;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Story 7: the INSET days of host and reviewer's school differ. Both schools are real examples of 2026/27 (domain report, section
 * 2.5): four of their five days are not the same.
 */
@ApplicationTest
class Story07InsetDaysDifferTest {

    private static final LocalDate BEFORE_HALF_TERM = LocalDate.of(2026, 10, 23);
    private static final LocalDate AFTER_HALF_TERM = LocalDate.of(2026, 11, 2);
    private static final LocalDate AFTER_CHRISTMAS = LocalDate.of(2027, 1, 4);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    SchoolCalendars calendars;

    @Test
    void aVisitFindsADayOnWhichHostAndReviewersSchoolBothHavePupils() {
        Made made = partnerships.make();
        String host = made.school('a');
        String reviewers = made.school('b');
        calendars.enterInsetDays(host, days("2026-09-01", "2026-10-16", "2027-01-04", "2027-04-12", "2027-06-21"));
        calendars.enterInsetDays(reviewers, days("2026-09-01", "2026-10-23", "2026-11-02", "2027-05-28", "2027-06-07"));

        SchoolCalendar atHost = calendars.of(host);
        SchoolCalendar atReviewers = calendars.of(reviewers);
        SchoolCalendar atBoth = atHost.and(atReviewers);

        // The host is open, the reviewer is needed at home: no visit that day.
        assertThat(atHost.isPupilDay(AFTER_HALF_TERM)).isTrue();
        assertThat(atReviewers.isPupilDay(AFTER_HALF_TERM)).isFalse();
        assertThat(atBoth.forward(BEFORE_HALF_TERM)).isEqualTo(LocalDate.of(2026, 11, 3));
        // The other way round: the reviewer could come, the host has no pupils to see.
        assertThat(atReviewers.isPupilDay(AFTER_CHRISTMAS)).isTrue();
        assertThat(atBoth.forward(AFTER_CHRISTMAS)).isEqualTo(LocalDate.of(2027, 1, 5));
        // For a meeting of staff an INSET day is as good as any other.
        assertThat(atBoth.isStaffDay(AFTER_HALF_TERM)).isTrue();
        assertThat(atBoth.isStaffDay(AFTER_CHRISTMAS)).isTrue();
        // Lead times go on counting in the host's days alone.
        assertThat(atHost.plus(BEFORE_HALF_TERM, 1)).isEqualTo(AFTER_HALF_TERM);
        assertThat(atBoth.plus(BEFORE_HALF_TERM, 1)).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @Test
    void anInsetDayTurnedIntoAnOrdinaryOneIsOpenAtBothAgain() {
        Made made = partnerships.make();
        calendars.enterInsetDays(made.school('b'), List.of(AFTER_HALF_TERM));

        calendars.enterDays(
                Whose.school(made.school('b')),
                List.of(new CalendarDay(AFTER_HALF_TERM, CalendarDay.Kind.OPEN, "Training moved to June")));

        assertThat(calendars
                        .of(made.school('a'))
                        .and(calendars.of(made.school('b')))
                        .isPupilDay(AFTER_HALF_TERM))
                .isTrue();
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
