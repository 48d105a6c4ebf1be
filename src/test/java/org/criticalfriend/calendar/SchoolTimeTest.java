package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SchoolTimeTest {

    @Test
    void eightInTheMorningIsSevenUtcInSummerAndEightInWinter() {
        assertThat(SchoolTime.at(LocalDate.of(2026, 10, 23), LocalTime.of(8, 0)))
                .isEqualTo(Instant.parse("2026-10-23T07:00:00Z"));
        assertThat(SchoolTime.at(LocalDate.of(2026, 11, 2), LocalTime.of(8, 0)))
                .isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));
    }

    @Test
    void aTimeThatTheClocksSkipIsTheNextThatExists() {
        assertThat(SchoolTime.at(LocalDate.of(2027, 3, 28), LocalTime.of(1, 30)))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void halfPastMidnightInASummerNightIsAlreadyTheNextDayInSchool() {
        Clock clock = Clock.fixed(Instant.parse("2026-07-01T23:30:00Z"), ZoneOffset.UTC);

        assertThat(SchoolTime.today(clock)).isEqualTo(LocalDate.of(2026, 7, 2));
    }

    @Test
    void datesAreWrittenAsPeopleReadThem() {
        assertThat(SchoolTime.words(LocalDate.of(2026, 11, 5))).isEqualTo("Thursday 5 November 2026");
    }
}
