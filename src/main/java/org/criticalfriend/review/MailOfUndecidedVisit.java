package org.criticalfriend.review;

import java.util.Map;
import java.util.Optional;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/** Nobody has decided whether a visit goes ahead: whoever is in charge next hears of it. */
@Component
class MailOfUndecidedVisit implements Occasion {

    static final String NAME = "visit-undecided";

    /** Id of the activity. */
    static final String TASK = "DecideOnVisit";

    private final Reviews reviews;
    private final OpenDecisions open;
    private final Register register;
    private final WordsOfDecision words;

    MailOfUndecidedVisit(Reviews reviews, OpenDecisions open, Register register, WordsOfDecision words) {
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
        Review review = reviews.of(notice.subject());
        Optional<String> asked =
                open.holdersOf(review.reference(), TASK).stream().sorted().findFirst();
        if (asked.isEmpty()) {
            return new NothingToSay("It is decided.");
        }
        if (asked.get().equals(notice.recipient())) {
            return new NothingToSay("The person has the decision on their own list by now.");
        }
        Map<String, Object> values = words.of(review);
        values.put("who", register.person(asked.get()).map(Person::name).orElse(""));
        values.put("phone", register.person(asked.get()).flatMap(Person::phone).orElse(""));
        return Letter.of("decision/visit-undecided", values);
    }
}
