package org.criticalfriend.review;

import java.util.Optional;

/** A way from the page of a review to something that belongs to it. Each feature brings its own; they stand in the order of their beans. */
interface DoorOfReview {

    /**
     * A link on the page of a review.
     *
     * @param path address, from the root
     * @param name what is behind it, in a few words
     * @param explanation one sentence more
     */
    record Door(String path, String name, String explanation) {}

    /** The door, if there is something behind it at present, and it is open to this person. */
    Optional<Door> of(Review review, Standing standing);
}
