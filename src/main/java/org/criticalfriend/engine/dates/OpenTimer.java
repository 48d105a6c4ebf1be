package org.criticalfriend.engine.dates;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/** A timer of something that is open: it runs, or it has fired and what it hangs on is still open. */
public final class OpenTimer {

    private final TimerDeclarationImpl declaration;
    private final ExecutionEntity execution;
    private TimerEntity timer;

    OpenTimer(TimerDeclarationImpl declaration, ExecutionEntity execution, TimerEntity timer) {
        this.declaration = declaration;
        this.execution = execution;
        this.timer = timer;
    }

    /** When it fires; empty if it has fired. */
    public Optional<Date> due() {
        return Optional.ofNullable(timer).map(TimerEntity::getDuedate);
    }

    /** Asks the model when it should fire. */
    public Date asked() {
        TimerEntity probe = new TimerEntity();
        declaration.resolveAndSetDuedate(execution, probe, false);
        return probe.getDuedate();
    }

    /**
     * Sets when it fires. One that has fired is armed again. One that a node has fetched already, to run it in a moment, gives way to
     * a new one: a node does not look at the date again.
     */
    public void setDue(Date due) {
        if (timer != null && timer.getLockOwner() != null && !due.equals(timer.getDuedate())) {
            timer.delete();
            timer = null;
        }
        if (timer == null) {
            timer = declaration.createTimerInstance(execution);
        }
        if (!due.equals(timer.getDuedate())) {
            timer.setDuedate(due);
        }
    }
}
