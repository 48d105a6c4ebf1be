package org.criticalfriend.review;

import java.util.LinkedHashMap;
import java.util.Map;
import org.criticalfriend.engine.form.Step;
import org.criticalfriend.engine.form.TaskInHand;

/**
 * A step that a process owner added to the model: its form opens with the heading, its answer is kept whole in the record, and
 * what the model declares as routing goes to the engine.
 */
record AddedStep(String activity, Reviews reviews, Heading headings) implements Step {

    @Override
    public Map<String, Object> heading(TaskInHand task) {
        return headings.of(reviews.of(task.reference()));
    }

    @Override
    public Map<String, Object> opensWith(TaskInHand task) {
        return heading(task);
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        reviews.keepAnswer(reviews.of(task.reference()), task, task.assignee().orElseThrow(), answer);
        return new LinkedHashMap<>(answer);
    }
}
