package org.criticalfriend.notification;

import org.criticalfriend.engine.task.TaskNotices;
import org.springframework.stereotype.Component;

/** Whoever gets a task is told of it. */
@Component
class TaskIsGiven implements TaskNotices {

    private final Outbox outbox;

    TaskIsGiven(Outbox outbox) {
        // No more than this: the engine is made before the record.
        this.outbox = outbox;
    }

    /** What is given to and fro before anything is sent is told once. */
    @Override
    public void given(String task, String person, int revision) {
        ToTell told = ToTell.once(TaskOccasion.NAME, task, person).inOrder(revision);
        outbox.tell(revision == 0 ? told : told.onTurn(Integer.toString(revision)));
    }
}
