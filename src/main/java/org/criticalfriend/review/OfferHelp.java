package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.form.TaskInHand;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/**
 * The partnership lead has spoken with a Champion who needs help (P22): one tick. What about is nowhere, and so it leaks from
 * nowhere.
 */
@Component
class OfferHelp extends StepOfReview {

    private final Seats seats;
    private final People people;

    OfferHelp(Reviews reviews, Heading heading, Seats seats, People people) {
        super(reviews, heading);
        this.seats = seats;
        this.people = people;
    }

    @Override
    void prefill(Map<String, Object> form, Review review) {
        List<String> champions = seats.of(review.id(), List.of(Duty.IMPROVEMENT_CHAMPION)).stream()
                .map(seat -> seats.occupantOf(seat.id()))
                .flatMap(Optional::stream)
                .toList();
        form.put(
                "champions",
                people.find(champions).values().stream()
                        .map(OfferHelp::reachedBy)
                        .sorted()
                        .collect(Collectors.joining("; ")));
    }

    private static String reachedBy(Person person) {
        return person.phone()
                .map(number -> "%s, %s".formatted(person.name(), number))
                .orElse(person.name());
    }

    @Override
    void take(Review review, TaskInHand task, Given given) {
        // The tick says all, and the trail notes who gave it.
    }
}
