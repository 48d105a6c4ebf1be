package org.criticalfriend.review;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.engine.InTurn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Opens the planning once more because the driving question is to change (G9); afterwards the questions are issued anew. */
@Service
class ChangeOfQuestion {

    /** The message for which the model waits between the questions and the visit. */
    static final String MESSAGE = "DrivingQuestionIsToChange";

    private final Reviews reviews;
    private final PlanningRecord planning;
    private final RuntimeService instances;
    private final EngineItself engine;
    private final InTurn inTurn;
    private final Audit audit;
    private final Clock clock;

    ChangeOfQuestion(
            Reviews reviews,
            PlanningRecord planning,
            @Lazy RuntimeService instances,
            EngineItself engine,
            InTurn inTurn,
            Audit audit,
            Clock clock) {
        this.reviews = reviews;
        this.planning = planning;
        this.instances = instances;
        this.engine = engine;
        this.inTurn = inTurn;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the driving question can change at present. */
    enum Chance {
        /** The questions are with the school, and the visit has not begun. */
        OPEN,
        /** The planning is open anyway. */
        IN_PLANNING,
        /** The visit has begun, or the review has ended. */
        TOO_LATE
    }

    Chance chance(Review review) {
        if (review.isCancelled() || review.hasFeedback()) {
            return Chance.TOO_LATE;
        }
        if (review.questionsIssuedAt() == null || isAskedFor(review)) {
            return Chance.IN_PLANNING;
        }
        boolean begun = review.pausedAt() == null && !SchoolTime.today(clock).isBefore(review.visitFirst());
        return !begun && isWaited(review) ? Chance.OPEN : Chance.TOO_LATE;
    }

    /** Whether the planning has been opened once more, and not been handed in yet. */
    private boolean isAskedFor(Review review) {
        List<QuestionChange> changes = planning.changesOf(review);
        return !changes.isEmpty() && !changes.get(changes.size() - 1).askedAt().isBefore(review.questionsIssuedAt());
    }

    private boolean isWaited(Review review) {
        return engine.does(() -> instances
                        .createExecutionQuery()
                        .processInstanceBusinessKey(review.reference())
                        .messageEventSubscriptionName(MESSAGE)
                        .count())
                > 0;
    }

    /**
     * Opens the planning once more, if there is still a {@linkplain #chance chance}. Asked twice at a time, it is opened once.
     *
     * @param person id of whoever asks for it, for the record
     */
    void ask(String reference, String person) {
        inTurn.does(() -> {
            Review review = reviews.held(reference);
            if (chance(review) == Chance.OPEN) {
                planning.add(new QuestionChange(
                        Reviews.newId(), review.id(), review.drivingQuestion().orElse(null), person, clock.instant()));
                audit.changedOnPage(person, "DrivingQuestion", reference);
                engine.does(() -> {
                    instances
                            .createMessageCorrelation(MESSAGE)
                            .processInstanceBusinessKey(reference)
                            .correlate();
                    return null;
                });
            }
            return null;
        });
    }
}
