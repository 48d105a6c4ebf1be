package org.criticalfriend.review;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/** Those in charge have decided what helps with a late step. */
@Component
class MailOfDecision implements Occasion {

    static final String NAME = "decision";

    private final LateDecisions decisions;
    private final Reviews reviews;
    private final OpenDecisions open;
    private final People people;
    private final WordsOfDecision words;

    MailOfDecision(LateDecisions decisions, Reviews reviews, OpenDecisions open, People people, WordsOfDecision words) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.open = open;
        this.people = people;
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ToSay now(Notice notice) {
        LateDecision decision = decisions.of(UUID.fromString(notice.subject()));
        Review review = reviews.byKey(decision.review());
        if (review.isCancelled()) {
            return new NothingToSay("The review is cancelled.");
        }
        Set<String> holders = open.holdersOf(review.reference(), decision.step());
        if (holders.isEmpty()) {
            return new NothingToSay("The step is done.");
        }
        if (decisions.allOf(review).stream()
                .anyMatch(later ->
                        later.step().equals(decision.step()) && later.arose().isAfter(decision.arose()))) {
            return new NothingToSay("It was decided anew since.");
        }
        return letter(notice, decision, review, holders);
    }

    private ToSay letter(Notice notice, LateDecision decision, Review review, Set<String> holders) {
        Map<String, Object> values = words.of(review, decision);
        values.put("yours", holders.contains(notice.recipient()));
        values.put(
                "who",
                people.find(holders).values().stream()
                        .map(Person::name)
                        .sorted()
                        .collect(Collectors.joining(", ")));
        return switch (decision.outcome()) {
            case MORE_TIME -> Letter.of("decision/more-time", with(values, "until", decision.untilDay()));
            case SOMEBODY_ELSE ->
                holders.contains(notice.recipient())
                        ? new NothingToSay("It was given back to the same person.")
                        : Letter.of(
                                "decision/somebody-else",
                                with(values, "before", notice.recipient().equals(decision.person())));
            case GO_AHEAD -> Letter.of("decision/go-ahead", values);
            case CANCEL, DONE, OVERTAKEN -> new NothingToSay("There was nothing to decide.");
        };
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        values.put(name, value);
        return values;
    }
}
