package org.criticalfriend.review;

import java.util.function.Supplier;
import org.criticalfriend.engine.dates.OpenStep;
import org.criticalfriend.engine.task.StepDates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Due dates of a review's steps, for the person who does each. */
@Component
class ReviewStepDates implements StepDates {

    private final Supplier<Deadlines> deadlines;

    ReviewStepDates(ObjectProvider<Deadlines> deadlines) {
        // The engine is made before the record.
        this.deadlines = SingletonSupplier.of(deadlines::getObject);
    }

    @Override
    public void date(String reference, OpenStep step) {
        if (reference != null) {
            deadlines.get().date(reference, step);
        }
    }
}
