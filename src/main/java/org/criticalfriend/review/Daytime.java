package org.criticalfriend.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;

/**
 * The hours in which somebody can be expected to look at a message, every day, in school time.
 *
 * @param begins from when, included
 * @param ends until when, later than it begins
 */
record Daytime(LocalTime begins, LocalTime ends) {

    /** The moment at which so much daytime has gone by since {@code start}. */
    Instant plus(Instant start, Duration length) {
        LocalDate day = SchoolTime.dateOf(start);
        Instant from = start;
        Duration left = length;
        while (true) {
            Instant opens = SchoolTime.at(day, begins);
            Instant closes = SchoolTime.at(day, ends);
            Instant counts = from.isBefore(opens) ? opens : from;
            if (counts.isBefore(closes)) {
                Duration today = Duration.between(counts, closes);
                if (left.compareTo(today) <= 0) {
                    return counts.plus(left);
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
            from = SchoolTime.at(day, LocalTime.MIDNIGHT);
        }
    }
}
