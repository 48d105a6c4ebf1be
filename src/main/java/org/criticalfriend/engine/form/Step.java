package org.criticalfriend.engine.form;

import java.util.Map;
import java.util.Optional;

/** A user task of a model: what its form opens with, and what is done with the answer. */
public interface Step {

    /** Id of the activity in the model. */
    String activity();

    /**
     * What heads the form for everybody who may see the task: driving question, school, visit date. Values are text, numbers,
     * booleans, dates, or lists and maps of them.
     */
    Map<String, Object> heading(TaskInHand task);

    /** What the form opens with for the person who does the step: the heading and what the record knows already. */
    Map<String, Object> opensWith(TaskInHand task);

    /** The person who does the step has opened its form. Whatever is noted of it is noted once, however often they open it. */
    default void opened(TaskInHand task) {}

    /**
     * Why a task of this step that {@code person} had a moment ago is not there any more, in words for them.
     *
     * @param reference of what it belonged to
     * @return empty if there is no more to say than that it is gone
     */
    default Optional<String> gone(String reference, String person) {
        return Optional.empty();
    }

    /**
     * Takes an answer whose values have passed the form's checks: checks the rules of the field and writes the record.
     *
     * @param answer values by key, as {@link FormSchema} hands them on
     * @return variables for the engine; those that the model does not declare are dropped
     * @throws Refusal if a rule of the field is broken; nothing is kept then
     */
    Map<String, Object> accept(TaskInHand task, Map<String, Object> answer);
}
