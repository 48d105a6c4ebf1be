package org.criticalfriend.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds out how people stand to reviews. */
@Component
class Standings {

    private static final Set<Role> LEADERSHIP = EnumSet.of(Role.HEAD, Role.SENIOR_TEAM);

    private final Reviews reviews;
    private final Seats seats;
    private final Register register;
    private final People people;

    Standings(Reviews reviews, Seats seats, Register register, People people) {
        this.reviews = reviews;
        this.seats = seats;
        this.register = register;
        this.people = people;
    }

    /** A review, and how somebody stands to it. */
    record Seen(Review review, Standing standing) {

        /** @throws ResponseStatusException 404 unless the standing allows it */
        Seen onlyFor(Predicate<Standing> allowed) {
            demand(allowed.test(standing));
            return this;
        }
    }

    /**
     * A review that concerns a person. What of it they may see, their standing says.
     *
     * @throws ResponseStatusException 404 if there is none, or it is not this person's business
     */
    Seen seen(String reference, String person) {
        return reviews.find(reference)
                .map(review -> new Seen(review, of(person, review)))
                .filter(seen -> seen.standing().concerned())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * A review whose dates and team a person may see, because it concerns them or is one of their partnership.
     *
     * @throws ResponseStatusException 404 if there is none, or it is not this person's business
     */
    Seen glanced(String reference, String person) {
        return reviews.find(reference)
                .map(review -> new Seen(review, of(person, review)))
                .filter(seen -> seen.standing().concerned()
                        || register.partnershipsWhereReviews(person)
                                .contains(seen.review().partnership()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @throws ResponseStatusException 404 unless it is possible at present */
    static void demand(boolean possible) {
        if (!possible) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** How a person stands to a review. */
    Standing of(String person, Review review) {
        Set<Role> atHost = register.rolesAt(review.host(), person);
        Map<UUID, Duty> dutyOf =
                seats.of(review.id(), List.of(Duty.values())).stream().collect(Collectors.toMap(Seat::id, Seat::duty));
        List<Occupant> filling =
                seats.occupants(review.id()).stream().filter(Occupant::fills).toList();
        Set<Duty> duties = filling.stream()
                .filter(occupant -> occupant.person().equals(person))
                .map(occupant -> dutyOf.get(occupant.seat()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
        return new Standing(
                person,
                atHost.contains(Role.HEAD),
                atHost.stream().anyMatch(LEADERSHIP::contains),
                duties,
                register.inChargeOf(review.partnership(), review.host()).contains(person),
                atHost.contains(Role.OFFICE),
                worksInOfficeOfOneOf(filling, person));
    }

    private boolean worksInOfficeOfOneOf(List<Occupant> filling, String person) {
        return register.person(person)
                .flatMap(Person::ownSchool)
                .filter(school -> register.rolesAt(school, person).contains(Role.OFFICE))
                .filter(school ->
                        people
                                .find(filling.stream().map(Occupant::person).collect(Collectors.toSet()))
                                .values()
                                .stream()
                                .map(Person::ownSchool)
                                .flatMap(Optional::stream)
                                .anyMatch(school::equals))
                .isPresent();
    }
}
