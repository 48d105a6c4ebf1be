package org.criticalfriend.review;

import java.time.Clock;
import java.util.Map;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/** Senior staff who were at the workshop have told the head the targets in person (P32): one tick of each. Nobody waits for it. */
@Component
class ReportTargetsAsSeniorStaff extends StepOfReview {

    /** Id of the activity. */
    static final String ACTIVITY = "ReportTargetsAsSeniorStaff";

    private final TargetsInForm targets;
    private final Outcomes outcomes;
    private final Clock clock;

    ReportTargetsAsSeniorStaff(
            Reviews reviews, Heading heading, TargetsInForm targets, Outcomes outcomes, Clock clock) {
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
