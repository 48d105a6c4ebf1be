package org.criticalfriend.review;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Notes in the record that the reflection deadline passed without a plan (G25). Done twice, it changes nothing. */
@Component
@NamedInModels
class NoteLateActionPlan implements JavaDelegate {

    private final Reviews reviews;
    private final Clock clock;

    NoteLateActionPlan(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = reviews.held(execution.getProcessBusinessKey());
        if (review.planLateSince() == null && review.planAgreedAt() == null) {
            reviews.update(review.withPlanLate(clock.instant()));
        }
    }
}
