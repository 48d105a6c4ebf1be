package org.criticalfriend.engine;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;

/**
 * Ids of the engine's rows: 14 characters, the first seven of them the time. Like UUIDs they need no common counter, on which nodes
 * would wait for each other; but there are eight or more in each row of history and in its indexes, and UUIDs made half of what a
 * review leaves in the database.
 */
final class ShortIds implements IdGenerator {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Enough for milliseconds until the year 2081. */
    private static final int DIGITS_OF_TIME = 7;

    /** Some 41 bits: within one millisecond two nodes never choose the same in practice, and the key would refuse it. */
    private static final int DIGITS_OF_CHANCE = 7;

    private static final long CHANCES = (long) Math.pow(DIGITS.length(), DIGITS_OF_CHANCE);

    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    ShortIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String getNextId() {
        char[] id = new char[DIGITS_OF_TIME + DIGITS_OF_CHANCE];
        write(clock.millis(), id, 0, DIGITS_OF_TIME);
        write(random.nextLong(CHANCES), id, DIGITS_OF_TIME, DIGITS_OF_CHANCE);
        return new String(id);
    }

    private static void write(long number, char[] into, int from, int digits) {
        long rest = number;
        for (int at = from + digits - 1; at >= from; at--) {
            into[at] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
    }
}
