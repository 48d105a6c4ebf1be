package org.criticalfriend.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/** The host looks at its own work before anybody comes (F15, F17): a few statements, and what each builds on. */
@Component
class CompleteSelfReview extends StepOfReview {

    /** More than these could not be talked through at the end of a visit day. */
    private static final int MOST = 8;

    private final SelfReviews selfReviews;
    private final Clock clock;

    CompleteSelfReview(Reviews reviews, Heading heading, SelfReviews selfReviews, Clock clock) {
        super(reviews, heading);
        this.selfReviews = selfReviews;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        form.put("focus", review.focus());
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        List<SelfReviewStatement> statements = new ArrayList<>();
        for (Given row : given.rows("statements")) {
            int number = statements.size() + 1;
            statements.add(new SelfReviewStatement(
                    Reviews.newId(),
                    null,
                    review.id(),
                    number,
                    row.requiredText("text", "Statements, row %d".formatted(number)),
                    row.text("howWeKnow"),
                    null,
                    null));
        }
        if (statements.isEmpty()) {
            throw Refusal.of("Statements: please write down at least one thing that you believe about your work.");
        }
        if (statements.size() > MOST) {
            throw Refusal.of("Statements: please choose the %d that matter most. The team takes up each of them."
                    .formatted(MOST));
        }
        selfReviews.add(new SelfReview(Reviews.newId(), review.id(), given.text("hopes"), clock.instant()), statements);
    }
}
