package org.criticalfriend.change;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.review.MoveDates;
import org.springframework.stereotype.Component;

/** The review waits for a new day: nobody keeps a day free, nothing is due, and nobody is told why. Done twice, it changes nothing. */
@Component
@NamedInModels
class PauseReview implements JavaDelegate {

    private final MoveDates move;

    PauseReview(MoveDates move) {
        this.move = move;
    }

    @Override
    public void execute(DelegateExecution execution) {
        move.pause(execution.getProcessBusinessKey());
    }
}
