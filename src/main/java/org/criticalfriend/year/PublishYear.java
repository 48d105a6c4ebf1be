package org.criticalfriend.year;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.year.PartnershipYear.State;
import org.springframework.stereotype.Component;

/** Freezes the year (P10): its plan is read only from now on, and its reviews start. Done twice, it changes nothing. */
@Component
@NamedInModels
class PublishYear implements JavaDelegate {

    private final PlannedYears years;
    private final Clock clock;

    PublishYear(PlannedYears years, Clock clock) {
        this.years = years;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PartnershipYear year = years.find(execution.getProcessBusinessKey()).orElseThrow();
        if (years.move(year, State.AGREED, State.PUBLISHED)) {
            years.published(year, clock.instant());
        }
    }
}
