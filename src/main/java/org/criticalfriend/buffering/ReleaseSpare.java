package org.criticalfriend.buffering;

import java.util.EnumSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.partnership.Duty;
import org.springframework.stereotype.Component;

/** The morning of the workshop has come: the spare Improvement Champion is not needed, has the day back and is thanked (P12). Done twice, it changes nothing. */
@Component
@NamedInModels
class ReleaseSpare implements JavaDelegate {

    private final StandInsOfReview standIns;

    ReleaseSpare(StandInsOfReview standIns) {
        this.standIns = standIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        standIns.releaseWithThanks(execution.getProcessBusinessKey(), EnumSet.of(Duty.SPARE_IMPROVEMENT_CHAMPION));
    }
}
