package org.criticalfriend.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * What those in charge are asked about a step that is late, and what they have decided.
 *
 * @param late id of the timer that said so, as in the model
 * @param step id of the step in the model
 * @param arose when they were asked
 * @param outcome null as long as it is open
 * @param untilDay by when the step is to be done instead; null if that was not decided
 * @param person id of who had the step before, if it was given to somebody else; null otherwise
 * @param reason for the record alone: no mail and no page shows it; null if none was asked for
 * @param decidedBy id of the person; null if the question closed by itself
 */
record LateDecision(
        @Id UUID id,
        UUID review,
        String late,
        String step,
        Instant arose,
        Outcome outcome,
        LocalDate untilDay,
        String person,
        String reason,
        String decidedBy,
        Instant decidedAt) {

    enum Outcome {
        MORE_TIME,
        SOMEBODY_ELSE,
        GO_AHEAD,
        CANCEL,
        /** The step was done meanwhile. */
        DONE,
        /** The step has other dates, or another question took the place of this one. */
        OVERTAKEN;

        /** Whether people have decided it. */
        boolean isDecided() {
            return this != DONE && this != OVERTAKEN;
        }
    }

    /** A question that arises now. */
    static LateDecision asked(Review review, String late, String step, Instant now) {
        return new LateDecision(Reviews.newId(), review.id(), late, step, now, null, null, null, null, null, null);
    }

    /** Closed by itself. */
    LateDecision closed(Outcome why, Instant now) {
        return new LateDecision(id, review, late, step, arose, why, untilDay, person, reason, null, now);
    }

    /** Decided by a person. */
    LateDecision decided(Outcome what, LocalDate until, String before, String why, String by, Instant now) {
        return new LateDecision(id, review, late, step, arose, what, until, before, why, by, now);
    }

    boolean isOpen() {
        return outcome == null;
    }
}
