package org.criticalfriend.buffering;

import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.engine.StartStep;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Looks after the seats of reviews that an earlier version has started: their stand-ins get a process, vacant seats a search, and
 * whoever has said by mail that they cannot come is off the seat. Finds nothing to do from the second start on.
 */
@Component
@Order(StartStep.REVIEWS + 1)
class SeatsOfEarlierReviews implements StartStep {

    private static final Logger LOG = LoggerFactory.getLogger(SeatsOfEarlierReviews.class);

    private final RunningReviews running;
    private final BufferingRecord record;
    private final Vacancies vacancies;
    private final StandInsOfReview standIns;
    private final Withdrawals withdrawals;

    SeatsOfEarlierReviews(
            RunningReviews running,
            BufferingRecord record,
            Vacancies vacancies,
            StandInsOfReview standIns,
            Withdrawals withdrawals) {
        this.running = running;
        this.record = record;
        this.vacancies = vacancies;
        this.standIns = standIns;
        this.withdrawals = withdrawals;
    }

    @Override
    public void run() {
        running.open().forEach(this::lookAfter);
    }

    /** Looks after one review. Needs a transaction. */
    void lookAfter(String reference) {
        RunningReview review = running.held(reference);
        if (!vacancies.isUnderWay(review)) {
            return;
        }
        try {
            if (!review.hasNoDate()) {
                standIns.lookAfter(review);
            }
            record.saidBefore(review).forEach(person -> withdrawals.withdraw(reference, person));
        } catch (IllegalStateException | YearNotEntered e) {
            // A process owner's table of lead times from before lacks rows, or a school its terms: no reason not to
            // start.
            LOG.warn("Nobody looks after the stand-ins of review {} yet. {}", reference, e.getMessage());
        }
    }
}
