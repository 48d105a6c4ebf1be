package org.criticalfriend.buffering;

import java.util.EnumSet;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.partnership.Duty;
import org.springframework.stereotype.Component;

/** The morning of the visit has come: the reserve reviewer is not needed, has the day back and is thanked (P12). Done twice, it changes nothing. */
@Component
@NamedInModels
class ReleaseReserve implements JavaDelegate {

    private final StandInsOfReview standIns;

    ReleaseReserve(StandInsOfReview standIns) {
        this.standIns = standIns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        standIns.releaseWithThanks(execution.getProcessBusinessKey(), EnumSet.of(Duty.RESERVE_REVIEWER));
    }
}
