package org.criticalfriend.partnership;

import java.util.Optional;

/**
 * How many reviewers a review has, and from where. Reserve reviewer, spare Improvement Champion and associates are not counted.
 *
 * @param size number of reviewers, the lead among them, the same for every host; absent: by the host's roll
 * @param otherSchoolsAtLeast from how many schools other than the host they come at least (P16)
 */
public record TeamRule(Optional<Integer> size, int otherSchoolsAtLeast) {

    /** By the host's roll, from two other schools (P16). */
    public static final TeamRule DEFAULT = new TeamRule(Optional.empty(), 2);

    /** @throws EntryRefused if a number is too small, or a team of this size cannot come from so many schools */
    void check() {
        Demand.that(
                otherSchoolsAtLeast >= 1,
                "Reviewers come from at least 1 other school, not %d. Please enter 1 or more.",
                otherSchoolsAtLeast);
        size.ifPresent(fixed -> {
            Demand.that(fixed >= 1, "A team has at least 1 reviewer, not %d. Please enter 1 or more.", fixed);
            Demand.that(
                    fixed >= otherSchoolsAtLeast,
                    "A team of %d cannot come from %d other schools. Please enter a larger team or fewer schools.",
                    fixed,
                    otherSchoolsAtLeast);
        });
    }
}
