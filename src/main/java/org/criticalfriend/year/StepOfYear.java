package org.criticalfriend.year;

import java.util.LinkedHashMap;
import java.util.Map;
import org.criticalfriend.engine.form.Step;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;

/** A user task of the year of a partnership. */
abstract class StepOfYear implements Step {

    private final PlannedYears years;
    private final Partnerships partnerships;

    StepOfYear(PlannedYears years, Partnerships partnerships) {
        this.years = years;
        this.partnerships = partnerships;
    }

    /** The class is named like the activity. */
    @Override
    public final String activity() {
        return getClass().getSimpleName();
    }

    @Override
    public final Map<String, Object> heading(TaskInHand task) {
        PartnershipYear year = year(task);
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put(
                "partnership",
                partnerships.find(year.partnership()).map(Partnership::name).orElse(""));
        heading.put("schoolYear", year.year().toString());
        return heading;
    }

    final PartnershipYear year(TaskInHand task) {
        return years.find(task.reference())
                .orElseThrow(() -> new IllegalStateException("There is no year %s.".formatted(task.reference())));
    }

    /** Id of the school that a task is about. */
    static String school(TaskInHand task) {
        return task.subject()
                .orElseThrow(() -> new IllegalStateException(
                        "The process of the task %s names no school as its subject.".formatted(task.id())));
    }
}
