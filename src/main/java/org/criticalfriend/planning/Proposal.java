package org.criticalfriend.planning;

import java.util.List;
import java.util.Optional;

/**
 * A plan for a year.
 *
 * @param reviews those that have a day, in the order of their hosts in the problem
 * @param withoutDay ids of the hosts that cannot be visited on any day
 * @param standing how good it is
 */
public record Proposal(List<ProposedReview> reviews, List<String> withoutDay, Standing standing) {

    /** Keeps copies. */
    public Proposal {
        reviews = List.copyOf(reviews);
        withoutDay = List.copyOf(withoutDay);
    }

    /** The review of a host; empty if it has no day. */
    public Optional<ProposedReview> of(String host) {
        return reviews.stream().filter(review -> review.host().equals(host)).findFirst();
    }
}
