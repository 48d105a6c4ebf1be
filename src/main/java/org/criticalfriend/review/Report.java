package org.criticalfriend.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.partnership.PublicationPolicy;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * The report of a review (G26), and beside it what the school says to it. The text stays as the lead reviewer wrote it.
 *
 * @param id key
 * @param version for optimistic locking; null before it is first saved
 * @param review key of the review; it has one report
 * @param late whether it was written after its day; it is accepted all the same
 * @param text what the lead reviewer wrote
 * @param acceptedAt when the school checked it, or let the time for that pass; null before
 * @param acceptedBySilence whether the time passed: the text counts as accurate, and nothing is released
 * @param corrections what the school says is not accurate; null if nothing
 * @param reply the school's reply; null if none
 * @param releasedAt when the host's head released it; null if they did not
 * @param releasedTo for whom: as the policy was on that day, for the head has agreed to no more; null if they did not
 */
record Report(
        @Id UUID id,
        @Version Integer version,
        UUID review,
        boolean late,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) Text text,
        Instant acceptedAt,
        boolean acceptedBySilence,
        String corrections,
        String reply,
        Instant releasedAt,
        PublicationPolicy releasedTo) {

    /**
     * What the lead reviewer wrote; plain text in which line breaks count.
     *
     * @param summary in short
     * @param findings question by question; null if left empty
     * @param options ways forward; null if left empty
     * @param nextSteps what happens next; null if left empty
     */
    record Text(String summary, String findings, String options, String nextSteps) {}

    static Report written(Review review, boolean late, Text text) {
        return new Report(Reviews.newId(), null, review.id(), late, text, null, false, null, null, null, null);
    }

    /** The same report with another text, as when the step is done once more. */
    Report rewritten(Text anew) {
        return new Report(
                id,
                version,
                review,
                late,
                anew,
                acceptedAt,
                acceptedBySilence,
                corrections,
                reply,
                releasedAt,
                releasedTo);
    }

    /** Checked by the school. */
    Report checked(Instant at, String whatIsNotAccurate, String answer) {
        return new Report(
                id, version, review, late, text, at, false, whatIsNotAccurate, answer, releasedAt, releasedTo);
    }

    /** Accepted because nobody has said otherwise in time. It is not released by that. */
    Report acceptedBySilence(Instant at) {
        return new Report(id, version, review, late, text, at, true, corrections, reply, releasedAt, releasedTo);
    }

    /** Released to those whom the publication policy names. */
    Report released(Instant at, PublicationPolicy to) {
        return new Report(id, version, review, late, text, acceptedAt, acceptedBySilence, corrections, reply, at, to);
    }

    boolean isAccepted() {
        return acceptedAt != null;
    }

    /**
     * To whom it is open at present: those to whom the head released it, unless the policy has become narrower since.
     *
     * @param policy of the partnership at present
     */
    PublicationPolicy openTo(PublicationPolicy policy) {
        if (releasedTo == null) {
            return PublicationPolicy.HOST;
        }
        return policy.compareTo(releasedTo) < 0 ? policy : releasedTo;
    }

    Optional<String> schoolsCorrections() {
        return Optional.ofNullable(corrections);
    }

    Optional<String> schoolsReply() {
        return Optional.ofNullable(reply);
    }
}
