package org.criticalfriend.review;

import java.util.List;
import java.util.Optional;
import org.criticalfriend.duty.SeatsChanged;
import org.criticalfriend.engine.task.TaskHandover;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * When people come to the seats of a review and leave them, open tasks go with the seat: to whoever fills it now, or to nobody as long
 * as nobody does. Whoever has left has no task and no right any more, in the same transaction.
 */
@Component
class HandOver {

    private final Reviews reviews;
    private final TaskHandover tasks;

    HandOver(Reviews reviews, TaskHandover tasks) {
        this.reviews = reviews;
        this.tasks = tasks;
    }

    /** First of all who listen: those who come next find the tasks in the right hands. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void on(SeatsChanged changed) {
        List<String> left = changed.changes().stream()
                .map(SeatsChanged.Change::left)
                .flatMap(Optional::stream)
                .toList();
        String reference = reviews.referenceOf(changed.review());
        if (!reviews.of(reference).isCancelled()) {
            tasks.assignAnew(reference, left);
        }
    }
}
