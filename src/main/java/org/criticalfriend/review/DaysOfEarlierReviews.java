package org.criticalfriend.review;

import org.criticalfriend.engine.StartStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives reviews that an earlier version planned, or whose follow-up lay in a year without terms, the days of their meetings, and
 * invites their people if nobody has yet.
 */
@Component
@Order(StartStep.REVIEWS)
class DaysOfEarlierReviews implements StartStep {

    private static final Logger LOG = LoggerFactory.getLogger(DaysOfEarlierReviews.class);

    private final MoveDates move;
    private final Invitations invitations;

    DaysOfEarlierReviews(MoveDates move, Invitations invitations) {
        this.move = move;
        this.invitations = invitations;
    }

    @Override
    public void run() {
        try {
            move.fixMissingDays();
            invitations.tellOfEarlierReviews();
        } catch (IllegalStateException e) {
            // A process owner's table of lead times from before lacks rows: no reason not to start.
            LOG.warn("Meetings of running reviews have no days yet. {}", e.getMessage());
        }
    }
}
