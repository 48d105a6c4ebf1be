package org.criticalfriend.review;

import java.util.UUID;
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
    private final SupportRecord supports;

    ReviewRules(Reviews reviews, Partnerships partnerships, SupportRecord supports) {
        this.reviews = reviews;
        this.partnerships = partnerships;
        this.supports = supports;
    }

    /** Whether the host of this execution's review is asked for a self-review (F17). */
    public boolean selfReviewAskedFor(DelegateExecution execution) {
        Review review = reviews.of(execution.getProcessBusinessKey());
        return partnerships.find(review.partnership()).orElseThrow().settings().selfReviewRequired();
    }

    /** Whether the head of the supporter's own school is asked too, in a process about support. */
    public boolean supporterNeedsRelease(DelegateExecution execution) {
        return supports.needsRelease(
                supports.support(UUID.fromString((String) execution.getVariable(StartSupport.SUBJECT))));
    }
}
