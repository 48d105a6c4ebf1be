package org.criticalfriend.review;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.partnership.Register;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever is in charge of a review that its Champion needs help (P22). What about is said by phone and kept nowhere. */
@Service
class AskForHelp {

    private static final String MESSAGE = "ChampionNeedsHelp";
    private static final String TASK = "OfferHelp";

    private final Reviews reviews;
    private final Register register;
    private final EngineItself itself;
    private final RuntimeService instances;
    private final TaskService tasks;

    AskForHelp(
            Reviews reviews,
            Register register,
            EngineItself itself,
            @Lazy RuntimeService instances,
            @Lazy TaskService tasks) {
        this.reviews = reviews;
        this.register = register;
        this.itself = itself;
        this.instances = instances;
        this.tasks = tasks;
    }

    /** Whether the review goes on. */
    static boolean isPossible(Review review) {
        return !review.isCancelled() && review.followUp() == null;
    }

    /** Whether the request of before is still open. */
    boolean isAskedFor(Review review) {
        return itself.does(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(review.reference())
                        .taskDefinitionKey(TASK)
                        .count()
                > 0);
    }

    /** Whether there is anybody whom the request would reach. */
    boolean somebodyIsInCharge(Review review) {
        return !register.inChargeOf(review.partnership(), review.host()).isEmpty();
    }

    /** Asks once: while a request is open, another one changes nothing. Two at the same moment come one after the other. */
    @Transactional
    public void in(String reference) {
        Review review = reviews.held(reference);
        if (isPossible(review) && somebodyIsInCharge(review) && !isAskedFor(review)) {
            itself.does(() -> instances
                    .createMessageCorrelation(MESSAGE)
                    .processInstanceBusinessKey(reference)
                    .correlateWithResult());
        }
    }
}
