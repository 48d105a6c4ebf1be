package org.criticalfriend.change;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Nobody has decided about a change of plan in time: whoever is in charge next hears of it. The decision stays with whoever has it. */
@Component
@NamedInModels
class TellNextToDecide implements JavaDelegate {

    private final ChangesOfPlan changes;
    private final ChangeNews news;

    TellNextToDecide(ChangesOfPlan changes, ChangeNews news) {
        this.changes = changes;
        this.news = news;
    }

    @Override
    public void execute(DelegateExecution execution) {
        news.stillUndecided(changes.of(execution));
    }
}
