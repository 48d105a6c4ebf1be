package org.criticalfriend.review;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From the morning of the visit on, reviewers come to their evidence. */
@Component
@Order(40)
class EvidenceDoor implements DoorOfReview {

    private final EvidenceLog log;

    EvidenceDoor(EvidenceLog log) {
        this.log = log;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return Optional.of(review)
                .filter(one -> log.seatOf(one, standing.person()).isPresent())
                .filter(log::isOpen)
                .map(one -> new Door(
                        "/review/%s/evidence".formatted(one.reference()),
                        "Evidence",
                        "Note what you see and hear, also on a phone"));
    }
}
