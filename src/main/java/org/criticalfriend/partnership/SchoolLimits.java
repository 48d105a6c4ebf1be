package org.criticalfriend.partnership;

import java.util.Optional;

/**
 * What a school, or the trust it belongs to, sets as a limit (P7).
 *
 * @param mostPeopleOutADay how many people it can spare on one day; absent: no limit
 * @param mostDaysOutAYear how many days its people may be out in a school year, all taken together; absent: no limit
 * @param hostsExternals whether people from outside its trust may visit
 * @param approver id of the person outside the school who has to agree to its duties; absent: its head does
 */
public record SchoolLimits(
        Optional<Integer> mostPeopleOutADay,
        Optional<Integer> mostDaysOutAYear,
        boolean hostsExternals,
        Optional<String> approver) {

    /** No limits. */
    public static final SchoolLimits NONE =
            new SchoolLimits(Optional.empty(), Optional.empty(), true, Optional.empty());

    /** @throws EntryRefused if a number is too small */
    void check() {
        mostPeopleOutADay.ifPresent(people -> Demand.that(
                people >= 1,
                "At most %d people out on one day leaves nobody to send. Please enter 1 or more, or leave it empty.",
                people));
        mostDaysOutAYear.ifPresent(days -> Demand.that(
                days >= 0, "Days out in a year cannot be %d. Please enter 0 or more, or leave it empty.", days));
    }
}
