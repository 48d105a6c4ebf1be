package org.criticalfriend.planning;

import java.util.Map;
import java.util.Set;
import org.criticalfriend.partnership.Phase;

/**
 * What holds for a whole year.
 *
 * @param wishes what the partnership has settled
 * @param lastYear which schools worked together last year
 * @param phases the phases of the schools that send reviewers
 * @param halvesGivenOf what the people of each school have given to other reviews, in halves of a day
 * @param outElsewhere how many people of a school with a limit are out on a day for other reviews
 */
record YearFacts(
        Wishes wishes,
        Set<Triad> lastYear,
        Set<Phase> phases,
        Map<String, Integer> halvesGivenOf,
        Map<Held.SchoolDay, Integer> outElsewhere) {

    int halvesGivenOf(String school) {
        return halvesGivenOf.getOrDefault(school, 0);
    }

    int outElsewhere(Held.SchoolDay day) {
        return outElsewhere.getOrDefault(day, 0);
    }
}
