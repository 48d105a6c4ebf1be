package org.criticalfriend.review;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.springframework.stereotype.Component;

/** Tells the model who does what: {@code ${duties.assignee(execution, 'LEAD_REVIEWER')}}. */
@Component("duties")
@NamedInModels
public class Duties {

    private static final String HOST_HEAD = "HOST_HEAD";
    private static final String PARTNERSHIP_LEAD = "PARTNERSHIP_LEAD";

    /** What the engine takes for a task that waits for whoever is to do it. */
    private static final String NOBODY_YET = null;

    private final Reviews reviews;
    private final Seats seats;
    private final Register register;
    private final Outcomes outcomes;
    private final SeniorStaff seniorStaff;
    private final Supporters supporters;
    private final LateDecisions decisions;
    private final OpenDecisions openDecisions;

    Duties(
            Reviews reviews,
            Seats seats,
            Register register,
            Outcomes outcomes,
            SeniorStaff seniorStaff,
            Supporters supporters,
            LateDecisions decisions,
            OpenDecisions openDecisions) {
        this.decisions = decisions;
        this.openDecisions = openDecisions;
        this.outcomes = outcomes;
        this.seniorStaff = seniorStaff;
        this.supporters = supporters;
        this.reviews = reviews;
        this.seats = seats;
        this.register = register;
    }

    /**
     * The person with a duty on the review of this execution.
     *
     * @param duty {@code HOST_HEAD}; {@code PARTNERSHIP_LEAD}, in whose place others act as {@link Register#decidersOf} says; or a
     *     duty, of which the first seat counts that somebody fills
     * @param concerned duties that the step is about: whoever has one of them is not asked to decide
     * @return the person's id; null, which leaves the step without an assignee, while somebody is looked for to fill the seat, or
     *     while the school has no head
     * @throws IllegalStateException if nobody has it, naming review and duty
     */
    public String assignee(DelegateExecution execution, String duty, String... concerned) {
        Review review = reviews.of(execution.getProcessBusinessKey());
        if (HOST_HEAD.equals(duty)) {
            return register.headOf(review.host()).map(Person::id).orElse(NOBODY_YET);
        }
        if (PARTNERSHIP_LEAD.equals(duty)) {
            return decider(review, peopleWith(review, concerned));
        }
        List<Seat> ofDuty = seats.of(review.id(), List.of(Duty.valueOf(duty)));
        if (ofDuty.isEmpty()) {
            throw nobody(review, duty);
        }
        return ofDuty.stream()
                .map(seat -> seats.occupantOf(seat.id()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NOBODY_YET);
    }

    private Set<String> peopleWith(Review review, String... duties) {
        if (duties.length == 0) {
            return Set.of();
        }
        Set<UUID> ofDuties = seats
                .of(review.id(), Arrays.stream(duties).map(Duty::valueOf).toList())
                .stream()
                .map(Seat::id)
                .collect(Collectors.toSet());
        return seats.occupants(review.id()).stream()
                .filter(occupant -> occupant.fills() && ofDuties.contains(occupant.seat()))
                .map(Occupant::person)
                .collect(Collectors.toSet());
    }

    /**
     * Who decides about the late step of this execution: whoever acts for the partnership and has not the step themselves.
     *
     * @return the person's id
     */
    public String decidesOnLateStep(DelegateExecution execution) {
        Review review = reviews.of(execution.getProcessBusinessKey());
        LateDecision decision = decisions.of(UUID.fromString((String) execution.getVariable(OpenDecisions.SUBJECT)));
        return decider(review, openDecisions.holdersOf(review.reference(), decision.step()));
    }

    private String decider(Review review, Set<String> concerned) {
        return register.decidersOf(review.partnership(), review.host(), concerned).stream()
                .findFirst()
                .orElseThrow(() -> nobody(review, "partnership lead"));
    }

    /** Ids of the seats of some duties on the review of this execution, each of which does the step once. */
    public List<String> seats(DelegateExecution execution, String... duties) {
        Review review = reviews.of(execution.getProcessBusinessKey());
        return seats.inUse(review.id(), Arrays.stream(duties).map(Duty::valueOf).toList()).stream()
                .map(Seat::id)
                .map(UUID::toString)
                .toList();
    }

    /** Id of the person who fills a seat; null, which leaves the step without an assignee, while somebody is looked for. */
    public String occupant(DelegateExecution execution, String seat) {
        return seats.occupantOf(UUID.fromString(seat)).orElse(NOBODY_YET);
    }

    /** Id of a person for whom a step is done once. */
    public String person(String id) {
        return id;
    }

    /** Ids of the senior staff of the host who were at the workshop of this execution's review, each of whom tells the head (P32). */
    public List<String> seniorStaffAtWorkshop(DelegateExecution execution) {
        Review review = reviews.of(execution.getProcessBusinessKey());
        List<String> senior = seniorStaff.of(review).stream().map(Person::id).toList();
        return outcomes.staffAtWorkshopOf(review).stream()
                .filter(senior::contains)
                .toList();
    }

    /** Id of the person who is to help, in a process about support. */
    public String supporter(DelegateExecution execution) {
        return supportOf(execution).supporter();
    }

    /**
     * Id of the head who has to let the supporter go, in a process about support; null, which leaves the step without an assignee,
     * while there is none.
     */
    public String supportersHead(DelegateExecution execution) {
        return supporters.headToAsk(supportOf(execution)).map(Person::id).orElse(NOBODY_YET);
    }

    private Support supportOf(DelegateExecution execution) {
        return outcomes.support(UUID.fromString((String) execution.getVariable(StartSupport.SUBJECT)));
    }

    private static IllegalStateException nobody(Review review, String duty) {
        return new IllegalStateException(
                "Review %s has nobody as %s. Name somebody in the register or on the team, then retry the step."
                        .formatted(review.reference(), duty));
    }
}
