package org.criticalfriend.review;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.criticalfriend.engine.NamedInModels;
import org.springframework.stereotype.Component;

/** Names a question after what is late and where: names of step and school, which the card of the task shows anyway. */
@Component
@NamedInModels
class NameDecision implements TaskListener {

    private static final int LONGEST = 250;

    private final Reviews reviews;
    private final LateDecisions decisions;
    private final Heading heading;

    NameDecision(Reviews reviews, LateDecisions decisions, Heading heading) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.heading = heading;
    }

    @Override
    public void notify(DelegateTask task) {
        LateDecision decision = decisions.of(UUID.fromString((String) task.getVariable(OpenDecisions.SUBJECT)));
        Review review = reviews.of(task.getExecution().getProcessBusinessKey());
        String name = "Decide: %s still open at %s".formatted(words(task, decision), heading.schoolName(review));
        task.setName(name.length() > LONGEST ? name.substring(0, LONGEST) : name);
    }

    private static String words(DelegateTask task, LateDecision decision) {
        return LateStep.of(decision.late()).map(LateStep::words).orElseGet(() -> Optional.ofNullable(
                        task.getExecution().getBpmnModelInstance().getModelElementById(decision.step()))
                .filter(FlowElement.class::isInstance)
                .map(step -> ((FlowElement) step).getName())
                .orElse(decision.step()));
    }
}
