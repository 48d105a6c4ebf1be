package org.criticalfriend.year;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Notes whose half-term it is: due dates of its round count from its end, and the next round is that of another half-term. */
@Component
@NamedInModels
class BeginRound implements JavaDelegate {

    private final PlannedYears years;
    private final YearDates dates;

    BeginRound(PlannedYears years, YearDates dates) {
        this.years = years;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PartnershipYear year = years.find(execution.getProcessBusinessKey()).orElseThrow();
        years.lookAt(year, dates.nextHalfTerm(year));
    }
}
