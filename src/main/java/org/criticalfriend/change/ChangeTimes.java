package org.criticalfriend.change;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.review.ChangeRows;
import org.criticalfriend.review.Deadlines;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StandInRows;
import org.criticalfriend.review.WhichRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** How much time there is to decide: little, if the visit is near. */
@Component
class ChangeTimes implements WhichRow {

    private final Supplier<Deadlines> deadlines;
    private final Supplier<RunningReviews> running;
    private final Clock clock;

    ChangeTimes(ObjectProvider<Deadlines> deadlines, ObjectProvider<RunningReviews> running, Clock clock) {
        // Deadlines ask back which row counts.
        this.deadlines = SingletonSupplier.of(deadlines::getObject);
        this.running = SingletonSupplier.of(running::getObject);
        this.clock = clock;
    }

    @Override
    public Optional<String> instead(DelegateExecution execution, String row) {
        return switch (row) {
            case ChangeRows.DECIDE_ON_CHANGE, ChangeRows.CHANGE_IS_UNDECIDED ->
                isNear(execution.getProcessBusinessKey()) ? Optional.of(row + ChangeRows.NEAR) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean isNear(String reference) {
        RunningReview review = running.get().of(reference);
        return !review.hasNoDate()
                && !review.visited()
                && !deadlines.get().moment(reference, StandInRows.VISIT_IS_NEAR).isAfter(clock.instant());
    }
}
