package org.criticalfriend.buffering;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A seat that has lost its occupant, while and after somebody is looked for.
 *
 * @param id key; the variable {@code subject} of its process
 * @param review key of the review
 * @param seat key of the seat to fill
 * @param leftBy id of the person who has left it
 * @param since when
 * @param turn goes up when everybody may be asked again
 * @param outcome what has become of it; empty while somebody is looked for
 */
record Vacancy(UUID id, UUID review, UUID seat, String leftBy, Instant since, int turn, Optional<Outcome> outcome) {

    enum Outcome {
        /** Somebody fills the seat again. */
        HELD,
        /** The review goes ahead without it. */
        GIVEN_UP,
        /** The appointment is over, or the review. */
        NOT_NEEDED
    }

    boolean isOpen() {
        return outcome.isEmpty();
    }
}
