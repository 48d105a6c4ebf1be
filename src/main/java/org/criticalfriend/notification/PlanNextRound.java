package org.criticalfriend.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Lets the following round wait for its morning. Done twice, it changes nothing. */
@Component
@NamedInModels
class PlanNextRound implements JavaDelegate {

    private final WaitingRound waiting;

    PlanNextRound(WaitingRound waiting) {
        this.waiting = waiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waiting.planNext();
    }
}
