package org.criticalfriend.review;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** A question to those in charge is open past its day: the next of them hear of it. */
@Component
@NamedInModels
class TellNextInCharge implements JavaDelegate {

    private final Reviews reviews;
    private final LateDecisions decisions;
    private final NextInCharge next;

    TellNextInCharge(Reviews reviews, LateDecisions decisions, NextInCharge next) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.next = next;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID decision = UUID.fromString((String) execution.getVariable(OpenDecisions.SUBJECT));
        next.hear(reviews.of(execution.getProcessBusinessKey()), decisions.of(decision));
    }
}
