package org.criticalfriend.review;

import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
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
    public Optional<Date> startingNow(String reference, Optional<String> person, Supplier<Optional<Date>> asked) {
        return deadlines.getObject().startingNow(reference, person, asked);
    }
}
