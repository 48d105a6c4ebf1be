package org.criticalfriend.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.engine.form.Step;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.notification.PublicAddress;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/**
 * Whoever is in charge sees every way out with its effects, and chooses one. It takes effect with the answer, all of it or nothing; if
 * anything has changed since the table was shown, they read so and see the new one.
 */
@Component
class DecideOnChange implements Step {

    private final ChangesOfPlan changes;
    private final ChangeWords words;
    private final Options options;
    private final MakeChange make;
    private final RunningReviews running;
    private final PublicAddress address;

    DecideOnChange(
            ChangesOfPlan changes,
            ChangeWords words,
            Options options,
            MakeChange make,
            RunningReviews running,
            PublicAddress address) {
        this.changes = changes;
        this.words = words;
        this.options = options;
        this.make = make;
        this.running = running;
        this.address = address;
    }

    @Override
    public String activity() {
        return getClass().getSimpleName();
    }

    @Override
    public Map<String, Object> heading(TaskInHand task) {
        return running.heading(task.reference());
    }

    @Override
    public Map<String, Object> opensWith(TaskInHand task) {
        ChangeOfPlan change = changes.of(task);
        List<Option> all = options.of(change);
        Map<String, Object> form = heading(task);
        ChangeWords.Told told = words.of(change);
        form.put("what", "%s Asked for by %s on %s.".formatted(told.what(), told.by(), told.when()));
        form.put("page", address.of("/change/" + change.id()));
        form.put("waysOut", all.stream().map(DecideOnChange::row).toList());
        form.put(
                "wayOptions",
                all.stream()
                        .map(option -> Map.of("value", option.key(), "label", option.title()))
                        .toList());
        return form;
    }

    private static Map<String, Object> row(Option option) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("title", option.title());
        row.put("dates", String.join("; ", option.dates()));
        row.put("people", String.join(" ", option.people()));
        row.put(
                "else",
                Stream.of(
                                part("Stand-ins’ other duties", option.standIns()),
                                part("Little time", option.squeezed()),
                                part("Fairness", List.of(option.fairness())),
                                part("Price", List.of(option.price())))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" ")));
        return row;
    }

    /** With its label, as there is one column for all of them here; empty if it says nothing. */
    private static Optional<String> part(String label, List<String> sentences) {
        List<String> said =
                sentences.stream().filter(one -> !one.equals(Draw.NOTHING_MORE)).toList();
        return said.isEmpty() ? Optional.empty() : Optional.of("%s: %s".formatted(label, String.join(" ", said)));
    }

    @Override
    public Map<String, Object> accept(TaskInHand task, Map<String, Object> answer) {
        String key = Optional.ofNullable((String) answer.get("wayOut"))
                .orElseThrow(() -> Refusal.of("What do you decide? Please choose one."));
        try {
            make.make(
                    changes.of(task),
                    key,
                    Optional.ofNullable((String) answer.get("link")),
                    task.assignee().orElseThrow());
        } catch (ChangeRefused refused) {
            throw Refusal.of(refused.getMessage());
        }
        return Map.of();
    }
}
