package org.criticalfriend.review;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Notes in the record what is late, named like the timer that said so. Done twice, it changes nothing. */
@Component
@NamedInModels
class NoteLateness implements JavaDelegate {

    private final Reviews reviews;
    private final Clock clock;

    NoteLateness(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = reviews.held(execution.getProcessBusinessKey());
        reviews.noteLate(review, (String) execution.getVariable("late"), clock.instant());
    }
}
