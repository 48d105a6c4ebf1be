package org.criticalfriend.planning;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.SchoolLimits;

/**
 * What planning has to know of a school that hosts or sends people.
 *
 * @param id id of the school
 * @param name as people say it
 * @param phase by the age of its children
 * @param trust the trust to which it belongs, if any (P7)
 * @param affiliations other groups it works in (P3)
 * @param limits what it can give at most (P7)
 * @param dayRate what cover for one day costs there, in pounds; empty if nobody has entered it
 */
public record SchoolToPlan(
        String id,
        String name,
        Phase phase,
        Optional<String> trust,
        Set<String> affiliations,
        SchoolLimits limits,
        Optional<BigDecimal> dayRate) {

    /** Keeps a copy of the set. */
    public SchoolToPlan {
        affiliations = Set.copyOf(affiliations);
    }

    /** By the id alone, which is what schools differ in; the planner asks for it very often. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SchoolToPlan school && id.equals(school.id);
    }
}
