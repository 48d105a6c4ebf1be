package org.criticalfriend.review;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Chooses another row of {@code deadlines.dmn} for a step whose time depends on more than the days of its review. */
public interface WhichRow {

    /**
     * The row that counts at present instead of the one that is named like the step.
     *
     * @param row id of the step, as in its expression
     * @return empty if its own row counts
     */
    Optional<String> instead(DelegateExecution execution, String row);
}
