package org.criticalfriend.year;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.LiveActions;
import org.criticalfriend.review.LiveActions.LiveAction;
import org.springframework.stereotype.Component;

/**
 * A head looks at what the school agreed to do, whichever review it comes from (G29): in every half-term, until it is done or dropped
 * for a reason.
 */
@Component
class UpdateLiveActions extends StepOfYear {

    private static final String PROGRESS = "progress";

    private final LiveActions live;
    private final Register register;

    UpdateLiveActions(PlannedYears years, Partnerships partnerships, LiveActions live, Register register) {
        super(years, partnerships);
        this.live = live;
        this.register = register;
    }

    @Override
    public Map<String, Object> opensWith(TaskInHand task) {
        Map<String, Object> form = heading(task);
        form.put("school", register.schoolNames(List.of(school(task))).get(school(task)));
        form.put("agenda", ClusterMeetings.page(year(task).partnership()));
        form.put(PROGRESS, actions(task).stream().map(UpdateLiveActions::row).toList());
        return form;
    }

    private List<LiveAction> actions(TaskInHand task) {
        return live.of(year(task).partnership()).stream()
                .filter(LiveAction::followedUp)
                .filter(action -> action.school().equals(school(task)))
                .toList();
    }

    private static Map<String, Object> row(LiveAction action) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("action", action.what());
        row.put(
                "about",
                "%s, by %s. Agreed after the visit of %s."
                        .formatted(action.owner(), SchoolTime.words(action.due()), SchoolTime.words(action.visit())));
        row.put("baseline", action.baseline().orElse(null));
        row.put("aim", action.aim().orElse(null));
        row.put("measuredNow", action.measuredNow().orElse(null));
        row.put("status", action.status().orElse(null));
        row.put("evidence", action.evidence().orElse(null));
        return row;
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        List<LiveAction> actions = actions(task);
        List<?> rows = answer.get(PROGRESS) instanceof List<?> list ? list : List.of();
        if (rows.size() != actions.size()) {
            throw changedMeanwhile();
        }
        List<LiveAction> updated = new ArrayList<>();
        for (LiveAction action : actions) {
            updated.add(updated(action, (Map<?, ?>) rows.get(updated.size()), updated.size() + 1));
        }
        try {
            live.update(updated);
        } catch (ChangedMeanwhile e) {
            throw changedMeanwhile();
        }
        return Map.of();
    }

    private static Refusal changedMeanwhile() {
        return Refusal.of("Live actions: the list has changed meanwhile. Please open the task once more.");
    }

    private static LiveAction updated(LiveAction action, Map<?, ?> row, int number) {
        Optional<String> evidence = text(row, "evidence");
        String status = text(row, "status")
                .orElseThrow(
                        () -> Refusal.of("Live actions, row %d, How is it going?: please choose.".formatted(number)));
        if (status.equals(LiveActions.DROPPED) && evidence.isEmpty()) {
            throw Refusal.of(
                    "Live actions, row %d, What shows it: please say why it is dropped, so that the next review knows."
                            .formatted(number));
        }
        return action.with(text(row, "measuredNow"), status, evidence);
    }

    private static Optional<String> text(Map<?, ?> row, String key) {
        return Optional.ofNullable(row.get(key)).map(Objects::toString);
    }
}
