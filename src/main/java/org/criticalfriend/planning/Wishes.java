package org.criticalfriend.planning;

import java.time.DayOfWeek;
import java.util.Set;
import org.criticalfriend.partnership.Caps;
import org.criticalfriend.partnership.LedBy;

/**
 * What a partnership has settled for its reviews.
 *
 * @param ledBy who leads them
 * @param otherSchoolsAtLeast from how many schools besides the host the reviewers come at least (P16)
 * @param preferredVisitDays weekdays on which visits are, if possible
 * @param caps what is asked of a school or a person at most before the planner says so (P6)
 */
public record Wishes(LedBy ledBy, int otherSchoolsAtLeast, Set<DayOfWeek> preferredVisitDays, Caps caps) {

    /** Keeps a copy of the set. */
    public Wishes {
        preferredVisitDays = Set.copyOf(preferredVisitDays);
    }
}
