package org.criticalfriend.review;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A review is cancelled: its team is released and nobody keeps a day free for it any more (G6). Done twice, it changes nothing. */
@Component
@NamedInModels
class ReleaseTeam implements JavaDelegate {

    private final Reviews reviews;
    private final Seats seats;
    private final TellsOfReview tells;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReleaseTeam(Reviews reviews, Seats seats, TellsOfReview tells, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.reviews = reviews;
        this.seats = seats;
        this.tells = tells;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = reviews.held(execution.getProcessBusinessKey());
        if (!review.isCancelled()) {
            // While it is still known who was to come.
            tells.tell(
                    News.REVIEW_CANCELLED,
                    reviews.update(review.withReached(review.reached().withCancelled(clock.instant()))));
        }
        events.publishEvent(new ReviewOver(review.reference()));
        seats.releaseTeam(review.id());
    }
}
