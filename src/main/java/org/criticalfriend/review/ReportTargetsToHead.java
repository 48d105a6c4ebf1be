package org.criticalfriend.review;

import java.time.Clock;
import java.util.Map;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/** The Champion has told the head the targets in person (P31): one tick. The head has read them already. */
@Component
class ReportTargetsToHead extends StepOfReview {

    private final TargetsInForm targets;
    private final Outcomes outcomes;
    private final Clock clock;

    ReportTargetsToHead(Reviews reviews, Heading heading, TargetsInForm targets, Outcomes outcomes, Clock clock) {
        super(reviews, heading);
        this.targets = targets;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        targets.addTo(form, review);
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        outcomes.noteTold(review, task.assignee().orElseThrow(), clock.instant());
    }
}
