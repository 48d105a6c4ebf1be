package org.criticalfriend.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Training;
import org.springframework.stereotype.Component;

/**
 * Who may have which duty: registered and not gone, not of the host school, taking part in the partnership, as a stand-in of another
 * school than the team (P12), and trained (F2).
 */
@Component
class Suitability {

    /** Whose schools a stand-in is not from: if such a school cannot come, the stand-in has to. */
    private static final Set<Duty> TEAM = EnumSet.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER, Duty.IMPROVEMENT_CHAMPION);

    private final DutyRecord record;
    private final Clock clock;

    Suitability(DutyRecord record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    /**
     * A person and what the register knows of them.
     *
     * @param name given and family name
     * @param takesPart whether they may be given duties in the partnership in question
     * @param schools ids of their own school and of those where they have a role; none for central people
     */
    record Registered(
            String id, String name, boolean gone, boolean takesPart, Set<String> schools, Set<Training> trainings) {

        /** All that two readings of the same person tell. */
        Registered and(Registered more) {
            return new Registered(
                    id,
                    name,
                    gone,
                    takesPart || more.takesPart,
                    union(schools, more.schools),
                    union(trainings, more.trainings));
        }

        private static <T> Set<T> union(Set<T> one, Set<T> other) {
            return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
        }
    }

    /**
     * A person put forward for a duty.
     *
     * @param days the days that they would have to give
     */
    record Proposal(String person, Duty duty, Set<LocalDate> days) {}

    /**
     * Goes through all proposals for a review.
     *
     * @param team who is on it or asked to be, for stand-ins to be of other schools
     * @param untrainedToo whether training may be missing
     * @return those whose training is missing
     * @throws Unsuitable naming everybody who does not fit
     */
    List<Proposal> check(
            HeldReview review, Collection<Proposal> proposals, Collection<Place> team, boolean untrainedToo) {
        List<String> members = team.stream()
                .filter(place -> TEAM.contains(place.duty()))
                .map(Place::person)
                .toList();
        Map<String, Registered> people =
                registered(review, Stream.concat(proposals.stream().map(Proposal::person), members.stream()));
        Set<String> schoolsOfTeam = members.stream()
                .filter(people::containsKey)
                .flatMap(member -> people.get(member).schools().stream())
                .collect(Collectors.toSet());
        List<Proposal> untrained = proposals.stream()
                .filter(proposal -> people.containsKey(proposal.person()))
                .filter(proposal ->
                        untrainedOn(people.get(proposal.person()), proposal).isPresent())
                .toList();
        refuse(proposals.stream()
                .flatMap(proposal -> Optional.ofNullable(people.get(proposal.person()))
                        .map(person -> reason(review, schoolsOfTeam, proposal, person, untrainedToo))
                        .orElseGet(() -> Optional.of(
                                words(proposal.person(), proposal.duty(), "nobody of this id is registered.")))
                        .stream())
                .toList());
        return untrained;
    }

    /** @throws Unsuitable if a person has left since they were put forward */
    void checkStillThere(HeldReview review, String person, Duty duty) {
        refuse(registered(review, Stream.of(person)).values().stream()
                .flatMap(known -> ifGone(known, duty).stream())
                .toList());
    }

    private Map<String, Registered> registered(HeldReview review, Stream<String> ids) {
        return record.registered(ids.distinct().toList(), review.partnership()).stream()
                .collect(Collectors.toMap(Registered::id, Function.identity()));
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new Unsuitable(reasons);
        }
    }

    private Optional<String> reason(
            HeldReview review, Set<String> schoolsOfTeam, Proposal proposal, Registered person, boolean untrainedToo) {
        Duty duty = proposal.duty();
        if (person.gone()) {
            return ifGone(person, duty);
        }
        if (person.schools().contains(review.host())) {
            return Optional.of(
                    words(person.name(), duty, "they are of the host school. Choose somebody of another school."));
        }
        if (!person.takesPart()) {
            return Optional.of(words(
                    person.name(),
                    duty,
                    "they do not take part in the reviews of this partnership. Choose a head or teacher of a member"
                            + " school, or one of its central people."));
        }
        if (StandIns.include(duty) && !Collections.disjoint(person.schools(), schoolsOfTeam)) {
            return Optional.of(words(
                    person.name(),
                    duty,
                    "their school is on the team already, and a stand-in comes from another one. Choose somebody"
                            + " else."));
        }
        return untrainedToo
                ? Optional.empty()
                : untrainedOn(person, proposal)
                        .map(day -> words(
                                person.name(),
                                duty,
                                "no training of theirs for it counts on %s. Choose somebody who is trained, or give a reason for an exception."
                                        .formatted(SchoolTime.words(day))));
    }

    private static Optional<String> ifGone(Registered person, Duty duty) {
        return person.gone()
                ? Optional.of(words(person.name(), duty, "they have left. Choose somebody else."))
                : Optional.empty();
    }

    private static String words(String person, Duty duty, String why) {
        return "%s cannot be %s: %s".formatted(person, DutyWords.of(duty), why);
    }

    /** The first day to give on which no training counts; today if there is none to give. */
    private Optional<LocalDate> untrainedOn(Registered person, Proposal proposal) {
        Set<LocalDate> days = proposal.days().isEmpty() ? Set.of(SchoolTime.today(clock)) : proposal.days();
        return proposal.duty().trainedAs().flatMap(trained -> days.stream()
                .filter(day -> person.trainings().stream()
                        .noneMatch(training -> training.duty() == trained && training.countsOn(day)))
                .sorted()
                .findFirst());
    }
}
