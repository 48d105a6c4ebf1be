package org.criticalfriend.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.duty.DeputyLeads;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.springframework.stereotype.Component;

/** Says who comes to the host school for a review. */
@Component
class Visitors {

    private final Seats seats;
    private final DeputyLeads deputyLeads;
    private final People people;
    private final Schools schools;

    Visitors(Seats seats, DeputyLeads deputyLeads, People people, Schools schools) {
        this.seats = seats;
        this.deputyLeads = deputyLeads;
        this.people = people;
        this.schools = schools;
    }

    /**
     * Somebody who comes.
     *
     * @param person who
     * @param school name of their school; empty for central people
     * @param duty what they do on this review
     * @param deputyLead whether they lead if the lead reviewer cannot (G15)
     */
    record Visitor(Person person, String school, Duty duty, boolean deputyLead) {

        /** Given and family name. */
        public String name() {
            return person.name();
        }

        /** The duty in words, beginning with a capital. */
        public String dutyInWords() {
            String words = DutyWords.of(duty);
            return Character.toUpperCase(words.charAt(0)) + words.substring(1) + (deputyLead ? ", deputy lead" : "");
        }
    }

    /** Everybody who fills a seat, in the order of duties and seats. The number of statements does not depend on how many they are. */
    List<Visitor> of(Review review) {
        Map<UUID, Seat> seatById = seats.of(review.id(), List.of(Duty.values())).stream()
                .collect(Collectors.toMap(Seat::id, Function.identity()));
        List<Occupant> filling =
                seats.occupants(review.id()).stream().filter(Occupant::fills).toList();
        Map<String, Person> byId =
                people.find(filling.stream().map(Occupant::person).collect(Collectors.toSet()));
        Map<String, School> schoolById = schools.find(byId.values().stream()
                .map(Person::ownSchool)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        Optional<String> deputy = deputyLeads.of(review.id(), review.partnership(), review.visitFirst());
        return filling.stream()
                .sorted(Comparator.comparing((Occupant occupant) ->
                                seatById.get(occupant.seat()).duty())
                        .thenComparing(occupant -> seatById.get(occupant.seat()).number()))
                .map(occupant -> {
                    Duty duty = seatById.get(occupant.seat()).duty();
                    Person person = byId.get(occupant.person());
                    return new Visitor(
                            person,
                            person.ownSchool()
                                    .map(schoolById::get)
                                    .map(School::name)
                                    .orElse(""),
                            duty,
                            duty == Duty.PEER_REVIEWER
                                    && deputy.filter(person.id()::equals).isPresent());
                })
                .toList();
    }
}
