package org.criticalfriend.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.duty.SeatsChanged.Change;
import org.criticalfriend.duty.Suitability.Proposal;
import org.criticalfriend.partnership.Duty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The seats of reviews and their occupants. Whatever changes them holds the row of the review first, so that its days stand still
 * and people come and go one after the other; then the row of the seat.
 */
@Service
public class Seats {

    private final DutyRecord record;
    private final DayClaims claims;
    private final Suitability suitability;
    private final Names names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Seats(
            DutyRecord record,
            DayClaims claims,
            Suitability suitability,
            Names names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.record = record;
        this.claims = claims;
        this.suitability = suitability;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Sets up the seats of a new review and puts the whole team on them. The number of statements does not depend on its size.
     *
     * @param people ids by duty; several people have several seats of it, numbered in their order
     * @param days of the review's appointments
     * @param state {@code ASKED}, or {@code CONFIRMED} if all have agreed already
     * @return the seats, in the order of duties and numbers
     * @throws Unsuitable naming everybody who is unknown, has left, is of the host school, takes no part in the partnership, stands
     *     in though their school is on the team, or is untrained
     * @throws AlreadyTaken naming everybody who holds another duty on a day they would have to give
     * @throws DutyRefused if one person is to be in two seats at the same appointment
     * @throws IllegalArgumentException if there is no such review, or the state is one in which nobody starts
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public List<Seat> placeTeam(
            UUID review, Map<Duty, List<String>> people, Map<AppointmentKind, Set<LocalDate>> days, State state) {
        mustLast(state);
        HeldReview held = record.holdReview(review);
        Instant now = clock.instant();
        List<Seat> seats = new ArrayList<>();
        List<Occupant> occupants = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        byDuty(people).forEach((duty, ids) -> {
            for (int number = 1; number <= ids.size(); number++) {
                Seat seat = new Seat(DutyRecord.newId(), review, duty, number);
                Occupant occupant =
                        Occupant.starting(seat.id(), ids.get(number - 1), state, true, now, Optional.empty());
                seats.add(seat);
                occupants.add(occupant);
                places.add(place(occupant, seat));
            }
        });
        eachAppointmentOnce(places);
        suitability.check(
                held,
                places.stream()
                        .map(place -> proposal(place.person(), place.duty(), days))
                        .toList(),
                places,
                false);
        List<DayClaim> given = claims.wanted(places, review, days);
        record.addSeats(seats);
        record.addOccupants(occupants);
        record.addClaims(given);
        events.publishEvent(new TeamChanged(review));
        return seats;
    }

    /**
     * Puts a person on a vacant seat: they fill it at once. A lesser place at the same appointment, from which they step up, is
     * released.
     *
     * @param state {@code ASKED}, or {@code CONFIRMED} if they have agreed already
     * @throws SeatTaken if somebody fills the seat
     * @throws Unsuitable if they are unknown, have left, are of the host school, take no part in the partnership, are to stand in
     *     though their school is on the team, or are untrained without a reason
     * @throws AlreadyTaken if they hold another duty on a day they would have to give
     * @throws DutyRefused if they have been asked for this seat already, or are needed elsewhere at the same appointment
     * @throws IllegalArgumentException if there is no such seat, or the state is one in which nobody starts
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public Occupant place(UUID seat, Candidate candidate, State state) {
        mustLast(state);
        HeldReview review = record.holdReviewOfSeat(seat);
        Seat held = record.hold(seat);
        List<Occupant> lasting = record.lastingOn(seat);
        if (lasting.stream().anyMatch(Occupant::fills)) {
            throw new SeatTaken(names.of(candidate.person()), held.duty());
        }
        refuseIfAsked(lasting, held, candidate);
        return start(review, held, candidate, state, true, Optional.empty());
    }

    private void refuseIfAsked(List<Occupant> lasting, Seat seat, Candidate candidate) {
        if (lasting.stream().anyMatch(one -> one.person().equals(candidate.person()))) {
            throw new DutyRefused("%s has been asked to be %s already. Confirm that instead."
                    .formatted(names.of(candidate.person()), DutyWords.of(seat.duty())));
        }
    }

    /**
     * Puts a person on a seat in place of whoever fills it, who is released and has the days back; nobody is looked for in between. A
     * lesser place at the same appointment, from which the person steps up, is released.
     *
     * @param state {@code ASKED}, or {@code CONFIRMED} if they have agreed already
     * @throws Unsuitable as {@link #place} does
     * @throws AlreadyTaken if they hold another duty on a day they would have to give
     * @throws DutyRefused if they fill this seat or have been asked for it already, or are needed elsewhere at the same appointment
     * @throws IllegalArgumentException if there is no such seat, or the state is one in which nobody starts
     */
    @Transactional
    public Occupant replace(UUID seat, Candidate candidate, State state) {
        mustLast(state);
        HeldReview review = record.holdReviewOfSeat(seat);
        Seat held = record.hold(seat);
        List<Occupant> lasting = record.lastingOn(seat);
        refuseIfAsked(lasting, held, candidate);
        List<Occupant> filling = lasting.stream().filter(Occupant::fills).toList();
        end(review.id(), filling, State.RELEASED);
        return start(
                review,
                held,
                candidate,
                state,
                true,
                filling.stream().map(Occupant::person).findFirst());
    }

    /**
     * Asks a person for a seat that is vacant or soon will be. They hold the days from now on, and fill the seat when they confirm.
     * Several people may be asked for one seat. Who has been asked already stays asked.
     *
     * @throws Unsuitable if they are unknown, have left, are of the host school, take no part in the partnership, are to stand in
     *     though their school is on the team, or are untrained without a reason
     * @throws AlreadyTaken if they hold another duty on a day they would have to give
     * @throws DutyRefused if they fill the seat already, or are needed elsewhere at the same appointment and would not step up
     * @throws IllegalArgumentException if there is no such seat
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public Occupant ask(UUID seat, Candidate candidate) {
        HeldReview review = record.holdReviewOfSeat(seat);
        Seat held = record.hold(seat);
        Optional<Occupant> already = record.lastingOn(seat).stream()
                .filter(one -> one.person().equals(candidate.person()))
                .findFirst();
        if (already.filter(Occupant::fills).isPresent()) {
            throw new DutyRefused("%s is %s already. Ask somebody else."
                    .formatted(names.of(candidate.person()), DutyWords.of(held.duty())));
        }
        return already.orElseGet(() -> start(review, held, candidate, State.ASKED, false, Optional.empty()));
    }

    /** @param insteadOf who has filled the seat until now */
    private Occupant start(
            HeldReview review, Seat seat, Candidate candidate, State state, boolean fills, Optional<String> insteadOf) {
        List<Place> team = record.places(List.of(review.id()));
        refuseTwoAtOneAppointment(team, candidate.person(), seat.duty());
        Map<AppointmentKind, Set<LocalDate>> days = candidate.days().of(review.id());
        List<Proposal> untrained = suitability.check(
                review,
                List.of(proposal(candidate.person(), seat.duty(), days)),
                team,
                candidate.overrideReason().isPresent());
        Occupant occupant = Occupant.starting(
                seat.id(),
                candidate.person(),
                state,
                fills,
                clock.instant(),
                untrained.isEmpty() ? Optional.empty() : candidate.overrideReason());
        List<DayClaim> given = claims.wanted(List.of(place(occupant, seat)), review.id(), days);
        record.addOccupants(List.of(occupant));
        record.addClaims(given);
        if (fills) {
            came(seat, insteadOf, candidate.person(), releaseLesser(seat, candidate.person()));
        }
        events.publishEvent(new TeamChanged(review.id()));
        return occupant;
    }

    private Proposal proposal(String person, Duty duty, Map<AppointmentKind, Set<LocalDate>> days) {
        return new Proposal(person, duty, claims.daysOf(duty, days));
    }

    /** Whoever steps up may be asked for the higher duty while they have the lesser one. */
    private void refuseTwoAtOneAppointment(List<Place> team, String person, Duty duty) {
        team.stream()
                .filter(place -> place.person().equals(person)
                        && AppointmentKind.needsBoth(place.duty(), duty)
                        && !StepUp.leads(place.duty(), duty))
                .findFirst()
                .ifPresent(place -> {
                    throw new DutyRefused(
                            "%s %s %s on this review and cannot be %s besides. Choose somebody else, or release them first."
                                    .formatted(
                                            names.of(person),
                                            place.fills() ? "is already" : "has already been asked to be",
                                            DutyWords.of(place.duty()),
                                            DutyWords.of(duty)));
                });
    }

    /**
     * Whoever fills a seat gives up the place from which they stepped up; the days go over to the new one.
     *
     * @return the places as they were
     */
    private List<Occupant> releaseLesser(Seat seat, String person) {
        Set<UUID> lesser = record.places(List.of(seat.review())).stream()
                .filter(place -> place.person().equals(person) && StepUp.leads(place.duty(), seat.duty()))
                .map(Place::occupancy)
                .collect(Collectors.toSet());
        List<Occupant> from = lesser.isEmpty()
                ? List.of()
                : record.lastingOf(seat.review()).stream()
                        .filter(one -> lesser.contains(one.id()))
                        .toList();
        if (!from.isEmpty()) {
            end(seat.review(), from, State.RELEASED);
        }
        return from;
    }

    /** A seat that was given up is one of the team again as soon as somebody fills it. */
    private void came(Seat seat, Optional<String> insteadOf, String person, List<Occupant> from) {
        record.takeUpAgain(seat.id());
        publish(
                seat.review(),
                Stream.concat(
                                Stream.of(new Change(seat.id(), seat.duty(), insteadOf, Optional.of(person))),
                                left(seat.review(), from))
                        .toList());
    }

    /** What it means that these do not fill their seats any more; as they were before. */
    private Stream<Change> left(UUID review, List<Occupant> ended) {
        if (ended.isEmpty()) {
            return Stream.empty();
        }
        Map<UUID, Seat> seats =
                record.seatsOf(review).stream().collect(Collectors.toMap(Seat::id, Function.identity()));
        return ended.stream()
                // Whoever was only asked has left nothing.
                .filter(Occupant::fills)
                .map(one -> new Change(
                        one.seat(), seats.get(one.seat()).duty(), Optional.of(one.person()), Optional.empty()));
    }

    private void publish(UUID review, List<Change> changes) {
        if (!changes.isEmpty()) {
            events.publishEvent(new SeatsChanged(review, changes));
        }
    }

    /**
     * The person says yes, and fills the seat if they did not. A lesser place at the same appointment, from which they step up, is
     * released. To say it twice is harmless.
     *
     * @throws SeatTaken if somebody else fills the seat by now
     * @throws Unsuitable if the person has left since they were asked
     * @throws DutyRefused if the person has declined, withdrawn or been released
     * @throws IllegalArgumentException if there is no such occupancy
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public Occupant confirm(UUID occupancy) {
        HeldReview review = record.holdReviewOfOccupancy(occupancy);
        Seat seat = record.holdSeatOf(occupancy);
        Occupant occupant = record.occupant(occupancy);
        if (occupant.state() == State.CONFIRMED) {
            return occupant;
        }
        mayBecome(State.CONFIRMED, occupant, seat);
        if (!occupant.fills() && record.lastingOn(seat.id()).stream().anyMatch(Occupant::fills)) {
            throw new SeatTaken(names.of(occupant.person()), seat.duty());
        }
        suitability.checkStillThere(review, occupant.person(), seat.duty());
        Occupant confirmed = occupant.become(State.CONFIRMED, clock.instant());
        record.update(List.of(confirmed));
        List<Occupant> from = releaseLesser(seat, occupant.person());
        if (!occupant.fills()) {
            came(seat, Optional.empty(), occupant.person(), from);
        }
        events.publishEvent(new TeamChanged(review.id()));
        return confirmed;
    }

    /**
     * The person says no to being asked. The seat is free, and so are their days from today on. To say it twice is harmless.
     *
     * @throws DutyRefused if the person has confirmed, withdrawn or been released
     * @throws IllegalArgumentException if there is no such occupancy
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public Occupant decline(UUID occupancy) {
        return end(occupancy, State.DECLINED);
    }

    /**
     * The person steps back. The seat is free, and so are their days from today on. To say it twice is harmless.
     *
     * @throws DutyRefused if the person has declined or been released
     * @throws IllegalArgumentException if there is no such occupancy
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public Occupant withdraw(UUID occupancy) {
        return end(occupancy, State.WITHDRAWN);
    }

    /**
     * The person is not needed any more. The seat is free, and so are their days from today on. To do it twice is harmless.
     *
     * @throws DutyRefused if the person has declined or withdrawn
     * @throws IllegalArgumentException if there is no such occupancy
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public Occupant release(UUID occupancy) {
        return end(occupancy, State.RELEASED);
    }

    /**
     * Releases everybody who is asked for a seat and does not fill it, as when one of several has confirmed.
     *
     * @return whom it has released
     * @throws IllegalArgumentException if there is no such seat
     */
    @Transactional
    public List<Occupant> releaseOthersAsked(UUID seat) {
        HeldReview review = record.holdReviewOfSeat(seat);
        record.hold(seat);
        return end(
                review.id(),
                record.lastingOn(seat).stream().filter(one -> !one.fills()).toList(),
                State.RELEASED);
    }

    /**
     * Gives a vacant seat up: the review goes ahead without it, and nobody is looked for any more. Who is asked for it is released.
     * It is taken up again when somebody is put on it.
     *
     * @throws DutyRefused if somebody fills it
     * @throws IllegalArgumentException if there is no such seat
     */
    @Transactional(noRollbackFor = DutyRefused.class)
    public void giveUp(UUID seat) {
        HeldReview review = record.holdReviewOfSeat(seat);
        Seat held = record.hold(seat);
        List<Occupant> asked = record.lastingOn(seat);
        if (asked.stream().anyMatch(Occupant::fills)) {
            throw new DutyRefused(
                    "Somebody is %s by now. The seat is not given up.".formatted(DutyWords.of(held.duty())));
        }
        end(review.id(), asked, State.RELEASED);
        record.giveUp(seat, clock.instant());
    }

    /**
     * Lets a review go ahead without a seat: whoever fills it is released, as is who is asked for it, and nobody is looked for. It is
     * taken up again when somebody is put on it. To do it twice is harmless.
     *
     * @throws IllegalArgumentException if there is no such seat
     */
    @Transactional
    public void goWithout(UUID seat) {
        HeldReview review = record.holdReviewOfSeat(seat);
        record.hold(seat);
        List<Occupant> lasting = record.lastingOn(seat);
        end(review.id(), lasting, State.RELEASED);
        record.giveUp(seat, clock.instant());
        publish(review.id(), left(review.id(), lasting).toList());
    }

    /** Whether a review goes ahead without a seat. */
    public boolean isGivenUp(Seat seat) {
        return record.givenUp(seat.review()).contains(seat.id());
    }

    /**
     * Releases everybody who fills a seat of a review or is asked for one, as when it is cancelled: their days from today on are
     * free. To do it twice is harmless.
     *
     * @return whom it has released
     * @throws IllegalArgumentException if there is no such review
     */
    @Transactional
    public List<Occupant> releaseTeam(UUID review) {
        record.holdReview(review);
        List<Occupant> team = record.lastingOf(review);
        List<Occupant> released = end(review, team, State.RELEASED);
        publish(review, left(review, team).toList());
        return released;
    }

    private Occupant end(UUID occupancy, State next) {
        record.holdReviewOfOccupancy(occupancy);
        Seat seat = record.holdSeatOf(occupancy);
        Occupant occupant = record.occupant(occupancy);
        if (occupant.state() == next) {
            return occupant;
        }
        mayBecome(next, occupant, seat);
        Occupant ended = end(seat.review(), List.of(occupant), next).get(0);
        if (occupant.fills()) {
            publish(
                    seat.review(),
                    List.of(new Change(seat.id(), seat.duty(), Optional.of(occupant.person()), Optional.empty())));
        }
        return ended;
    }

    private List<Occupant> end(UUID review, List<Occupant> occupants, State next) {
        Instant now = clock.instant();
        List<Occupant> ended =
                occupants.stream().map(one -> one.become(next, now)).toList();
        record.update(ended);
        claims.giveBack(occupants);
        if (!ended.isEmpty()) {
            events.publishEvent(new TeamChanged(review));
        }
        return ended;
    }

    private void mayBecome(State next, Occupant occupant, Seat seat) {
        if (occupant.state().mayBecome(next)) {
            return;
        }
        String has =
                switch (occupant.state()) {
                    case ASKED -> "been asked";
                    case CONFIRMED -> "confirmed";
                    case DECLINED -> "declined";
                    case WITHDRAWN -> "withdrawn";
                    case RELEASED -> "been released";
                };
        String wish =
                switch (next) {
                    case ASKED -> "be asked again here";
                    case CONFIRMED -> "confirm";
                    case DECLINED -> "decline";
                    case WITHDRAWN -> "withdraw";
                    case RELEASED -> "be released";
                };
        String instead = occupant.state().isLasting()
                ? "To step back, withdraw."
                : "If they are needed after all, ask them anew.";
        throw new DutyRefused("%s has %s as %s and cannot %s any more. %s"
                .formatted(names.of(occupant.person()), has, DutyWords.of(seat.duty()), wish, instead));
    }

    /** The seats of some duties on a review, in the order of the duties and their numbers. */
    public List<Seat> of(UUID review, Collection<Duty> duties) {
        List<Seat> seats = record.seatsOf(review);
        return duties.stream()
                .flatMap(duty -> seats.stream().filter(seat -> seat.duty() == duty))
                .toList();
    }

    /** The same without those that were given up: the seats that somebody fills, or should. */
    public List<Seat> inUse(UUID review, Collection<Duty> duties) {
        Set<UUID> givenUp = record.givenUp(review);
        return of(review, duties).stream()
                .filter(seat -> !givenUp.contains(seat.id()))
                .toList();
    }

    /**
     * Seats and people of a review.
     *
     * @param inUse the seats that somebody fills, or should, in the order of duties and numbers
     * @param lasting everybody who fills a seat or is asked for one, in the order in which they came
     */
    public record Team(List<Seat> inUse, List<Occupant> lasting) {}

    /** Ids of those who have said no to a review, or stepped back from it: they know that they cannot come. */
    public Set<String> saidNoTo(UUID review) {
        return record.saidNoTo(review);
    }

    /** Seats and people of some reviews, by the key of the review. Two statements, however many reviews. */
    public Map<UUID, Team> teams(Collection<UUID> reviews) {
        List<Seat> inUse = record.seatsInUse(reviews);
        Map<UUID, List<Occupant>> lasting =
                record.lastingOf(reviews).stream().collect(Collectors.groupingBy(Occupant::seat));
        Map<UUID, Team> teams = new HashMap<>();
        for (UUID review : reviews) {
            List<Seat> seats =
                    inUse.stream().filter(seat -> seat.review().equals(review)).toList();
            teams.put(
                    review,
                    new Team(
                            seats,
                            seats.stream()
                                    .flatMap(seat -> lasting.getOrDefault(seat.id(), List.of()).stream())
                                    .toList()));
        }
        return teams;
    }

    /**
     * A seat.
     *
     * @throws IllegalArgumentException if there is none of this key
     */
    public Seat seat(UUID seat) {
        return record.seat(seat);
    }

    /** Keys of the reviews on which a person fills a seat or is asked for one, in order; past reviews too. */
    public List<UUID> reviewsOf(String person) {
        return record.reviewsOf(person);
    }

    /** The seats of a review that nobody fills and that were not given up, whoever may have been asked, in the order of duties and numbers. */
    public List<Seat> vacant(UUID review) {
        return record.vacantSeatsOf(review);
    }

    /** Whether a person fills any seat of a review. */
    public boolean isOnTeam(UUID review, String person) {
        return record.fillsAnySeat(review, person);
    }

    /** Keys of the reviews in which a person fills a seat of this duty. */
    public Set<UUID> reviewsOf(String person, Duty duty) {
        return record.reviewsWithSeatOf(person, duty);
    }

    /** Ids of the people who fill seats of some reviews now, by review and duty. One statement, however many reviews. */
    public Map<UUID, Map<Duty, List<String>>> filling(Collection<UUID> reviews) {
        return record.fillingSeatsOf(reviews);
    }

    /** Id of the person who fills a seat now; empty if nobody does. */
    public Optional<String> occupantOf(UUID seat) {
        return record.filling(seat);
    }

    /**
     * An occupancy, also one that has ended.
     *
     * @throws IllegalArgumentException if there is none of this key
     */
    public Occupant occupant(UUID occupancy) {
        return record.occupant(occupancy);
    }

    /** Everybody who fills a seat of a review or is asked for one, in the order in which they came. */
    public List<Occupant> occupants(UUID review) {
        return record.lastingOf(review);
    }

    /** What everybody who fills a seat of some reviews or is asked for one does there. One statement. */
    public List<Attending> attending(Collection<UUID> reviews) {
        return reviews.isEmpty()
                ? List.of()
                : record.places(reviews).stream()
                        .sorted(Place.WEIGHTIEST_FIRST)
                        .map(place -> new Attending(place.review(), place.person(), place.duty(), place.fills()))
                        .toList();
    }

    /** Everybody who has ever filled a seat or been asked for it, in the order in which they came. */
    public List<Occupant> historyOf(UUID seat) {
        return record.allOn(seat);
    }

    private static Place place(Occupant occupant, Seat seat) {
        return new Place(occupant.id(), occupant.person(), seat.review(), seat.duty(), occupant.fills());
    }

    private static Map<Duty, List<String>> byDuty(Map<Duty, List<String>> people) {
        Map<Duty, List<String>> sorted = new EnumMap<>(Duty.class);
        sorted.putAll(people);
        return sorted;
    }

    private void eachAppointmentOnce(List<Place> team) {
        for (int index = 1; index < team.size(); index++) {
            Place place = team.get(index);
            team.subList(0, index).stream()
                    .filter(other -> other.person().equals(place.person())
                            && AppointmentKind.needsBoth(other.duty(), place.duty()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new DutyRefused(
                                "%s cannot be %s and %s of one review. Choose somebody else for one of the two."
                                        .formatted(
                                                names.of(place.person()),
                                                DutyWords.of(other.duty()),
                                                DutyWords.of(place.duty())));
                    });
        }
    }

    private static void mustLast(State state) {
        if (!state.isLasting()) {
            throw new IllegalArgumentException("Nobody starts on a seat as %s.".formatted(state));
        }
    }
}
