package org.criticalfriend.partnership;

import java.util.Optional;

/**
 * What a partnership asks of its schools and people at most in one school year, before the planner warns (P6).
 *
 * @param reviewerDaysPerSchool days on which people of one school are out as reviewers
 * @param workshopsPerSchool improvement workshops that people of one school run
 * @param daysPerPerson days on which one person is out; absent: no cap
 */
public record Caps(int reviewerDaysPerSchool, int workshopsPerSchool, Optional<Integer> daysPerPerson) {

    /** Two reviewer days and one workshop per school (P6). */
    public static final Caps DEFAULT = new Caps(2, 1, Optional.empty());

    /** @throws EntryRefused if a number is too small */
    void check() {
        Demand.that(
                reviewerDaysPerSchool >= 0,
                "Reviewer days per school cannot be %d. Please enter 0 or more.",
                reviewerDaysPerSchool);
        Demand.that(
                workshopsPerSchool >= 0,
                "Workshops per school cannot be %d. Please enter 0 or more.",
                workshopsPerSchool);
        daysPerPerson.ifPresent(days -> Demand.that(
                days >= 1, "Days per person cannot be %d. Please enter 1 or more, or leave it empty.", days));
    }
}
