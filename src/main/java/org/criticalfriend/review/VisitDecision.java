package org.criticalfriend.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * What the partnership lead decided when no planning meeting had been held so close to the visit (G6).
 *
 * @param reason for the record alone: no mail and no page shows it
 * @param newVisit the first visit day instead; null unless the visit is put off
 * @param decidedBy id of the person
 */
record VisitDecision(
        @Id UUID id,
        UUID review,
        Kind decision,
        String reason,
        LocalDate newVisit,
        String decidedBy,
        Instant decidedAt) {

    enum Kind {
        GO_AHEAD,
        POSTPONE,
        CANCEL
    }
}
