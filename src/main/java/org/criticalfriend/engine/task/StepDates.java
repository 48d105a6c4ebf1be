package org.criticalfriend.engine.task;

import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;

/** Knows when a step is due for the person who does it. */
public interface StepDates {

    /**
     * When a step is due that starts now, or is handed to {@code person} now.
     *
     * @param reference of what the step belongs to (the business key)
     * @param person id of the assignee; empty if nobody is named
     * @param asked asks the expression in the model
     * @return the date; empty for none
     */
    Optional<Date> startingNow(String reference, Optional<String> person, Supplier<Optional<Date>> asked);
}
