package org.criticalfriend.partnership;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a school says for the planning of a year.
 *
 * @param school id of the school
 * @param version goes up by one with each change; 0 when nothing has been entered yet
 * @param wantedSubject a subject that somebody on its team should know (G16); empty if any team will do
 * @param dayRate what cover for one day costs, in pounds; empty if nobody counts it
 */
public record PlanningFacts(String school, int version, Optional<String> wantedSubject, Optional<BigDecimal> dayRate) {

    private static final BigDecimal HIGHEST_RATE = new BigDecimal("999999.99");

    /** @throws EntryRefused if the subject is empty or too long, or the rate is negative, too high or has parts of a penny */
    public void check() {
        Demand.text("the subject", wantedSubject, 100);
        dayRate.ifPresent(rate -> Demand.that(
                rate.signum() >= 0
                        && rate.compareTo(HIGHEST_RATE) <= 0
                        && rate.stripTrailingZeros().scale() <= 2,
                "A day of cover cannot cost that. Please enter pounds and pence, such as 210.50."));
    }

    /** Of a school that has entered nothing yet. */
    public static PlanningFacts none(String school) {
        return new PlanningFacts(school, 0, Optional.empty(), Optional.empty());
    }
}
