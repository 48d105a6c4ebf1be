package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.Duty;

/**
 * A review as the year plan has it.
 *
 * @param kind whether a school is reviewed or a trust
 * @param partnership id of the partnership
 * @param host id of the host school
 * @param focus the one focus, in a few words
 * @param visitFirst first visit day, a pupil day of the host
 * @param visitLast last visit day, a pupil day of the host
 * @param meetings days of the other appointments; one that is not named falls where the lead times say
 * @param seats who has which duty; several people have several seats of it
 * @param otherTeam why the team may be of another size than usual ({@link TeamSizes}); empty if it may not
 */
public record PlannedReview(
        ReviewKind kind,
        String partnership,
        String host,
        String focus,
        LocalDate visitFirst,
        LocalDate visitLast,
        Map<AppointmentKind, LocalDate> meetings,
        Map<Duty, List<String>> seats,
        Optional<OtherTeam> otherTeam) {

    /** A review with a team of the usual size. */
    public PlannedReview(
            ReviewKind kind,
            String partnership,
            String host,
            String focus,
            LocalDate visitFirst,
            LocalDate visitLast,
            Map<AppointmentKind, LocalDate> meetings,
            Map<Duty, List<String>> seats) {
        this(kind, partnership, host, focus, visitFirst, visitLast, meetings, seats, Optional.empty());
    }

    /** A review of a school, with a team of the usual size. */
    public PlannedReview(
            String partnership,
            String host,
            String focus,
            LocalDate visitFirst,
            LocalDate visitLast,
            Map<AppointmentKind, LocalDate> meetings,
            Map<Duty, List<String>> seats) {
        this(ReviewKind.SCHOOL, partnership, host, focus, visitFirst, visitLast, meetings, seats);
    }

    /** The same review, whose team may be of another size. */
    public PlannedReview withOtherTeam(OtherTeam other) {
        return new PlannedReview(
                kind, partnership, host, focus, visitFirst, visitLast, meetings, seats, Optional.of(other));
    }
}
