package org.criticalfriend.review;

import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Something that the host believes about its own work, and what the team says to it after the visit (P25).
 *
 * @param version for optimistic locking; null before it is first saved
 * @param number from 1, in the order of the school
 * @param text what the school believes
 * @param howWeKnow what it builds on; null if it has not said
 * @param teamView {@code AGREE}, {@code PARTLY} or {@code DIFFER}; null before the feedback
 * @param teamNote what the team adds to its view; null if nothing
 */
record SelfReviewStatement(
        @Id UUID id,
        @Version Integer version,
        UUID review,
        int number,
        String text,
        String howWeKnow,
        String teamView,
        String teamNote) {

    /** The same statement with what the team says to it. */
    SelfReviewStatement withTeamView(String view, String note) {
        return new SelfReviewStatement(id, version, review, number, text, howWeKnow, view, note);
    }

    /** What the team says, in words, for pages; empty before the feedback. */
    public String teamViewInWords() {
        return TeamView.words(teamView);
    }

    /** As it stands in lists: {@code 2. Children explain …} */
    String numbered() {
        return number + ". " + text;
    }
}
