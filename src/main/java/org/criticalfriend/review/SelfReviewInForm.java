package org.criticalfriend.review;

import java.util.List;
import java.util.Map;

/** The self-review as the forms of the review team show it. */
final class SelfReviewInForm {

    private SelfReviewInForm() {}

    /** Adds statements and hopes of the school, if it has handed in a self-review. */
    static void show(Map<String, Object> form, SelfReviews selfReviews, Review review) {
        selfReviews.of(review).ifPresent(selfReview -> {
            List<SelfReviewStatement> statements = selfReviews.statementsOf(review);
            form.put(
                    "selfReview",
                    statements.stream()
                            .map(statement -> Row.of(
                                    "statement",
                                    statement.numbered(),
                                    "howWeKnow",
                                    statement.howWeKnow() == null ? "" : statement.howWeKnow()))
                            .toList());
            form.put("hopes", selfReview.hopes());
        });
    }
}
