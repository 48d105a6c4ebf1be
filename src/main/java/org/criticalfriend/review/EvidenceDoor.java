package org.criticalfriend.review;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From the morning of the visit on, reviewers come to their evidence, and the leadership of the host reads what the team noted. */
@Component
@Order(40)
class EvidenceDoor implements DoorOfReview {

    private final EvidenceLog log;

    EvidenceDoor(EvidenceLog log) {
        this.log = log;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        if (log.seatOf(review, standing.person()).isPresent()) {
            return door(log.isOpen(review), review, "Note what you see and hear, also on a phone");
        }
        return door(
                standing.hostLeadership() && log.isReadByHost(review),
                review,
                "What the team saw and heard in your school");
    }

    private static Optional<Door> door(boolean open, Review review, String explanation) {
        return open
                ? Optional.of(new Door("/review/%s/evidence".formatted(review.reference()), "Evidence", explanation))
                : Optional.empty();
    }
}
