package org.criticalfriend.review;

import org.criticalfriend.engine.dates.OpenStep;
import org.criticalfriend.engine.task.StepDates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Due dates of a review's steps, for the person who does each. */
@Component
class ReviewStepDates implements StepDates {

    private final ObjectProvider<Deadlines> deadlines;

    ReviewStepDates(ObjectProvider<Deadlines> deadlines) {
        // The engine is made before the record.
        this.deadlines = deadlines;
    }

    @Override
    public void date(String reference, OpenStep step) {
        if (reference != null) {
            deadlines.getObject().date(reference, step);
        }
    }
}
