package org.criticalfriend.review;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.ToTell;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/**
 * Tells whoever is in charge next, a deputy or an administrator, that a decision is still open. They can ring whoever has it, or enter
 * that they are away, which hands it on.
 */
@Component
class NextInCharge {

    private final Register register;
    private final OpenDecisions open;
    private final Outbox outbox;

    NextInCharge(Register register, OpenDecisions open, Outbox outbox) {
        this.register = register;
        this.open = open;
        this.outbox = outbox;
    }

    /** Of a question about a late step. */
    void hear(Review review, LateDecision decision) {
        Set<String> asked = open.taskOf(review.reference(), decision.id())
                .map(Task::getAssignee)
                .map(Set::of)
                .orElse(Set.of());
        next(review, asked, open.holdersOf(review.reference(), decision.step()))
                .ifPresent(person -> outbox.tell(
                        ToTell.once(MailOfOpenDecision.NAME, decision.id().toString(), person)));
    }

    /** Of a visit of which nobody has decided whether it goes ahead. */
    void hearOfVisit(Review review) {
        Set<String> asked = open.holdersOf(review.reference(), MailOfUndecidedVisit.TASK);
        next(review, asked, open.holdersOf(review.reference(), LeadTimes.HOLD_PLANNING_MEETING))
                .ifPresent(person -> outbox.tell(ToTell.once(MailOfUndecidedVisit.NAME, review.reference(), person)
                        .onTurn(review.visitFirst().toString())));
    }

    private Optional<String> next(Review review, Set<String> asked, Set<String> concerned) {
        Set<String> others = new HashSet<>(concerned);
        others.addAll(asked);
        return register.decidersOf(review.partnership(), review.host(), others).stream()
                .filter(person -> !asked.contains(person))
                .findFirst();
    }
}
