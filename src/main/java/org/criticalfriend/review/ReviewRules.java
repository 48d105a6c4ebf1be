package org.criticalfriend.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** Tells the model what a partnership has settled: {@code ${rules.selfReviewAskedFor(execution)}}. */
@Component("rules")
@NamedInModels
public class ReviewRules {

    private final Reviews reviews;
    private final Partnerships partnerships;

    ReviewRules(Reviews reviews, Partnerships partnerships) {
        this.reviews = reviews;
        this.partnerships = partnerships;
    }

    /** Whether the host of this execution's review is asked for a self-review (F17). */
    public boolean selfReviewAskedFor(DelegateExecution execution) {
        Review review = reviews.of(execution.getProcessBusinessKey());
        return partnerships.find(review.partnership()).orElseThrow().settings().selfReviewRequired();
    }
}
