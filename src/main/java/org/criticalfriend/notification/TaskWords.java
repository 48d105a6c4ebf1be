package org.criticalfriend.notification;

import java.util.Map;
import java.util.Optional;

/** Knows what a mail about a task may say of what the task belongs to. Of several who know something, the first has the last word. */
public interface TaskWords {

    /**
     * Values for the template by name, the same names for every task of this kind: school, days, and what heads all that is written
     * about it, as far as this person may know it; empty text for what there is not. None at all if nothing is known here of the reference, or nothing special of the step.
     *
     * @param activity id of the step, as in its model
     * @param reference of what the task belongs to (the business key)
     * @param person id of whoever does the task
     */
    Optional<Map<String, Object>> of(String activity, String reference, String person);
}
