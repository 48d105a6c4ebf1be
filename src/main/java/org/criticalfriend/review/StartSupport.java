package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.criticalfriend.engine.EngineItself;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts a process of its own for each support that nobody has been asked for yet, and ends it when the help is not possible any more. */
@Component
class StartSupport {

    /** Id of the process. */
    static final String PROCESS = "support";

    /** The variable by which the process, and with it the form gate, knows its support. */
    static final String SUBJECT = "subject";

    private final Outcomes outcomes;
    private final EngineItself itself;
    private final RuntimeService engine;

    StartSupport(Outcomes outcomes, EngineItself itself, @Lazy RuntimeService engine) {
        this.outcomes = outcomes;
        this.itself = itself;
        this.engine = engine;
    }

    /** Asks for what stands in the plan and has not been asked for. Done twice, it changes nothing. The review is held. */
    void of(Review review) {
        List<Support> due = outcomes.supportOf(review).stream()
                .filter(support -> support.state() == Support.State.OFFERED)
                .toList();
        if (!due.isEmpty()) {
            outcomes.update(
                    due.stream().map(support -> support.in(Support.State.ASKED)).toList());
            due.forEach(support -> itself.does(() -> engine.startProcessInstanceByKey(
                    PROCESS, review.reference(), Map.of(SUBJECT, support.id().toString()))));
        }
    }

    /** Somebody cannot help any more: the support is noted as not possible, and nobody is asked about it. */
    void isNotPossible(List<Support> open) {
        outcomes.update(open.stream().map(one -> one.in(Support.State.DECLINED)).toList());
        open.forEach(one -> itself.does(() -> {
            engine.createProcessInstanceQuery()
                    .processDefinitionKey(PROCESS)
                    .variableValueEquals(SUBJECT, one.id().toString())
                    .list()
                    .forEach(instance ->
                            engine.deleteProcessInstance(instance.getId(), "Whoever was to help has left."));
            return null;
        }));
    }
}
