package org.criticalfriend.planning;

import java.util.List;

/**
 * Somebody who could sit on a seat, and at what price.
 *
 * @param person id of the person
 * @param name given and family name
 * @param sitsThere whether the plan gives the seat to them
 * @param price what the plan would then be worse by than as it is; what it would be better by is negative
 * @param breaches what it would break besides
 * @param words who they are for this seat, in a sentence or two
 */
public record Alternative(
        String person, String name, boolean sitsThere, Standing price, List<Breach> breaches, String words) {

    /** Keeps a copy of the list. */
    public Alternative {
        breaches = List.copyOf(breaches);
    }
}
