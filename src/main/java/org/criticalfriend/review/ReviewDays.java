package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.Optional;
import org.criticalfriend.duty.AppointmentKind;

/**
 * The days of a review's four appointments.
 *
 * @param visitFirst first visit day, a pupil day of the host
 * @param visitLast last visit day
 * @param planningMeetingOn day of the planning meeting; null as long as the lead times say it
 * @param workshopOn day of the improvement workshop; null as long as the lead times say it
 * @param followUpOn day of the follow-up meeting; null as long as the lead times say it
 */
record ReviewDays(
        LocalDate visitFirst,
        LocalDate visitLast,
        LocalDate planningMeetingOn,
        LocalDate workshopOn,
        LocalDate followUpOn) {

    /** A visit; all else as the lead times say. */
    static ReviewDays ofVisit(LocalDate first, LocalDate last) {
        return new ReviewDays(first, last, null, null, null);
    }

    /** The (first) day of an appointment, if one is fixed. */
    Optional<LocalDate> of(AppointmentKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case PLANNING_MEETING -> planningMeetingOn;
                    case VISIT -> visitFirst;
                    case WORKSHOP -> workshopOn;
                    case FOLLOW_UP -> followUpOn;
                });
    }

    /** The day to suggest to whoever types a meeting up: that of the appointment, or today if that is still ahead or not fixed. */
    LocalDate heldOn(AppointmentKind meeting, LocalDate today) {
        return of(meeting).filter(day -> !day.isAfter(today)).orElse(today);
    }

    /** With another day for a meeting; null leaves it to the lead times. */
    ReviewDays with(AppointmentKind meeting, LocalDate day) {
        return switch (meeting) {
            case PLANNING_MEETING -> new ReviewDays(visitFirst, visitLast, day, workshopOn, followUpOn);
            case WORKSHOP -> new ReviewDays(visitFirst, visitLast, planningMeetingOn, day, followUpOn);
            case FOLLOW_UP -> new ReviewDays(visitFirst, visitLast, planningMeetingOn, workshopOn, day);
            case VISIT -> throw new IllegalArgumentException("A visit has a first and a last day.");
        };
    }
}
