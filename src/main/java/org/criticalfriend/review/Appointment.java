package org.criticalfriend.review;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.criticalfriend.duty.AppointmentKind;

/**
 * One of the four meetings of a review: when, and where.
 *
 * @param reference of the review
 * @param kind which of the four
 * @param first the day; of a visit its first
 * @param last the day; of a visit its last
 * @param starts clock time in school, on each day
 * @param ends clock time in school, on each day
 * @param place where people go
 * @param link where people meet from afar
 * @param window the days to which those who hold it may move it, both included; empty for a visit, which only a change of plan
 *     moves
 */
public record Appointment(
        String reference,
        AppointmentKind kind,
        LocalDate first,
        LocalDate last,
        LocalTime starts,
        LocalTime ends,
        Optional<String> place,
        Optional<String> link,
        Optional<Window> window) {

    private static final Duration HALF_A_DAY = Duration.ofHours(5);

    /**
     * A stretch of days.
     *
     * @param first included
     * @param last included, not before the first
     */
    public record Window(LocalDate first, LocalDate last) {

        /** Whether {@code day} lies in it. */
        public boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        LocalDate nearest(LocalDate day) {
            return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
        }
    }

    /** How long a meeting takes of which nobody has arranged the times. */
    static Duration usualLength(AppointmentKind kind) {
        return switch (kind) {
            case PLANNING_MEETING, FOLLOW_UP -> Duration.ofHours(1);
            case VISIT -> Duration.ofHours(8);
            case WORKSHOP -> Duration.ofMinutes(75);
        };
    }

    /** Whether it takes half a day: one day, of five hours at most. */
    public boolean isHalfADay() {
        return first.equals(last) && Duration.between(starts, ends).compareTo(HALF_A_DAY) <= 0;
    }
}
