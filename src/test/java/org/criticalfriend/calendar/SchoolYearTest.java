package org.criticalfriend.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolYearTest {

    @ParameterizedTest
    @CsvSource({
        "2026-07-31, 2025/26",
        "2026-08-01, 2026/27",
        "2026-08-12, 2026/27",
        "2026-08-31, 2026/27",
        "2026-12-31, 2026/27",
        "2027-01-01, 2026/27",
        "2027-07-31, 2026/27",
        "2099-09-01, 2099/00"
    })
    void itBeginsOnTheFirstOfAugust(LocalDate day, String year) {
        assertThat(SchoolYear.of(day)).hasToString(year);
        assertThat(SchoolYear.of(day).holds(day)).isTrue();
        assertThat(day)
                .isBetween(SchoolYear.of(day).firstDay(), SchoolYear.of(day).lastDay());
    }

    @Test
    void oneYearFollowsTheOther() {
        SchoolYear year = new SchoolYear(2026);

        assertThat(year.plus(1).firstDay()).isEqualTo(year.lastDay().plusDays(1));
        assertThat(year.plus(-1)).isLessThan(year);
    }
}
