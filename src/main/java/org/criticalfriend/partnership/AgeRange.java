package org.criticalfriend.partnership;

/**
 * The ages that a school teaches (G1).
 *
 * @param from age of the youngest, in years
 * @param to age up to which it goes, in years
 */
public record AgeRange(int from, int to) {

    private static final int YOUNGEST = 2;
    private static final int OLDEST = 19;

    /** @throws EntryRefused if it begins before 2, ends after 19, or ends before it begins */
    void check() {
        Demand.that(
                YOUNGEST <= from && from <= to && to <= OLDEST,
                "A school cannot be for ages %d to %d. Please enter ages from %d to %d, the lower one first, or leave them empty.",
                from,
                to,
                YOUNGEST,
                OLDEST);
    }
}
