package org.criticalfriend.duty;

import java.util.Optional;

/**
 * Somebody put forward for a seat.
 *
 * @param person id of the person
 * @param days where to learn on which days the review's appointments are
 * @param overrideReason why the duty may go to them although they are not trained for it (F2); empty if it may not
 */
public record Candidate(String person, AppointmentDays days, Optional<String> overrideReason) {

    private static final int LONGEST_REASON = 400;

    /** @throws IllegalArgumentException if the reason is blank or longer than 400 characters */
    public Candidate {
        overrideReason.ifPresent(reason -> {
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new IllegalArgumentException(
                        "Give the reason for an exception in 1 to %d characters.".formatted(LONGEST_REASON));
            }
        });
    }

    /** Somebody who has to be trained for the duty. */
    public static Candidate of(String person, AppointmentDays days) {
        return new Candidate(person, days, Optional.empty());
    }

    /** The same person, for whom training may be missing. */
    public Candidate evenIfUntrained(String reason) {
        return new Candidate(person, days, Optional.of(reason));
    }
}
