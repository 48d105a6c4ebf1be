package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.stereotype.Component;

/** The last review of the same school, as the next planning meeting looks back on it (P24). */
@Component
class LastReview {

    private static final Set<String> CLOSED = Set.of("DONE", LiveActions.DROPPED);
    private static final Map<String, String> STATUS = Map.of(
            "ON_TRACK", "On track",
            "AT_RISK", "At risk",
            "OFF_TRACK", "Off track");

    private final Reviews reviews;

    LastReview(Reviews reviews) {
        this.reviews = reviews;
    }

    /** Adds to a form when it was, its driving question, the goal then and where the school stood since, and the actions still open. */
    void showIn(Map<String, Object> form, Review review) {
        reviews.before(review).ifPresent(last -> {
            form.put(
                    "lastReview",
                    "Visit on %s. Driving question: %s"
                            .formatted(
                                    Heading.visitInWords(last),
                                    last.drivingQuestion().orElse("not agreed.")));
            if (last.goal() != null) {
                form.put("lastGoal", last.goal().goal());
            }
            form.put(
                    "lastGoalNow",
                    last.followUp() == null
                            ? "The follow-up meeting has not been held yet."
                            : "%s: %s"
                                    .formatted(
                                            SchoolTime.words(last.followUp().followUpHeldOn()),
                                            last.followUp().goalNow() == null
                                                    ? "nothing was noted."
                                                    : last.followUp().goalNow()));
            form.put("lastActions", stillOpen(reviews.actionsOf(last)));
        });
    }

    private static List<Map<String, Object>> stillOpen(List<Action> actions) {
        return actions.stream()
                .filter(action -> !CLOSED.contains(Objects.requireNonNullElse(action.status(), "")))
                .map(action -> Row.of(
                        "action",
                        action.what(),
                        "owner",
                        action.owner(),
                        "due",
                        SchoolTime.shortWords(action.due()),
                        "status",
                        action.status() == null
                                ? "Not looked at yet"
                                : STATUS.getOrDefault(action.status(), action.status())))
                .toList();
    }
}
