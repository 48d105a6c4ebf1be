package org.criticalfriend.year;

import java.util.Map;
import java.util.Optional;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** The planning day (P38): the work is done on its page; here the partnership lead says that the year stands, or is not to be. */
@Component
class HoldPlanningDay extends StepOfYear {

    private static final String AGREED = "yearAgreed";

    private final PlanningDay day;

    HoldPlanningDay(PlannedYears years, Partnerships partnerships, PlanningDay day) {
        super(years, partnerships);
        this.day = day;
    }

    @Override
    public Map<String, Object> opensWith(TaskInHand task) {
        PlanningDay.Seen seen = day.ofProcess(task.reference());
        Map<String, Object> form = heading(task);
        form.put("page", YearPage.path(seen.year().partnership(), seen.year().year()));
        form.put("against", String.join("\n\n", PlanningDay.against(seen)));
        form.put("smallTeams", String.join(", ", PlanningDay.smallTeams(seen)));
        form.put("visits", seen.plan().visited().size());
        return form;
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        boolean agreed = "AGREE".equals(answer.get("decision"));
        String person = task.assignee().orElseThrow();
        try {
            if (agreed) {
                day.agree(task.reference(), Optional.ofNullable((String) answer.get("reason")), person);
            } else {
                day.drop(task.reference(), person);
            }
        } catch (EntryRefused | ChangedMeanwhile refused) {
            throw Refusal.of(refused.getMessage());
        }
        return Map.of(AGREED, agreed);
    }
}
