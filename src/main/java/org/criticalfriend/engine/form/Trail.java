package org.criticalfriend.engine.form;

/** Is told who read and who changed what. */
public interface Trail {

    /** {@code person} opened the form of a task and saw what it holds. */
    void read(String person, TaskInHand task);

    /** {@code person} handed in a task. */
    void changed(String person, TaskInHand task);
}
