package org.criticalfriend.review;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The doors that other packages bring. */
@Component
class DoorsOfOthers {

    private final List<DoorToReview> doors;
    private final RunningReviews running;

    DoorsOfOthers(List<DoorToReview> doors, RunningReviews running) {
        this.doors = doors;
        this.running = running;
    }

    List<DoorOfReview.Door> of(Review review, Standing standing) {
        RunningReviews.Seen seen = running.seen(review, standing);
        return doors.stream()
                .map(door -> door.of(seen))
                .flatMap(Optional::stream)
                .map(door -> new DoorOfReview.Door(door.path(), door.name(), door.explanation()))
                .toList();
    }
}
