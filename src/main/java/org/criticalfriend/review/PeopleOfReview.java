package org.criticalfriend.review;

import java.util.Set;
import java.util.TreeSet;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/** Who hears of what concerns a whole review. */
@Component
public class PeopleOfReview {

    private final Register register;
    private final Seats seats;

    PeopleOfReview(Register register, Seats seats) {
        this.register = register;
        this.seats = seats;
    }

    /** Ids of whoever is in charge of a review. */
    public Set<String> inCharge(RunningReview review) {
        return register.inChargeOf(review.partnership(), review.host());
    }

    /** Ids of whoever is in charge, of the team, the host's head and its office. */
    public Set<String> everybody(RunningReview review) {
        Set<String> people = new TreeSet<>(inCharge(review));
        seats.occupants(review.id()).stream()
                .filter(Occupant::fills)
                .map(Occupant::person)
                .forEach(people::add);
        register.headOf(review.host()).map(Person::id).ifPresent(people::add);
        register.officeOf(review.host()).stream().map(Person::id).forEach(people::add);
        return people;
    }
}
