package org.criticalfriend.review;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Issues the questions to the host and locks the set (G13). Done twice, it changes nothing. */
@Component
@NamedInModels
class IssueQuestions implements JavaDelegate {

    private final Reviews reviews;
    private final TellsOfReview tells;
    private final Clock clock;

    IssueQuestions(Reviews reviews, TellsOfReview tells, Clock clock) {
        this.reviews = reviews;
        this.tells = tells;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = reviews.held(execution.getProcessBusinessKey());
        if (review.questionsIssuedAt() == null) {
            tells.tell(
                    News.QUESTIONS_ISSUED,
                    reviews.update(review.withReached(review.reached().withQuestionsIssued(clock.instant()))));
        }
    }
}
