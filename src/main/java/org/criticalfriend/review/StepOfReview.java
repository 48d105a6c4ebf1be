package org.criticalfriend.review;

import java.util.Map;
import org.criticalfriend.engine.form.Step;
import org.criticalfriend.engine.form.TaskInHand;

/**
 * A user task of the review: it works on the record behind the task. Each step of the model has one, named like its activity.
 */
abstract class StepOfReview implements Step {

    private final Reviews reviews;
    private final Heading heading;

    StepOfReview(Reviews reviews, Heading heading) {
        this.reviews = reviews;
        this.heading = heading;
    }

    /** The class is named like the activity. */
    @Override
    public String activity() {
        return getClass().getSimpleName();
    }

    @Override
    public final Map<String, Object> heading(TaskInHand task) {
        return heading.of(reviews.of(task.reference()));
    }

    @Override
    public final Map<String, Object> opensWith(TaskInHand task) {
        Review review = reviews.of(task.reference());
        Map<String, Object> form = heading.of(review);
        prefill(form, review);
        prefillFor(task, form, review);
        return form;
    }

    @Override
    public final Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        Given given = new Given(answer);
        take(reviews.of(task.reference()), task, given);
        return routing(given);
    }

    /** What the model needs to know to go on, by the names that it declares as {@code routing}; nothing, unless a step says so. */
    Map<String, Object> routing(Given given) {
        return Map.of();
    }

    /** Adds to a form what the record knows already. */
    abstract void prefill(Map<String, Object> form, Review review);

    /** Adds what only the person of this task knows; nothing, unless a step says so. */
    void prefillFor(TaskInHand task, Map<String, Object> form, Review review) {}

    /**
     * Checks the rules of the field and writes the record.
     *
     * @throws org.criticalfriend.engine.form.Refusal if a rule does not hold
     */
    abstract void take(Review review, TaskInHand task, Given given);
}
