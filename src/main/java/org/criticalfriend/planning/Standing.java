package org.criticalfriend.planning;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * How good a plan is; less is better, and what comes first counts first.
 *
 * @param broken how often it breaks what must hold
 * @param missing how many seats are empty, those of a team counted more than those of stand-ins, and schools without a day
 * @param points what its wishes cost that could not be had, in points of {@link Rule}
 */
public record Standing(long broken, long missing, long points) implements Comparable<Standing> {

    static Standing of(HardMediumSoftLongScore score, int withoutDay) {
        return new Standing(-score.hardScore(), -score.mediumScore() + 10L * withoutDay, -score.softScore());
    }

    /** Whether it can be held as it is. */
    public boolean isFeasible() {
        return broken == 0 && missing == 0;
    }

    /** The better plan is less. */
    @Override
    public int compareTo(Standing other) {
        int byBroken = Long.compare(broken, other.broken);
        int byMissing = Long.compare(missing, other.missing);
        return byBroken != 0 ? byBroken : byMissing != 0 ? byMissing : Long.compare(points, other.points);
    }
}
