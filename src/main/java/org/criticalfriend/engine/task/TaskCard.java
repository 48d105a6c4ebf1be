package org.criticalfriend.engine.task;

import java.util.Map;

/** Knows what a task's card in Tasklist shows besides its name: identifiers, never content. Of several, the first who knows anything has the word. */
public interface TaskCard {

    /** Text by name for the tasks of what has this reference (the business key), such as school and visit date. */
    Map<String, Object> of(String reference);
}
