package org.criticalfriend.review;

import org.criticalfriend.engine.StartStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives reviews that an earlier version planned, or whose follow-up lay in a year without terms, the days of their meetings. */
@Component
@Order(StartStep.REVIEWS)
class DaysOfEarlierReviews implements StartStep {

    private static final Logger LOG = LoggerFactory.getLogger(DaysOfEarlierReviews.class);

    private final MoveDates move;

    DaysOfEarlierReviews(MoveDates move) {
        this.move = move;
    }

    @Override
    public void run() {
        try {
            move.fixMissingDays();
        } catch (IllegalStateException e) {
            // A process owner's table of lead times from before lacks rows: no reason not to start.
            LOG.warn("Meetings of running reviews have no days yet. {}", e.getMessage());
        }
    }
}
