package org.criticalfriend.testing;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.review.StartReview;
import org.springframework.stereotype.Component;

/** Moves the clock to a named timer of a review and lets it fire; runs what waits to be run. Fails loudly if there is none. */
@Component
public class Timers {

    private final ManagementService jobs;
    private final RuntimeService instances;
    private final HistoryService history;
    private final MovableClock clock;

    Timers(ManagementService jobs, RuntimeService instances, HistoryService history, MovableClock clock) {
        this.jobs = jobs;
        this.instances = instances;
        this.history = history;
        this.clock = clock;
    }

    /** When a named timer of a review fires. */
    public Instant dueAt(String reference, String activity) {
        return job(reference, activity).getDuedate().toInstant();
    }

    /** When a named timer of a process that runs beside a review fires. */
    public Instant dueAt(String process, String reference, String activity) {
        return job(process, reference, activity).getDuedate().toInstant();
    }

    /** The same as {@link #fire(String, String)} in a process that runs beside a review. */
    public void fire(String process, String reference, String activity) {
        fire(reference, job(process, reference, activity));
    }

    /** Moves the clock to a named timer and lets it fire; what it triggers is run too. */
    public void fire(String reference, String activity) {
        fire(reference, job(reference, activity));
    }

    private void fire(String reference, Job job) {
        clock.moveTo(job.getDuedate().toInstant());
        jobs.executeJob(job.getId());
        runWaiting(reference);
    }

    /** Runs asynchronous steps of a review until none is left. */
    public void runWaiting(String reference) {
        List<Job> waiting = waiting(reference);
        while (!waiting.isEmpty()) {
            waiting.forEach(job -> jobs.executeJob(job.getId()));
            waiting = waiting(reference);
        }
    }

    /** Id of the end event that a review has reached last, apart from those inside a sub-process that does not end it. */
    public String endOf(String reference) {
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(StartReview.PROCESS)
                .finished()
                .singleResult()
                .getId();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .list()
                .stream()
                .filter(activity -> activity.getActivityType().endsWith("EndEvent")
                        && !activity.isCanceled()
                        && (instance.equals(activity.getParentActivityInstanceId())
                                || activity.getParentActivityInstanceId().startsWith("CancelReview:")))
                .findFirst()
                .orElseThrow()
                .getActivityId();
    }

    private List<Job> waiting(String reference) {
        return instances.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance.getId()).messages().list().stream())
                .toList();
    }

    private Job job(String reference, String activity) {
        return job(StartReview.PROCESS, reference, activity);
    }

    private Job job(String process, String reference, String activity) {
        String instance = instances
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(process)
                .singleResult()
                .getId();
        List<Job> found = jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .list();
        if (found.size() != 1) {
            throw new AssertionError("%s has %d timers at %s.".formatted(reference, found.size(), activity));
        }
        return found.get(0);
    }
}
