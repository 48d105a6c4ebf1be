package org.criticalfriend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.sample.SampleFiles.ReviewRow;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

class SampleDatesTest {

    private final List<ReviewRow> rows =
            new SampleFiles(new DefaultResourceLoader(), "classpath:sample/priory").reviews();

    private final SchoolCalendar calendar = new SchoolCalendar("any", threeYears(), Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-08-01",
                "2026-09-01",
                "2026-11-22",
                "2026-12-31",
                "2027-02-17",
                "2027-06-07",
                "2027-07-31",
                "2027-08-15",
                "2027-08-31"
            })
    void wheneverItIsStartedEveryVisitIsAPupilDayAndOnItsSideOfToday(LocalDate today) {
        Instant now = SchoolTime.at(today, LocalTime.of(10, 0));
        SampleDates dates = new SampleDates(calendar, now);

        assertThat(rows).allSatisfy(row -> {
            LocalDate visit = dates.visit(row);
            assertThat(calendar.isPupilDay(visit)).isTrue();
            boolean ahead = row.open().contains("PrepareForVisit") || row.open().contains("HoldPlanningMeeting");
            assertThat(visit.isAfter(today)).isEqualTo(ahead);
            assertThat(dates.plannedFor(visit)).isBefore(now);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"06:30", "08:59"})
    void beforeTheSchoolDayIsUnderWayTheLatestVisitWasTheDayBefore(LocalTime time) {
        LocalDate today = LocalDate.of(2026, 11, 24);
        SampleDates dates = new SampleDates(calendar, SchoolTime.at(today, time));

        assertThat(rows)
                .filteredOn(row -> Integer.valueOf(0).equals(row.visit()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(dates.visit(row)).isEqualTo(today.minusDays(1)));
    }

    private static List<Term> threeYears() {
        return List.of(-52, 0, 52).stream()
                .flatMap(weeks -> TestPartnership.staffordshire2026().stream()
                        .map(term -> new Term(
                                term.firstDay().plusWeeks(weeks), term.lastDay().plusWeeks(weeks))))
                .toList();
    }
}
