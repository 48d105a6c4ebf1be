package org.criticalfriend.year;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Asks for a plan. Some node searches for it outside this transaction ({@link SearchForPlans}) and says when it is there. */
@Component
@NamedInModels
class ProposeYear implements JavaDelegate {

    private final PlannedYears years;
    private final Clock clock;

    ProposeYear(PlannedYears years, Clock clock) {
        this.years = years;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        years.ask(years.find(execution.getProcessBusinessKey()).orElseThrow(), clock.instant());
    }
}
