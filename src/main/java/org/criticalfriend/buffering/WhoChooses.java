package org.criticalfriend.buffering;

import java.util.Optional;
import java.util.Set;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/** Who has to choose a stand-in, who is next in charge, and what the next one is told. */
@Component
class WhoChooses {

    private final TasksOfSearch tasks;
    private final Register register;
    private final RunningReviews running;
    private final SeatWords words;

    WhoChooses(TasksOfSearch tasks, Register register, RunningReviews running, SeatWords words) {
        this.tasks = tasks;
        this.register = register;
        this.running = running;
        this.words = words;
    }

    /** Id of the first of those in charge who has not been asked to choose; empty if there is nobody else, or nothing to choose. */
    Optional<String> next(RunningReview review, Vacancy vacancy) {
        return tasks.whoChooses(vacancy)
                .flatMap(asked -> register.decidersOf(review.partnership(), review.host(), Set.of(asked)).stream()
                        .filter(person -> !person.equals(asked))
                        .findFirst());
    }

    /** What the next one is told, if it still holds. */
    ToSay nobodyHasChosen(Vacancy vacancy, String recipient) {
        Optional<String> asked = tasks.whoChooses(vacancy);
        if (asked.isEmpty()) {
            return new NothingToSay("It is decided.");
        }
        if (asked.get().equals(recipient)) {
            return new NothingToSay("The person has the decision on their own list by now.");
        }
        RunningReview review = running.of(vacancy.review());
        if (!register.decidersOf(
                        review.partnership(), review.host(), asked.stream().toList())
                .contains(recipient)) {
            return new NothingToSay("They are not in charge any more.");
        }
        Letter letter = words.letter("nobody-has-chosen", vacancy);
        return letter.with("name", words.name(asked.get()))
                .with(
                        "phone",
                        register.person(asked.get()).flatMap(Person::phone).orElse(""));
    }
}
