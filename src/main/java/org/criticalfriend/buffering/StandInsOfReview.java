package org.criticalfriend.buffering;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.ReviewOver;
import org.criticalfriend.review.ReviewStarted;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The stand-ins of a review have a process of their own beside it: it starts with the review and ends with it at the latest. */
@Component
class StandInsOfReview {

    /** Id of the process. */
    static final String PROCESS = "stand-ins";

    private final RunningReviews running;
    private final Vacancies vacancies;
    private final Seats seats;
    private final SeatNews news;
    private final EngineItself itself;
    private final RuntimeService engine;

    StandInsOfReview(
            RunningReviews running,
            Vacancies vacancies,
            Seats seats,
            SeatNews news,
            EngineItself itself,
            @Lazy RuntimeService engine) {
        this.running = running;
        this.vacancies = vacancies;
        this.seats = seats;
        this.news = news;
        this.itself = itself;
        this.engine = engine;
    }

    @EventListener
    void on(ReviewStarted started) {
        itself.does(() -> engine.startProcessInstanceByKey(PROCESS, started.reference()));
    }

    @EventListener
    void on(ReviewOver over) {
        itself.does(() -> {
            engine.createProcessInstanceQuery()
                    .processDefinitionKey(PROCESS)
                    .processInstanceBusinessKey(over.reference())
                    .list()
                    .forEach(instance -> engine.deleteProcessInstance(instance.getId(), "The review is over."));
            return null;
        });
    }

    /** Releases whoever fills seats of some duties, with thanks. */
    void release(String reference, Set<Duty> duties) {
        RunningReview review = running.held(reference);
        List<Occupant> released = vacancies.filling(review, duties).stream()
                .map(occupant -> seats.release(occupant.id()))
                .toList();
        news.thank(released);
    }
}
