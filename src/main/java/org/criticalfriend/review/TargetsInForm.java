package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The targets and the commitment of a workshop, as forms show them. */
@Component
class TargetsInForm {

    private final Outcomes outcomes;

    TargetsInForm(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /** Adds them to a form; returns the targets. */
    List<Target> addTo(Map<String, Object> form, Review review) {
        List<Target> targets = outcomes.targetsOf(review);
        form.put(
                "targets",
                targets.stream()
                        .map(target -> Row.of(
                                "number", String.valueOf(target.number()),
                                "text", target.text(),
                                "theme", target.theme()))
                        .toList());
        form.put(
                "commitment",
                outcomes.workshopOf(review).map(Workshop::commitment).orElse(""));
        return targets;
    }
}
