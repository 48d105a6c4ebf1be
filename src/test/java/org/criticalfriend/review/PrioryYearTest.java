package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.review.LeadTime.Anchor;
import org.criticalfriend.review.LeadTime.Roll;
import org.criticalfriend.review.LeadTime.Unit;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One year for the eight Priory schools, as it was worked out by hand: Staffordshire 2026/27, no INSET days. */
class PrioryYearTest {

    private static final Set<LocalDate> BANK_HOLIDAYS = Set.of(
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 28),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 3, 26),
            LocalDate.of(2027, 3, 29),
            LocalDate.of(2027, 5, 3),
            LocalDate.of(2027, 5, 31));

    /** The lead times of that year: planning two calendar weeks ahead, all else as usual. */
    private static final Map<String, LeadTime> LEAD_TIMES = Map.of(
            LeadTimes.PLANNING_MEETING,
            row(Anchor.VISIT_FIRST, -14, Unit.CALENDAR_DAYS, Roll.BACK),
            LeadTimes.ISSUE_QUESTIONS,
            row(Anchor.VISIT_FIRST, -5, Unit.SCHOOL_DAYS, Roll.BACK),
            "WriteReport",
            row(Anchor.VISIT_LAST, 5, Unit.SCHOOL_DAYS, Roll.FORWARD),
            LeadTimes.REFLECTION_DEADLINE,
            row(Anchor.VISIT_LAST, 10, Unit.SCHOOL_DAYS, Roll.FORWARD),
            LeadTimes.FOLLOW_UP,
            row(Anchor.VISIT_LAST, 8, Unit.WEEKS, Roll.FORWARD));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "S1, 2026-09-24, 2026-10-01, 2026-10-08, 2026-10-15, 2026-10-22, 2026-12-03",
        "S2, 2026-10-22, 2026-10-22, 2026-11-05, 2026-11-12, 2026-11-19, 2027-01-04",
        "S3, 2026-11-12, 2026-11-19, 2026-11-26, 2026-12-03, 2026-12-10, 2027-01-21",
        "S4, 2027-01-07, 2027-01-14, 2027-01-21, 2027-01-28, 2027-02-04, 2027-03-18",
        "S5, 2027-01-28, 2027-02-04, 2027-02-11, 2027-02-25, 2027-03-04, 2027-04-12",
        "S6, 2027-02-25, 2027-03-04, 2027-03-11, 2027-03-18, 2027-03-25, 2027-05-06",
        "S7, 2027-04-15, 2027-04-22, 2027-04-29, 2027-05-07, 2027-05-14, 2027-06-24",
        "S8, 2027-05-06, 2027-05-13, 2027-05-20, 2027-05-27, 2027-06-10, 2027-07-15"
    })
    void everyRowOfTheYearComesOutAsWorkedOut(
            String host,
            LocalDate planning,
            LocalDate questions,
            LocalDate visit,
            LocalDate report,
            LocalDate reflection,
            LocalDate followUp) {
        ReviewDates dates = new ReviewDates(
                Review.planned(host, new PlannedReview("priory", host, "A focus", visit, visit, Map.of(), Map.of())),
                calendar(),
                row -> Optional.ofNullable(LEAD_TIMES.get(row)));

        assertThat(List.of(
                        dates.appointment(AppointmentKind.PLANNING_MEETING),
                        dates.day(LeadTimes.ISSUE_QUESTIONS),
                        dates.day("WriteReport"),
                        dates.day(LeadTimes.REFLECTION_DEADLINE),
                        dates.appointment(AppointmentKind.FOLLOW_UP)))
                .containsExactly(planning, questions, report, reflection, followUp);
    }

    private static SchoolCalendar calendar() {
        List<Term> terms = TestPartnership.staffordshire2026();
        return new SchoolCalendar("priory", terms, BANK_HOLIDAYS);
    }

    private static LeadTime row(Anchor anchor, int offset, Unit unit, Roll roll) {
        return new LeadTime(anchor, offset, unit, roll, LocalTime.of(17, 0));
    }
}
