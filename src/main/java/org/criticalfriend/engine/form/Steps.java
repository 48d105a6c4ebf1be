package org.criticalfriend.engine.form;

/** Finds the step behind an activity. */
public interface Steps {

    /** The step of this activity; one that keeps any answer, for an activity that was added to the model later. */
    Step of(String activity);

    /** A step was handed in and the process has gone on, in the same transaction. */
    default void done(TaskInHand task) {}

    /** Holds the record of a reference until the transaction ends, so that two people write it one after the other. */
    void hold(String reference);
}
