package org.criticalfriend.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The record of self-reviews. Only the host's leadership and the review team read them (F15). */
@Repository
class SelfReviews {

    private final Reviews reviews;
    private final Records records;

    SelfReviews(Reviews reviews, Records records) {
        this.reviews = reviews;
        this.records = records;
    }

    /** The self-review of a review's host, if it has handed one in. */
    Optional<SelfReview> of(Review review) {
        return records.of(review.id(), SelfReview.class);
    }

    /** Its statements in their order; none as long as there is no self-review. */
    List<SelfReviewStatement> statementsOf(Review review) {
        return reviews.numbered(review, SelfReviewStatement.class);
    }

    void add(SelfReview selfReview, Collection<SelfReviewStatement> statements) {
        reviews.insert(List.of(selfReview));
        reviews.insert(statements);
    }

    /**
     * Writes what the team says to the statements.
     *
     * @param statements each as it was read, {@linkplain SelfReviewStatement#withTeamView with the team's view}
     */
    void writeTeamViews(Collection<SelfReviewStatement> statements) {
        reviews.update(statements);
    }
}
