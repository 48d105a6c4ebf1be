package org.criticalfriend.review;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** To the report, for those who may read it. */
@Component
@Order(60)
class ReportDoor implements DoorOfReview {

    private final ReportReaders readers;

    ReportDoor(ReportReaders readers) {
        this.readers = readers;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return readers.readable(review, standing)
                .map(report -> new Door(
                        "/review/%s/report".formatted(review.reference()),
                        "Report",
                        "What the review found, to read and to print"));
    }
}
