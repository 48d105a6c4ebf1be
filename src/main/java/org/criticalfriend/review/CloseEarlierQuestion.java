package org.criticalfriend.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Whether the visit goes ahead is the larger question: what helps with the planning meeting is not asked beside it. */
@Component
@NamedInModels
class CloseEarlierQuestion implements JavaDelegate {

    private final Reviews reviews;
    private final OpenDecisions open;

    CloseEarlierQuestion(Reviews reviews, OpenDecisions open) {
        this.reviews = reviews;
        this.open = open;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = execution.getProcessBusinessKey();
        reviews.hold(reference);
        open.overtaken(reference, LeadTimes.HOLD_PLANNING_MEETING);
    }
}
