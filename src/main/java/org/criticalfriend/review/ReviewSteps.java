package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.engine.form.Step;
import org.criticalfriend.engine.form.Steps;
import org.criticalfriend.engine.form.TaskInHand;
import org.springframework.stereotype.Component;

/** Finds the step behind an activity, by its id. */
@Component
class ReviewSteps implements Steps {

    private final Map<String, Step> byActivity;
    private final Reviews reviews;
    private final Heading heading;
    private final OpenDecisions openDecisions;

    ReviewSteps(List<Step> steps, Reviews reviews, Heading heading, OpenDecisions openDecisions) {
        this.openDecisions = openDecisions;
        this.byActivity = steps.stream().collect(Collectors.toMap(Step::activity, Function.identity()));
        this.reviews = reviews;
        this.heading = heading;
    }

    @Override
    public Step of(String activity) {
        Step step = byActivity.get(activity);
        return step != null ? step : new AddedStep(activity, reviews, heading);
    }

    @Override
    public void done(TaskInHand task) {
        openDecisions.stepIsDone(task.reference(), task.activity());
    }

    @Override
    public void hold(String reference) {
        reviews.hold(reference);
    }
}
