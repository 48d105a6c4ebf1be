package org.criticalfriend.review;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.notification.ToTell;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/** A school with a review under way has no head in the register: those in charge enter who is, so that the head's steps do not wait. */
@Component
class MailOfMissingHead implements Occasion {

    private static final String NAME = "head-is-missing";

    private final Reviews reviews;
    private final Register register;
    private final WordsOfDecision words;
    private final Outbox outbox;
    private final Clock clock;

    MailOfMissingHead(Reviews reviews, Register register, WordsOfDecision words, Outbox outbox, Clock clock) {
        this.reviews = reviews;
        this.register = register;
        this.words = words;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells those in charge of the reviews that are under way at some schools; once a day at most. */
    void tellOf(Collection<String> schools) {
        String today = SchoolTime.today(clock).toString();
        List<ToTell> all = reviews.openAt(schools).stream()
                .flatMap(review -> register.inChargeOf(review.partnership(), review.host()).stream()
                        .map(person ->
                                ToTell.once(NAME, review.reference(), person).onTurn(today)))
                .toList();
        outbox.tell(all);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ToSay now(Notice notice) {
        Review review = reviews.of(notice.subject());
        if (register.headOf(review.host()).isPresent()) {
            return new NothingToSay("The school has a head again.");
        }
        Map<String, Object> values = words.of(review);
        values.put("partnership", review.partnership());
        return Letter.of("decision/head-is-missing", values);
    }
}
