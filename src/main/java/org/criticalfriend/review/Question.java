package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;

/**
 * A question of a review (G13).
 *
 * @param id key
 * @param review key of the review
 * @param number in the order in which they are asked
 * @param text as it is asked
 * @param addedOnTheDay whether it came up on the visit day; all others were sent to the host in advance
 */
record Question(@Id UUID id, UUID review, int number, String text, boolean addedOnTheDay) {

    /** Of the two constructors the one that reads the record. */
    @PersistenceCreator
    Question {}

    /** A question that the team sends to the host before the visit. */
    Question(UUID id, UUID review, int number, String text) {
        this(id, review, number, text, false);
    }

    /** The text, marked if it was added on the day. */
    String marked() {
        return addedOnTheDay ? text + " (added on the day)" : text;
    }

    /** As it stands in lists: {@code 2. How do …?} */
    String numbered() {
        return number + ". " + marked();
    }
}
