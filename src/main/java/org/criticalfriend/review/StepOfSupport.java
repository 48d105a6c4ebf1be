package org.criticalfriend.review;

import java.util.Map;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.form.Step;
import org.criticalfriend.engine.form.TaskInHand;

/** A user task of the support process: it works on one support of a review, which the process names. */
abstract class StepOfSupport implements Step {

    private final SupportRecord record;

    StepOfSupport(SupportRecord record) {
        this.record = record;
    }

    /** The class is named like the activity. */
    @Override
    public String activity() {
        return getClass().getSimpleName();
    }

    @Override
    public final Map<String, Object> heading(TaskInHand task) {
        return record.heading(task.reference());
    }

    @Override
    public final Map<String, Object> opensWith(TaskInHand task) {
        Support support = of(task);
        Map<String, Object> form = heading(task);
        form.put("support", support.what());
        form.put("supportBy", SchoolTime.words(support.byWhen()));
        form.put("action", record.actionOf(support).map(Action::what).orElse(""));
        form.put("supporter", record.nameOf(support.supporter()));
        form.put("askedBy", record.nameOf(support.askedBy()));
        return form;
    }

    @Override
    public final Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        return take(of(task), new Given(answer));
    }

    private Support of(TaskInHand task) {
        return record.support(task.subject()
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalStateException(
                        "The process of the task %s names no support as its subject.".formatted(task.id()))));
    }

    /**
     * Writes what has become of the support.
     *
     * @return what the process branches on
     */
    abstract Map<String, Object> take(Support support, Given given);
}
