package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two hours to answer are two hours in which people look at messages: from seven in the morning to nine in the evening, by the clock in school. */
class DaytimeTest {

    private static final Daytime DAYTIME = new Daytime(LocalTime.of(7, 0), LocalTime.of(21, 0));

    @ParameterizedTest(name = "asked on {0} at {1}, {2} hours end on {3} at {4}")
    @CsvSource({
        // Within one day.
        "2026-10-07, 10:00, 2, 2026-10-07, 12:00",
        "2026-10-07, 19:00, 2, 2026-10-07, 21:00",
        "2026-10-07, 07:00, 2, 2026-10-07, 09:00",
        // Over a night.
        "2026-10-07, 20:30, 2, 2026-10-08, 08:30",
        "2026-10-07, 19:01, 2, 2026-10-08, 07:01",
        "2026-10-07, 21:00, 2, 2026-10-08, 09:00",
        "2026-10-07, 23:59, 2, 2026-10-08, 09:00",
        "2026-10-08, 00:00, 2, 2026-10-08, 09:00",
        "2026-10-08, 06:59, 2, 2026-10-08, 09:00",
        // A weekend has daytime too.
        "2026-10-09, 20:30, 2, 2026-10-10, 08:30",
        "2026-10-11, 20:30, 2, 2026-10-12, 08:30",
        // The nights in which clocks change: what counts is what the clock shows.
        "2026-10-24, 20:30, 2, 2026-10-25, 08:30",
        "2027-03-27, 20:30, 2, 2027-03-28, 08:30",
        "2026-10-25, 01:30, 2, 2026-10-25, 09:00",
        // More than a day has.
        "2026-10-07, 07:00, 14, 2026-10-07, 21:00",
        "2026-10-07, 07:00, 15, 2026-10-08, 08:00",
        "2026-10-07, 12:00, 30, 2026-10-09, 14:00",
    })
    void onlyHoursOfTheDaytimeCount(LocalDate day, LocalTime at, int hours, LocalDate endDay, LocalTime end) {
        Instant asked = SchoolTime.at(day, at);

        assertThat(DAYTIME.plus(asked, Duration.ofHours(hours))).isEqualTo(SchoolTime.at(endDay, end));
    }
}
