package org.criticalfriend.review;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/**
 * Notes in the record what is late, named like the timer that said so, and that those in charge are asked what helps. Done twice, it
 * changes nothing.
 */
@Component
@NamedInModels
class NoteLateness implements JavaDelegate {

    private final Reviews reviews;
    private final LateDecisions decisions;
    private final NextInCharge nextInCharge;
    private final Clock clock;

    NoteLateness(Reviews reviews, LateDecisions decisions, NextInCharge nextInCharge, Clock clock) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.nextInCharge = nextInCharge;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = reviews.held(execution.getProcessBusinessKey());
        String late = (String) execution.getVariable("late");
        String step = stepOf(execution, late);
        reviews.noteLate(review, late, clock.instant());
        if (OpenDecisions.TASKS.contains(step)) {
            nextInCharge.hearOfVisit(review);
        } else if (isToDecide(review, late, step)) {
            LateDecision asked = LateDecision.asked(review, late, step, clock.instant());
            decisions.add(asked);
            // Not in the whole process: several questions may be open at once.
            execution.setVariableLocal(OpenDecisions.SUBJECT, asked.id().toString());
        }
    }

    private boolean isToDecide(Review review, String late, String step) {
        boolean open = LateStep.of(late).map(known -> known.isOpenIn(review)).orElse(!review.isCancelled());
        return open && decisions.openAbout(review.reference(), step).isEmpty();
    }

    /** The step on whose border the timer sits. */
    private static String stepOf(DelegateExecution execution, String late) {
        return execution.getBpmnModelInstance().getModelElementById(late) instanceof BoundaryEvent timer
                ? timer.getAttachedTo().getId()
                : late;
    }
}
