package org.criticalfriend.review;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** What {@link NoteLateness} does, for reviews that began with version 1.0 of the model. */
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
        reviews.noteLate(reviews.held(execution.getProcessBusinessKey()), "ReflectionDeadlinePassed", clock.instant());
    }
}
