package org.criticalfriend.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/** Whoever is in charge of a review hears that somebody of its team cannot come. */
@Component
class SomebodyCannotCome implements Occasion {

    private final CannotCome cannotCome;
    private final Reviews reviews;
    private final Standings standings;
    private final WordsOfReview words;
    private final Register register;

    SomebodyCannotCome(
            CannotCome cannotCome, Reviews reviews, Standings standings, WordsOfReview words, Register register) {
        this.cannotCome = cannotCome;
        this.reviews = reviews;
        this.standings = standings;
        this.words = words;
        this.register = register;
    }

    @Override
    public String name() {
        return CannotCome.PURPOSE;
    }

    @Override
    public ToSay now(Notice notice) {
        Optional<CannotCome.Said> said = cannotCome.find(UUID.fromString(notice.subject()));
        Optional<Review> review = said.flatMap(one -> reviews.byId(one.review()));
        if (review.isEmpty()
                || cannotCome.of(List.of(review.get())).stream()
                        .noneMatch(open -> open.id().equals(said.get().id()))) {
            return new NothingToSay("The team or the visit has changed since.");
        }
        Standing standing = standings.of(notice.recipient(), review.get());
        if (!standing.inCharge()) {
            return new NothingToSay("They are not in charge of the review any more.");
        }
        Map<String, Object> values = new HashMap<>(words.of(review.get(), standing));
        values.put("who", register.person(said.get().person()).map(Person::name).orElse("Somebody"));
        return Letter.of("review/" + CannotCome.PURPOSE, values);
    }
}
