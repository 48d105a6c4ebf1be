package org.criticalfriend.engine.task;

import org.criticalfriend.engine.dates.OpenStep;

/** Knows when a step is due for the person who does it. */
public interface StepDates {

    /**
     * Dates a step that starts now, or is handed to somebody now. A due date that a process owner has written into the model
     * otherwise stays as the engine has set it.
     *
     * @param reference of what the step belongs to (the business key); null if it belongs to nothing
     */
    void date(String reference, OpenStep step);
}
