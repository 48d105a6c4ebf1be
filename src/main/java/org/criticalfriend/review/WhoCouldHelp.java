package org.criticalfriend.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.DeputyLeads;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/**
 * Who could do a late step instead of whoever has it. Their duty on the review stays as it is: for the lead reviewer's steps the deputy
 * lead and the peer reviewers who are trained to lead (G15); for the Champion's the other Champion and the spare one (P12); for the
 * head's the senior team of the host.
 */
@Component
class WhoCouldHelp {

    private final Seats seats;
    private final DeputyLeads deputies;
    private final SeniorStaff seniorStaff;
    private final Register register;
    private final People people;
    private final Absences absences;
    private final Clock clock;

    WhoCouldHelp(
            Seats seats,
            DeputyLeads deputies,
            SeniorStaff seniorStaff,
            Register register,
            People people,
            Absences absences,
            Clock clock) {
        this.seats = seats;
        this.deputies = deputies;
        this.seniorStaff = seniorStaff;
        this.register = register;
        this.people = people;
        this.absences = absences;
        this.clock = clock;
    }

    /** The most suitable first; without those who have the step already, have left or are away today. */
    List<Person> with(LateStep step, Review review, Set<String> holders) {
        List<String> ids = new ArrayList<>(
                switch (step.doer()) {
                    case LEAD_REVIEWER -> reviewersWhoCanLead(review);
                    case CHAMPION -> inSeats(review, Duty.IMPROVEMENT_CHAMPION, Duty.SPARE_IMPROVEMENT_CHAMPION);
                    case HOST_HEAD ->
                        Stream.concat(register.headOf(review.host()).stream(), seniorStaff.of(review).stream())
                                .map(Person::id)
                                .toList();
                });
        ids.removeAll(holders);
        ids.removeAll(absences.awayOn(SchoolTime.today(clock), ids));
        Map<String, Person> known = people.find(ids);
        return ids.stream()
                .distinct()
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(person -> person.leftOn().isEmpty())
                .toList();
    }

    /** Also the lead reviewer, from whom a step may have been taken before. */
    private List<String> reviewersWhoCanLead(Review review) {
        Set<String> able = new LinkedHashSet<>();
        deputies.of(review.id(), review.partnership(), review.visitFirst()).ifPresent(able::add);
        Set<String> trained =
                register.trainedFor(Duty.LEAD_REVIEWER, review.partnership(), review.visitFirst()).stream()
                        .map(Person::id)
                        .collect(Collectors.toSet());
        inSeats(review, Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER).stream()
                .filter(trained::contains)
                .forEach(able::add);
        return List.copyOf(able);
    }

    /** In the order of duties and seats. */
    private List<String> inSeats(Review review, Duty... duties) {
        Map<UUID, String> filling = seats.occupants(review.id()).stream()
                .filter(Occupant::fills)
                .collect(Collectors.toMap(Occupant::seat, Occupant::person));
        return Stream.of(duties)
                .map(duty -> seats.of(review.id(), List.of(duty)))
                .flatMap(List::stream)
                .map(Seat::id)
                .map(filling::get)
                .flatMap(person -> Optional.ofNullable(person).stream())
                .toList();
    }

    /** Ids of those on the other side of a step: who waits for it, or would do it together with whoever has it. */
    Set<String> waitingFor(LateStep step, Review review) {
        return step.doer() == LateStep.Doer.HOST_HEAD
                ? new LinkedHashSet<>(inSeats(review, Duty.LEAD_REVIEWER, Duty.IMPROVEMENT_CHAMPION))
                : register.headOf(review.host()).map(Person::id).map(Set::of).orElse(Set.of());
    }
}
