package org.criticalfriend.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.task.GivenTask;
import org.criticalfriend.engine.task.GivenTasks;
import org.springframework.stereotype.Component;

/**
 * Somebody has got a task, also one that a process owner has added: there is a template for each of our activities, and one for all
 * others, which takes its words from the model.
 */
@Component
class TaskOccasion implements Occasion {

    static final String NAME = "task";

    private final GivenTasks tasks;
    private final List<TaskWords> words;
    private final Letters letters;
    private final PublicAddress address;

    TaskOccasion(GivenTasks tasks, List<TaskWords> words, Letters letters, PublicAddress address) {
        this.tasks = tasks;
        this.words = words;
        this.letters = letters;
        this.address = address;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ToSay now(Notice notice) {
        Optional<GivenTask> open = tasks.find(notice.subject());
        if (open.isEmpty()) {
            return new NothingToSay("The step is done.");
        }
        return open.filter(task ->
                        task.assignee().filter(notice.recipient()::equals).isPresent())
                .<ToSay>map(task -> letter(task, notice.recipient()))
                .orElseGet(() -> new NothingToSay("It is somebody else's now."));
    }

    private Letter letter(GivenTask task, String person) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", task.name());
        values.put("documentation", task.documentation());
        values.put(
                "due", task.due().map(SchoolTime::dateOf).map(SchoolTime::words).orElse(""));
        values.put("dueTime", task.due().<Object>map(SchoolTime::timeOf).orElse(""));
        values.put("url", address.of("/task/" + task.id()));
        Map<String, Object> known = task.reference()
                .map(reference -> known(task.activity(), reference, person))
                .orElse(Map.of());
        values.putAll(known);
        values.putIfAbsent("school", "");
        values.putIfAbsent("visit", "");
        values.putIfAbsent("drivingQuestion", "");
        String own = "task/" + task.activity();
        return Letter.of(!known.isEmpty() && letters.knows(own) ? own : "task/default", values);
    }

    private Map<String, Object> known(String activity, String reference, String person) {
        Map<String, Object> known = new HashMap<>();
        words.forEach(
                one -> one.of(activity, reference, person).ifPresent(values -> values.forEach(known::putIfAbsent)));
        return known;
    }
}
