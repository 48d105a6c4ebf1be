package org.criticalfriend.duty;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Duty;
import org.springframework.stereotype.Component;

/** Who may have which duty: registered and not gone, not of the host school, and trained (F2). */
@Component
class Suitability {

    private final DutyRecord record;
    private final Clock clock;

    Suitability(DutyRecord record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    /**
     * A person and what the register knows of them.
     *
     * @param school id of their school; empty for central people
     */
    record Registered(String id, Optional<String> school, boolean gone, Set<Duty> trained) {}

    /** A person put forward for a duty. */
    record Proposal(String person, Duty duty) {}

    /**
     * Goes through all proposals for a review.
     *
     * @param host id of the school that hosts it
     * @param untrainedToo whether training may be missing
     * @return those whose training is missing
     * @throws Unsuitable naming everybody who does not fit
     */
    List<Proposal> check(String host, Collection<Proposal> proposals, boolean untrainedToo) {
        Map<String, Registered> people = record
                .registered(proposals.stream().map(Proposal::person).distinct().toList(), SchoolTime.today(clock))
                .stream()
                .collect(Collectors.toMap(Registered::id, Function.identity()));
        List<Proposal> untrained = proposals.stream()
                .filter(proposal -> people.containsKey(proposal.person()))
                .filter(proposal -> !isTrained(people.get(proposal.person()), proposal.duty()))
                .toList();
        List<String> reasons = proposals.stream()
                .flatMap(proposal -> reason(
                        host,
                        proposal,
                        Optional.ofNullable(people.get(proposal.person())),
                        !untrainedToo && untrained.contains(proposal))
                        .stream())
                .toList();
        if (!reasons.isEmpty()) {
            throw new Unsuitable(reasons);
        }
        return untrained;
    }

    private static Optional<String> reason(
            String host, Proposal proposal, Optional<Registered> person, boolean needsTraining) {
        String id = proposal.person();
        String duty = DutyWords.of(proposal.duty());
        if (person.isEmpty()) {
            return Optional.of("%s cannot be %s: nobody of this id is registered.".formatted(id, duty));
        }
        if (person.get().gone()) {
            return Optional.of("%s cannot be %s: they have left. Choose somebody else.".formatted(id, duty));
        }
        if (person.get().school().filter(host::equals).isPresent()) {
            return Optional.of("%s cannot be %s: they are of the host school. Choose somebody of another school."
                    .formatted(id, duty));
        }
        return needsTraining
                ? Optional.of(
                        "%s cannot be %s: they are not trained for it. Choose somebody who is, or give a reason for an exception."
                                .formatted(id, duty))
                : Optional.empty();
    }

    private static boolean isTrained(Registered person, Duty duty) {
        return duty.trainedAs().map(person.trained()::contains).orElse(true);
    }
}
