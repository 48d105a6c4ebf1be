package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Another focus, which waits for a later review of the same school, because a review has one (G4).
 *
 * @param version for optimistic locking; null before it is first saved
 * @param focus in a sentence
 * @param notedIn the review in whose planning it came up
 * @param settledIn the review that has taken it up, or dropped it; null as long as it waits
 */
record WaitingFocus(
        @Id UUID id,
        @Version Integer version,
        String partnership,
        String school,
        String focus,
        UUID notedIn,
        UUID settledIn) {

    WaitingFocus withFocus(String now) {
        return new WaitingFocus(id, version, partnership, school, now, notedIn, settledIn);
    }

    /** @param by null if it waits again */
    WaitingFocus settled(UUID by) {
        return new WaitingFocus(id, version, partnership, school, focus, notedIn, by);
    }
}
