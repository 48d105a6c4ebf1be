package org.criticalfriend.review;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/** A question about a late step is open past its day: whoever is in charge next hears of it. */
@Component
class MailOfOpenDecision implements Occasion {

    static final String NAME = "decision-open";

    private final LateDecisions decisions;
    private final Reviews reviews;
    private final OpenDecisions open;
    private final Register register;
    private final WordsOfDecision words;

    MailOfOpenDecision(
            LateDecisions decisions, Reviews reviews, OpenDecisions open, Register register, WordsOfDecision words) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.open = open;
        this.register = register;
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
        Optional<String> asked = open.taskOf(review.reference(), decision.id()).map(Task::getAssignee);
        if (!decision.isOpen() || asked.isEmpty()) {
            return new NothingToSay("It is decided.");
        }
        if (asked.get().equals(notice.recipient())) {
            return new NothingToSay("The person has the decision on their own list by now.");
        }
        Map<String, Object> values = words.of(review, decision);
        values.put("since", SchoolTime.dateOf(decision.arose()));
        values.put("who", register.person(asked.get()).map(Person::name).orElse(""));
        values.put("phone", register.person(asked.get()).flatMap(Person::phone).orElse(""));
        return Letter.of("decision/still-open", values);
    }
}
