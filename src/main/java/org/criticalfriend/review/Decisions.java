package org.criticalfriend.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Tells the model whether anybody is to decide: {@code ${decisions.areAskedFor(execution)}}. */
@Component("decisions")
@NamedInModels
public class Decisions {

    /** Whether those in charge are asked about the late step of this execution. */
    public boolean areAskedFor(DelegateExecution execution) {
        return execution.hasVariable(OpenDecisions.SUBJECT);
    }
}
