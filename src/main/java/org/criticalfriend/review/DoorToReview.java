package org.criticalfriend.review;

import java.util.Optional;

/** A way from the page of a review to something that other packages bring. They stand after those of the review itself. */
public interface DoorToReview {

    /**
     * A link on the page of a review.
     *
     * @param path address, from the root
     * @param name what is behind it, in a few words
     * @param explanation one sentence more
     */
    record Door(String path, String name, String explanation) {}

    /** The door, if there is something behind it at present, and it is open to this person, whom the review concerns. */
    Optional<Door> of(RunningReviews.Seen seen);
}
