package org.criticalfriend.change;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.review.ReviewOver;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Changes of plan that people ask for, one at a time on each review; tells the model what they are: {@code ${changesOfPlan.isIllness(execution)}}. */
@Service("changesOfPlan")
@NamedInModels
public class ChangesOfPlan {

    /** Id of the process. */
    static final String PROCESS = "change-of-plan";

    /** The variable by which the process knows its change. */
    static final String SUBJECT = "subject";

    private static final String CHANGE_IS_OVER = "ChangeIsOver";

    private final ChangeRecord record;
    private final RunningReviews running;
    private final ChangeNews news;
    private final InTurn inTurn;
    private final EngineItself itself;
    private final RuntimeService engine;

    ChangesOfPlan(
            ChangeRecord record,
            RunningReviews running,
            ChangeNews news,
            InTurn inTurn,
            EngineItself itself,
            @Lazy RuntimeService engine) {
        this.record = record;
        this.running = running;
        this.news = news;
        this.inTurn = inTurn;
        this.itself = itself;
        this.engine = engine;
    }

    /**
     * Somebody asks for a change; the caller has made sure that they may. Whoever is ill is off the review when this returns, and a
     * review at which Ofsted calls waits.
     *
     * @return key of the change
     * @throws ChangeRefused if the review has ended, or another change of it waits to be decided
     * @throws IllegalArgumentException if there is no such review
     */
    UUID ask(Asked asked) {
        return inTurn.does(() -> {
            RunningReview review = running.held(asked.reference());
            if (review.over()) {
                throw new ChangeRefused("This review has ended. Nothing of it can be changed any more.");
            }
            if (asked.kind() != ChangeKind.ILLNESS) {
                otherOn(review).ifPresent(words -> {
                    throw new ChangeRefused(words);
                });
            }
            ChangeOfPlan change = record.open(asked, review.id());
            itself.does(() -> engine.startProcessInstanceByKey(
                    PROCESS, asked.reference(), Map.of(SUBJECT, change.id().toString())));
            return change.id();
        });
    }

    /** Why nobody can ask for a change of a review at present, in words: there is one already. It does not say which. */
    Optional<String> otherOn(RunningReview review) {
        return record.openOn(review.id())
                .map(open ->
                        "Somebody has asked for a change of this review already, on %s at %s, and it is being decided. Please speak with whoever is in charge of the review."
                                .formatted(
                                        SchoolTime.words(SchoolTime.dateOf(open.askedAt())),
                                        SchoolTime.timeOf(open.askedAt()).truncatedTo(ChronoUnit.MINUTES)));
    }

    /** The change that a process is about. */
    ChangeOfPlan of(DelegateExecution execution) {
        return of((String) execution.getVariable(SUBJECT));
    }

    /** The change that the process of a task is about. */
    ChangeOfPlan of(TaskInHand task) {
        return of(task.subject()
                .orElseThrow(() -> new IllegalStateException(
                        "The process of the task %s names no change as its subject.".formatted(task.id()))));
    }

    private ChangeOfPlan of(String id) {
        return record.of(UUID.fromString(id))
                .orElseThrow(() -> new IllegalStateException("There is no change of plan %s.".formatted(id)));
    }

    /** Whether somebody is ill, which is a matter of stand-ins alone. */
    public boolean isIllness(DelegateExecution execution) {
        return of(execution).kind() == ChangeKind.ILLNESS;
    }

    /** Whether the review has to wait for a new day at once. */
    public boolean mustWait(DelegateExecution execution) {
        return of(execution).kind() == ChangeKind.OFSTED;
    }

    /** Whether it was decided that the plan changes. */
    public boolean planHasChanged(DelegateExecution execution) {
        return of(execution)
                .outcome()
                .filter(ChangeOfPlan.Outcome.CHANGED::equals)
                .isPresent();
    }

    /** Nothing has to be decided about a review that is over. */
    @EventListener
    void on(ReviewOver over) {
        RunningReview review = running.of(over.reference());
        record.openOn(review.id()).ifPresent(open -> {
            record.end(open.id(), ChangeOfPlan.Outcome.LAPSED);
            news.lapsed(open);
            itself.does(() -> engine.createMessageCorrelation(CHANGE_IS_OVER)
                    .processInstanceBusinessKey(over.reference())
                    .processInstanceVariableEquals(SUBJECT, open.id().toString())
                    .correlateAllWithResult());
        });
    }
}
