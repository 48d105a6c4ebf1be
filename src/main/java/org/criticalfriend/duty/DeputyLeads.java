package org.criticalfriend.duty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.criticalfriend.duty.DutyRecord.NamedDeputy;
import org.criticalfriend.duty.Suitability.Registered;
import org.criticalfriend.partnership.Duty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deputy lead of each team (G15): the peer reviewer who steps up if the lead reviewer is lost. Whoever was named stays it while
 * they are on the team; after that, and before anybody is named, it is the one with the most experience. So a team with a peer
 * reviewer always has one.
 */
@Service
public class DeputyLeads {

    private final DutyRecord record;

    DeputyLeads(DutyRecord record) {
        this.record = record;
    }

    /**
     * Names the deputy lead of a new team: of the peer reviewers who are trained to lead on the day of the visit the one who has
     * been on the most reviews before; if nobody is trained to lead, the first peer reviewer.
     *
     * @return their id; empty if the team has no peer reviewer
     * @throws IllegalArgumentException if there is no such review
     */
    @Transactional
    public Optional<String> nameFor(UUID review, LocalDate visit) {
        HeldReview held = record.holdReview(review);
        Optional<String> chosen = mostExperienced(held.partnership(), visit, peerReviewers(review));
        chosen.ifPresent(person -> record.nameDeputy(review, person));
        return chosen;
    }

    /**
     * Names another deputy lead.
     *
     * @param instead id of who is deputy lead so far, as the person who decides has seen it
     * @throws DutyRefused if the person is no peer reviewer of this team, or somebody else has named another meanwhile
     * @throws IllegalArgumentException if there is no such review
     */
    @Transactional
    public void name(UUID review, LocalDate visit, String person, Optional<String> instead) {
        HeldReview held = record.holdReview(review);
        if (!peerReviewers(review).contains(person)) {
            throw new DutyRefused("The deputy lead is one of the team's peer reviewers. Please choose one of them.");
        }
        if (!of(review, held.partnership(), visit).equals(instead)) {
            throw new DutyRefused("Somebody else has named a deputy lead meanwhile. Please look again, then choose.");
        }
        record.nameDeputy(review, person);
    }

    /** Id of the deputy lead of a review that is visited on a day; empty if the team has no peer reviewer. */
    public Optional<String> of(UUID review, String partnership, LocalDate visit) {
        List<String> peers = peerReviewers(review);
        return record.namedDeputy(review)
                .map(NamedDeputy::person)
                .filter(peers::contains)
                .or(() -> mostExperienced(partnership, visit, peers));
    }

    /** In the order of their seats. */
    private List<String> peerReviewers(UUID review) {
        Map<UUID, String> filling = record.lastingOf(review).stream()
                .filter(Occupant::fills)
                .collect(Collectors.toMap(Occupant::seat, Occupant::person));
        return record.seatsOf(review).stream()
                .filter(seat -> seat.duty() == Duty.PEER_REVIEWER)
                .sorted(Comparator.comparingInt(Seat::number))
                .map(seat -> Optional.ofNullable(filling.get(seat.id())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> mostExperienced(String partnership, LocalDate visit, List<String> peers) {
        if (peers.size() < 2) {
            return peers.stream().findFirst();
        }
        Map<String, Registered> people = record.registered(peers, partnership).stream()
                .collect(Collectors.toMap(Registered::id, Function.identity()));
        Map<String, Integer> reviews = record.reviewsBefore(visit, peers);
        return choose(peers, peer -> leads(people.get(peer), visit), peer -> reviews.getOrDefault(peer, 0));
    }

    /**
     * The deputy lead among some peer reviewers: of those who are trained to lead the one with the most experience; if nobody is
     * trained to lead, the first.
     *
     * @param peers in the order of their seats, which decides among equals
     * @param leads whether somebody is trained to lead on the day of the visit
     * @param reviews on how many reviews somebody has been before
     */
    public static <P> Optional<P> choose(List<P> peers, Predicate<P> leads, ToIntFunction<P> reviews) {
        // Sorting keeps the order of the seats among equals.
        return peers.stream()
                .sorted(Comparator.comparing((P peer) -> !leads.test(peer))
                        .thenComparing(peer -> leads.test(peer) ? -reviews.applyAsInt(peer) : 0))
                .findFirst();
    }

    /** On how many reviews that were visited before a day people have led or reviewed; nothing for who was on none. */
    public Map<String, Integer> experience(LocalDate day, Collection<String> people) {
        return record.reviewsBefore(day, people);
    }

    private static boolean leads(Registered person, LocalDate day) {
        return person != null
                && person.trainings().stream()
                        .anyMatch(training -> training.duty() == Duty.LEAD_REVIEWER && training.countsOn(day));
    }
}
