package org.criticalfriend.buffering;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/** Nobody has chosen a stand-in in time: whoever is in charge next hears of it. The decision stays with whoever has it. */
@Component
@NamedInModels
class TellNextToChoose implements JavaDelegate {

    private final Vacancies vacancies;
    private final RunningReviews running;
    private final WhoChooses choose;
    private final SeatNews news;
    private final BufferingRecord record;

    TellNextToChoose(
            Vacancies vacancies, RunningReviews running, WhoChooses choose, SeatNews news, BufferingRecord record) {
        this.vacancies = vacancies;
        this.running = running;
        this.choose = choose;
        this.news = news;
        this.record = record;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Vacancy vacancy = vacancies.of(execution);
        // Each time that nobody is left, somebody else has been asked before, or everybody may be asked anew.
        String round = "%d-%d"
                .formatted(vacancy.turn(), record.requestsOf(vacancy.id()).size());
        choose.next(running.of(vacancy.review()), vacancy)
                .ifPresent(person -> news.nobodyHasChosen(vacancy, round, person));
    }
}
