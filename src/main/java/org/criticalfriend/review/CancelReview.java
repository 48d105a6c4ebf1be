package org.criticalfriend.review;

import org.camunda.bpm.engine.RuntimeService;
import org.criticalfriend.engine.EngineItself;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels a review from outside its own tasks, the same way as from them: everything that is open closes and the team is released.
 * Whoever calls it has decided that and keeps the reason.
 */
@Service
public class CancelReview {

    private static final String MESSAGE = "ReviewIsToBeCalledOff";

    private final Reviews reviews;
    private final EngineItself itself;
    private final RuntimeService instances;

    CancelReview(Reviews reviews, EngineItself itself, @Lazy RuntimeService instances) {
        this.reviews = reviews;
        this.itself = itself;
        this.instances = instances;
    }

    /**
     * Cancels a review that has not come to its feedback. Done twice, it changes nothing.
     *
     * @param reference of the review
     * @throws DatesRefused if the feedback is given: what was found stays with the school
     * @throws IllegalArgumentException if there is no such review
     */
    @Transactional
    public void now(String reference) {
        Review review = reviews.held(reference);
        if (review.isCancelled()) {
            return;
        }
        if (review.hasFeedback()) {
            throw new DatesRefused(
                    "The visit has taken place: its feedback is given. The review cannot be cancelled any more.");
        }
        itself.does(() -> instances
                .createMessageCorrelation(MESSAGE)
                .processInstanceBusinessKey(reference)
                .correlateWithResult());
    }
}
