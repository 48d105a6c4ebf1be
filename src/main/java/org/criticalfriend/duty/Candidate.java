package org.criticalfriend.duty;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody put forward for a seat.
 *
 * @param person id of the person
 * @param host id of the school that hosts the review
 * @param days the days of the review's appointments, all of them; which of them the duty takes is not the caller's business
 * @param overrideReason why the duty may go to them although they are not trained for it (F2); empty if it may not
 */
public record Candidate(
        String person, String host, Map<AppointmentKind, Set<LocalDate>> days, Optional<String> overrideReason) {

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
    public static Candidate of(String person, String host, Map<AppointmentKind, Set<LocalDate>> days) {
        return new Candidate(person, host, days, Optional.empty());
    }

    /** The same person, for whom training may be missing. */
    public Candidate evenIfUntrained(String reason) {
        return new Candidate(person, host, days, Optional.of(reason));
    }
}
