package org.criticalfriend.change;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.notification.Outbox;
import org.criticalfriend.notification.ToTell;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.PeopleOfReview;
import org.criticalfriend.review.RunningReview;
import org.springframework.stereotype.Component;

/**
 * Who is told what of a change of plan. New days and places reach people as changed invitations, by themselves; here is what those do not
 * say. Why a plan has changed is told to nobody. The words are found when it is sent ({@link ChangeLetters}).
 */
@Component
class ChangeNews {

    private final Outbox outbox;
    private final Register register;
    private final PeopleOfReview people;
    private final Seats seats;
    private final WhoDecides decides;

    ChangeNews(Outbox outbox, Register register, PeopleOfReview people, Seats seats, WhoDecides decides) {
        this.outbox = outbox;
        this.register = register;
        this.people = people;
        this.seats = seats;
        this.decides = decides;
    }

    /** Whoever asked hears what was decided, and so does the head of the host. */
    void decided(ChangeOfPlan change, RunningReview review) {
        Set<String> hear = new TreeSet<>(Set.of(change.askedBy()));
        register.headOf(review.host()).map(Person::id).ifPresent(hear::add);
        tell(ChangeLetters.DECIDED, change.id().toString(), hear);
    }

    /** Whoever asked hears that nothing has to be decided any more. */
    void lapsed(ChangeOfPlan change) {
        tell(ChangeLetters.DECIDED, change.id().toString(), Set.of(change.askedBy()));
    }

    /** Team, host and whoever is in charge hear who comes. */
    void comes(RunningReview review, Seat seat) {
        tell(ChangeLetters.WHO_COMES, occupancyOn(seat), people.everybody(review));
    }

    /** Whoever loses their place by a decision hears so. */
    void isNotNeeded(Occupant until) {
        tell(ChangeLetters.NOT_NEEDED, until.id().toString(), Set.of(until.person()));
    }

    private String occupancyOn(Seat seat) {
        return seats.historyOf(seat.id()).stream()
                .filter(Occupant::fills)
                .findFirst()
                .map(Occupant::id)
                .map(UUID::toString)
                .orElseThrow();
    }

    /** Whoever is in charge next hears that nobody has decided in time. */
    void stillUndecided(ChangeOfPlan change) {
        decides.next(change)
                .ifPresent(person ->
                        tell(ChangeLetters.STILL_UNDECIDED, change.id().toString(), Set.of(person)));
    }

    private void tell(String occasion, String subject, Collection<String> people) {
        outbox.tell(people.stream()
                .map(person -> ToTell.once(occasion, subject, person))
                .toList());
    }
}
