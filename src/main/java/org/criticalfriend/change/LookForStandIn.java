package org.criticalfriend.change;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.buffering.Withdrawals;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Whoever is ill is off the review at once, and somebody is asked to stand in. No reason is kept. Done twice, it changes nothing. */
@Component
@NamedInModels
class LookForStandIn implements JavaDelegate {

    private final ChangesOfPlan changes;
    private final Withdrawals withdrawals;

    LookForStandIn(ChangesOfPlan changes, Withdrawals withdrawals) {
        this.changes = changes;
        this.withdrawals = withdrawals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ChangeOfPlan change = changes.of(execution);
        withdrawals.withdraw(execution.getProcessBusinessKey(), change.askedBy());
    }
}
