package org.criticalfriend.buffering;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/** The day has come for which somebody was looked for: whoever is still asked is released. */
@Component
@NamedInModels
class EndSearch implements JavaDelegate {

    private final Vacancies vacancies;
    private final RunningReviews running;

    EndSearch(Vacancies vacancies, RunningReviews running) {
        this.vacancies = vacancies;
        this.running = running;
    }

    @Override
    public void execute(DelegateExecution execution) {
        running.held(execution.getProcessBusinessKey());
        Vacancy vacancy = vacancies.of(execution);
        if (vacancy.isOpen()) {
            vacancies.notNeeded(vacancy);
        }
    }
}
