package org.criticalfriend.buffering;

import java.util.Map;
import java.util.Optional;
import org.criticalfriend.notification.TaskWords;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.TeamLinks;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the mail says to a stand-in who is asked, once, whether they keep the date (P12): as what, when, and the two links. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WordsOfStandIn implements TaskWords {

    private final RunningReviews running;
    private final ConfirmDate step;
    private final TeamLinks links;

    WordsOfStandIn(RunningReviews running, ConfirmDate step, TeamLinks links) {
        this.running = running;
        this.step = step;
        this.links = links;
    }

    @Override
    public Optional<Map<String, Object>> of(String activity, String reference, String person) {
        return activity.equals(ConfirmDate.ACTIVITY)
                ? running.find(reference).map(review -> of(review, person))
                : Optional.empty();
    }

    private Map<String, Object> of(RunningReview review, String person) {
        return Map.of(
                "duty", step.duty(review, person),
                "days", step.days(review, person),
                "keepUrl", links.keepsTheDay(review.reference(), person),
                "cannotComeUrl", links.cannotCome(review.reference(), person));
    }
}
