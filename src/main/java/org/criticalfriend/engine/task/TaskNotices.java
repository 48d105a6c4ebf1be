package org.criticalfriend.engine.task;

/** Tells people of the tasks that come to them. */
public interface TaskNotices {

    /**
     * A task is somebody's from now on: because it appears, or because it is given to them. In the transaction in which that happens.
     *
     * @param task id of the task
     * @param person id of whoever it is for
     * @param revision how often the task was changed before; 0 for one that appears
     */
    void given(String task, String person, int revision);
}
