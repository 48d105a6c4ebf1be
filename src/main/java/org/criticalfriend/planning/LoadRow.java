package org.criticalfriend.planning;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a plan asks of a person or a school in the year.
 *
 * @param id id of the person or the school
 * @param name as people say it
 * @param school id of the school; empty for a central person
 * @param duties how many duties on how many reviews, those of stand-ins among them
 * @param standIns how many of them are those of stand-ins
 * @param halves days on duty, in halves, with what is given to other reviews; a day on stand-by counts as one half (P12)
 * @param coverHalves how long somebody has to be replaced in class, in halves of a day: visits on duty; meetings are after school
 * @param cost what that costs, in pounds; empty if no day rate is entered
 */
public record LoadRow(
        String id,
        String name,
        Optional<String> school,
        int duties,
        int standIns,
        int halves,
        int coverHalves,
        Optional<BigDecimal> cost) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Days on duty, those on stand-by counted half. */
    public BigDecimal days() {
        return BigDecimal.valueOf(halves).divide(TWO);
    }

    /** Days for which somebody is replaced in class. */
    public BigDecimal coverDays() {
        return BigDecimal.valueOf(coverHalves).divide(TWO);
    }

    static BigDecimal cost(BigDecimal dayRate, int coverHalves) {
        return dayRate.multiply(BigDecimal.valueOf(coverHalves)).divide(TWO);
    }
}
