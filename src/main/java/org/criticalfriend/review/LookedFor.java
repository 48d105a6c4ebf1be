package org.criticalfriend.review;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Register.Host;
import org.springframework.stereotype.Component;

/** As what somebody is looked for, because a seat has lost its occupant: for whoever is in charge, nothing for others. */
@Component
class LookedFor {

    private final SeatsToFill seatsToFill;
    private final Register register;

    LookedFor(SeatsToFill seatsToFill, Register register) {
        this.seatsToFill = seatsToFill;
        this.register = register;
    }

    /** Duties in words, in the middle of a sentence. */
    List<String> in(Review review, Standing standing) {
        return standing.inCharge()
                ? words(seatsToFill.of(Set.of(review.id())).getOrDefault(review.id(), List.of()))
                : List.of();
    }

    /** The same for those of some reviews of which a person is in charge, by their keys. */
    Map<UUID, List<String>> in(Collection<Review> reviews, String person) {
        Map<Host, Set<String>> inCharge =
                register.inChargeOf(reviews.stream().map(LookedFor::host).collect(Collectors.toSet()));
        return seatsToFill
                .of(reviews.stream()
                        .filter(review -> inCharge.get(host(review)).contains(person))
                        .map(Review::id)
                        .toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> words(entry.getValue())));
    }

    private static Host host(Review review) {
        return new Host(review.partnership(), review.host());
    }

    private static List<String> words(Collection<Duty> duties) {
        return duties.isEmpty()
                ? List.of()
                : EnumSet.copyOf(duties).stream().map(DutyWords::of).toList();
    }
}
