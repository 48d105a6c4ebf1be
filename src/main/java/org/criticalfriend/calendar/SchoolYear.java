package org.criticalfriend.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * A school year, from 1 August to 31 July: it begins with the first term after July (Education Act 1996, section 579). Scottish
 * schools begin in mid-August, some English ones in its last days.
 *
 * @param start the calendar year in which it begins, such as 2026 for 2026/27
 */
public record SchoolYear(int start) implements Comparable<SchoolYear> {

    /** The school year in which {@code day} lies. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /** 1 August. */
    public LocalDate firstDay() {
        return LocalDate.of(start, Month.AUGUST, 1);
    }

    /** 31 July of the year after. */
    public LocalDate lastDay() {
        return LocalDate.of(start + 1, Month.JULY, 31);
    }

    /** Whether {@code day} lies in it. */
    public boolean holds(LocalDate day) {
        return equals(of(day));
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
