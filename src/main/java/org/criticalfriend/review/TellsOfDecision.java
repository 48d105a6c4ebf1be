package org.criticalfriend.review;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.ToTell;
import org.criticalfriend.review.LateDecision.Outcome;
import org.springframework.stereotype.Component;

/**
 * Notes who is to hear what was decided about a late step: whoever has it, and whoever waits for it if the date or the person changes.
 * Whoever gets it hears so as of any task, and that a review is cancelled is told where its team is released.
 */
@Component
class TellsOfDecision {

    private final Outbox outbox;
    private final WhoCouldHelp who;

    TellsOfDecision(Outbox outbox, WhoCouldHelp who) {
        this.outbox = outbox;
        this.who = who;
    }

    /** @param holders who had the step before the decision */
    void of(LateDecision decided, Review review, Collection<String> holders) {
        if (decided.outcome() == Outcome.CANCEL) {
            return;
        }
        Set<String> told = new LinkedHashSet<>(holders);
        if (decided.outcome() != Outcome.GO_AHEAD) {
            LateStep.of(decided.late())
                    .map(step -> who.waitingFor(step, review))
                    .ifPresent(told::addAll);
        }
        told.remove(decided.decidedBy());
        outbox.tell(told.stream()
                .map(person -> ToTell.once(MailOfDecision.NAME, decided.id().toString(), person))
                .toList());
    }
}
