package org.criticalfriend.engine.task;

import java.util.Set;

/** Knows who may see, besides the person who does it, that a task is there. Of several, the first who knows anybody has the word. */
public interface TaskReaders {

    /** Ids of the people in charge of what has this reference (the business key), such as its partnership lead. */
    Set<String> of(String reference);
}
