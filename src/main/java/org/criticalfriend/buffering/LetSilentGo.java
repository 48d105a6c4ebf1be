package org.criticalfriend.buffering;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/** Whoever has not answered in time is not asked any more and has the days back; where all have said no, there is nobody. */
@Component
@NamedInModels
class LetSilentGo implements JavaDelegate {

    private final Vacancies vacancies;
    private final RunningReviews running;

    LetSilentGo(Vacancies vacancies, RunningReviews running) {
        this.vacancies = vacancies;
        this.running = running;
    }

    @Override
    public void execute(DelegateExecution execution) {
        running.held(execution.getProcessBusinessKey());
        vacancies.letSilentGo(vacancies.of(execution));
    }
}
