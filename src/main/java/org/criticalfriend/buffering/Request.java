package org.criticalfriend.buffering;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody is asked to stand in.
 *
 * @param id key of their occupancy
 * @param vacancy key of what they are asked for
 * @param turn that of the vacancy when they were asked
 * @param person id of the person
 * @param askedAt when
 * @param answerBy until when an answer counts
 * @param outcome what has become of it; empty while the answer is awaited
 */
record Request(
        UUID id, UUID vacancy, int turn, String person, Instant askedAt, Instant answerBy, Optional<Outcome> outcome) {

    enum Outcome {
        /** Holds the seat. */
        YES("yes"),
        /** Cannot come. */
        NO("no"),
        /** Did not answer in time. */
        SILENT("no answer in time"),
        /** Somebody else was quicker. */
        TAKEN("somebody else was quicker"),
        /** The seat was settled otherwise, or nobody is needed any more. */
        NOT_NEEDED("not needed any more"),
        /** Is asked for a weightier place on the same review: one question at a time. */
        INSTEAD("asked for another place on this review");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** For people, in a table. */
        String words() {
            return words;
        }
    }

    boolean isOpen() {
        return outcome.isEmpty();
    }
}
