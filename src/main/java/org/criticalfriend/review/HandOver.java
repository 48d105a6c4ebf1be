package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.criticalfriend.duty.SeatsChanged;
import org.criticalfriend.engine.task.TaskHandover;
import org.criticalfriend.partnership.HeadsChanged;
import org.criticalfriend.partnership.Leadership;
import org.criticalfriend.partnership.PersonLeft;
import org.criticalfriend.partnership.Register;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * When people come to the seats of a review and leave them, open tasks go with the seat: to whoever fills it now, or to nobody as long
 * as nobody does. A head's tasks go with the place in the same way. Whoever has left has no task and no right any more, in the same
 * transaction.
 */
@Component
class HandOver {

    /** By this word models find heads: {@code HOST_HEAD}, {@code supportersHead}, {@code headOf}. */
    private static final String HEAD = "head";

    private final Reviews reviews;
    private final Register register;
    private final TaskHandover tasks;
    private final Outcomes outcomes;
    private final StartSupport support;
    private final MailOfMissingHead missingHead;

    HandOver(
            Reviews reviews,
            Register register,
            TaskHandover tasks,
            Outcomes outcomes,
            StartSupport support,
            MailOfMissingHead missingHead) {
        this.reviews = reviews;
        this.register = register;
        this.tasks = tasks;
        this.outcomes = outcomes;
        this.support = support;
        this.missingHead = missingHead;
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

    /** What was given to somebody else by a decision stays with them. While a school has no head, those in charge know that steps wait. */
    @EventListener
    void on(HeadsChanged changed) {
        Map<String, Leadership> now = register.leadershipOf(changed.people().keySet());
        Set<String> notHeadAnyMore = changed.people().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(Predicate.not(now.get(entry.getKey()).heads()::contains)))
                .collect(Collectors.toSet());
        handOn(notHeadAnyMore);
        tasks.assignUnassigned(HEAD);
        missingHead.tellOf(now.entrySet().stream()
                .filter(entry -> entry.getValue().heads().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    /**
     * What was given to whoever leaves goes back to whom the model names; help that they were to give is not possible any more, and what
     * they alone could tell the head remains untold. Last of all who listen: their seats are free by now.
     */
    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener
    void on(PersonLeft left) {
        support.isNotPossible(outcomes.openSupportBy(left.person()));
        Set<String> person = Set.of(left.person());
        handOn(person);
        tasks.referencesWith(person)
                .forEach(reference -> tasks.end(reference, ReportTargetsAsSeniorStaff.ACTIVITY, left.person()));
    }

    private void handOn(Set<String> people) {
        tasks.referencesWith(people).forEach(reference -> tasks.assignAnew(reference, people));
    }
}
