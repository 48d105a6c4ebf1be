package org.criticalfriend.planning;

import java.util.Set;

/**
 * Three schools that worked on one review together, whichever of them was the host.
 *
 * @param schools their ids
 */
public record Triad(Set<String> schools) {

    /** @throws IllegalArgumentException unless they are three */
    public Triad {
        schools = Set.copyOf(schools);
        if (schools.size() != 3) {
            throw new IllegalArgumentException("A triad is of three schools, not of %d.".formatted(schools.size()));
        }
    }

    /** The triad of a host and two schools that send reviewers. */
    public static Triad of(String host, String one, String other) {
        return new Triad(Set.of(host, one, other));
    }
}
