package org.criticalfriend.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * A school year, from 1 September to 31 August.
 *
 * @param start the calendar year in which it begins, such as 2026 for 2026/27
 */
public record SchoolYear(int start) implements Comparable<SchoolYear> {

    /** The school year in which {@code day} lies. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /** 1 September. */
    public LocalDate firstDay() {
        return LocalDate.of(start, Month.SEPTEMBER, 1);
    }

    /** 31 August of the year after. */
    public LocalDate lastDay() {
        return LocalDate.of(start + 1, Month.AUGUST, 31);
    }

    /** The school year that lies {@code years} after this one (before, if negative). */
    public SchoolYear plus(int years) {
        return new SchoolYear(start + years);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(start, other.start);
    }

    /** As people write it: {@code 2026/27}. */
    @Override
    public String toString() {
        return "%d/%02d".formatted(start, (start + 1) % 100);
    }
}
