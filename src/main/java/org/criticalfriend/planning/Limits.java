package org.criticalfriend.planning;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the planner may search. It always ends.
 *
 * @param atMost the longest that it takes
 * @param withoutBetter how long it goes on after the best plan so far; empty: to the end
 * @param seed of its chances: the same problem, seed and number of steps give the same plan
 * @param steps after how many tried changes it ends; empty: none
 */
public record Limits(Duration atMost, Optional<Duration> withoutBetter, long seed, Optional<Long> steps) {

    /** The longest that anybody may let it search. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException unless the time lies between a moment and ten minutes */
    public Limits {
        if (atMost.isNegative() || atMost.isZero() || atMost.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The planner searches for at most %d minutes. Please give it less time."
                    .formatted(LONGEST.toMinutes()));
        }
    }

    /** Up to a minute, or until ten seconds have brought nothing better. */
    public static Limits aMinute() {
        return new Limits(Duration.ofMinutes(1), Optional.of(Duration.ofSeconds(10)), 1, Optional.empty());
    }

    /** So long, to the end. */
    public static Limits of(Duration atMost, long seed) {
        return new Limits(atMost, Optional.empty(), seed, Optional.empty());
    }

    /** So many tried changes: the same on every machine. */
    public static Limits ofSteps(long steps, long seed) {
        return new Limits(LONGEST, Optional.empty(), seed, Optional.of(steps));
    }
}
