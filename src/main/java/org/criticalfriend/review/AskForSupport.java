package org.criticalfriend.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Asks for the support that the plan names: a process of its own for each. Done twice, it changes nothing. */
@Component
@NamedInModels
class AskForSupport implements JavaDelegate {

    private final Reviews reviews;
    private final StartSupport start;

    AskForSupport(Reviews reviews, StartSupport start) {
        this.reviews = reviews;
        this.start = start;
    }

    @Override
    public void execute(DelegateExecution execution) {
        start.of(reviews.held(execution.getProcessBusinessKey()));
    }
}
