package org.criticalfriend.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.duty.AppointmentKind;

/**
 * Somebody has asked for a change of a review's plan.
 *
 * @param id key
 * @param review key of the review
 * @param kind why
 * @param appointment which meeting, if it is about one
 * @param seat key of the seat, if it is about one
 * @param wishedDay a day that would suit, if one was named
 * @param askedBy id of the person
 * @param askedAt when
 * @param outcome what has become of it; empty while it is open
 * @param decision what was chosen; empty unless somebody has decided
 */
record ChangeOfPlan(
        UUID id,
        UUID review,
        ChangeKind kind,
        Optional<AppointmentKind> appointment,
        Optional<UUID> seat,
        Optional<LocalDate> wishedDay,
        String askedBy,
        Instant askedAt,
        Optional<Outcome> outcome,
        Optional<Way> decision) {

    /** What becomes of it. */
    enum Outcome {
        /** The plan has changed. */
        CHANGED,
        /** It was decided that everything stays. */
        KEPT,
        /** Somebody is looked for to stand in. */
        BUFFERED,
        /** The review has ended meanwhile. */
        LAPSED
    }

    boolean isOpen() {
        return outcome.isEmpty();
    }

    /** The meeting that it is about: the visit, unless another was named. */
    AppointmentKind meeting() {
        return appointment.orElse(AppointmentKind.VISIT);
    }
}
