package org.criticalfriend.review;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Register.Host;
import org.criticalfriend.partnership.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds out how people stand to reviews. */
@Component
class Standings {

    private static final Set<Role> LEADERSHIP = EnumSet.of(Role.HEAD, Role.SENIOR_TEAM);

    /** Who knows when people of a school are away, and when it has visitors. */
    private static final Set<Role> KNOWS_DATES = EnumSet.of(Role.HEAD, Role.SENIOR_TEAM, Role.OFFICE);

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

        /**
         * For what is done on a page that more people may read.
         *
         * @throws ResponseStatusException 403 unless the standing allows it
         */
        Seen forbiddenUnless(Predicate<Standing> allowed) {
            if (!allowed.test(standing)) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            return this;
        }
    }

    /**
     * A review that concerns a person. What of it they may see, their standing says.
     *
     * @throws ResponseStatusException 404 if there is none, or it is not this person's business
     */
    Seen seen(String reference, String person) {
        return of(reference, person).onlyFor(Standing::concerned);
    }

    /**
     * A review whose dates and team a person may see, because it concerns them or is one of their partnership.
     *
     * @throws ResponseStatusException 404 if there is none, or it is not this person's business
     */
    Seen glanced(String reference, String person) {
        Seen seen = of(reference, person);
        return seen.onlyFor(standing -> standing.concerned()
                || register.partnershipsWhereReviews(person)
                        .contains(seen.review().partnership()));
    }

    private Seen of(String reference, String person) {
        Review review = demand(reviews.find(reference));
        return new Seen(review, of(person, review));
    }

    /** @throws ResponseStatusException 404 unless it is possible at present */
    static void demand(boolean possible) {
        if (!possible) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** @throws ResponseStatusException 404 unless there is one at present */
    static <T> T demand(Optional<T> one) {
        demand(one.isPresent());
        return one.orElseThrow();
    }

    /**
     * Keys of those of some reviews in which a person can do something about what is still open: they are in charge, of the leadership
     * of the host, or the lead reviewer. As many statements for many reviews as for one.
     */
    Set<UUID> leading(Collection<Review> some, String person) {
        Set<UUID> asLead = seats.reviewsOf(person, Duty.LEAD_REVIEWER);
        Map<String, Set<Role>> atSchools = register.rolesAtSchools(person);
        Map<Host, Set<String>> inCharge =
                register.inChargeOf(some.stream().map(Standings::host).toList());
        return some.stream()
                .filter(review -> asLead.contains(review.id())
                        || isLeadership(atSchools.getOrDefault(review.host(), Set.of()))
                        || inCharge.get(host(review)).contains(person))
                .map(Review::id)
                .collect(Collectors.toSet());
    }

    /**
     * Of which appointments of some reviews a person may know, by the key of the review: of all, if it {@linkplain
     * Standing#concerned() concerns} them by a seat, at the host, or because they are in charge; if somebody comes from a school at
     * whose head, in whose senior team or in whose office they work, of those to which that colleague goes. A review of which they
     * may know nothing is not in it. As many statements for many reviews as for one.
     */
    Map<UUID, Set<AppointmentKind>> mayKnowOf(Collection<Review> some, String person) {
        if (some.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<Duty, List<String>>> filling =
                seats.filling(some.stream().map(Review::id).toList());
        Map<Host, Set<String>> inCharge =
                register.inChargeOf(some.stream().map(Standings::host).toList());
        Set<String> knownSchools = register.rolesAtSchools(person).entrySet().stream()
                .filter(at -> at.getValue().stream().anyMatch(KNOWS_DATES::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> colleagues = colleagues(filling.values(), knownSchools);
        Map<UUID, Set<AppointmentKind>> known = new HashMap<>();
        for (Review review : some) {
            Map<Duty, List<String>> team = filling.getOrDefault(review.id(), Map.of());
            boolean all = knownSchools.contains(review.host())
                    || inCharge.get(host(review)).contains(person)
                    || team.values().stream().anyMatch(people -> people.contains(person));
            Set<AppointmentKind> kinds = all
                    ? EnumSet.allOf(AppointmentKind.class)
                    : Arrays.stream(AppointmentKind.values())
                            .filter(kind -> team.entrySet().stream()
                                    .anyMatch(duty -> kind.isAttendedBy(duty.getKey())
                                            && duty.getValue().stream().anyMatch(colleagues::contains)))
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(AppointmentKind.class)));
            if (!kinds.isEmpty()) {
                known.put(review.id(), kinds);
            }
        }
        return known;
    }

    /** Those of all who fill seats whose own school is one of some. */
    private Set<String> colleagues(Collection<Map<Duty, List<String>>> filling, Set<String> knownSchools) {
        if (knownSchools.isEmpty()) {
            return Set.of();
        }
        return people
                .find(filling.stream()
                        .flatMap(team -> team.values().stream())
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .filter(one -> one.ownSchool().filter(knownSchools::contains).isPresent())
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private static Host host(Review review) {
        return new Host(review.partnership(), review.host());
    }

    private static boolean isLeadership(Set<Role> atHost) {
        return atHost.stream().anyMatch(LEADERSHIP::contains);
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
                isLeadership(atHost),
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
