package org.criticalfriend.duty;

/**
 * A seat cannot go to whom it was meant for, or a day cannot be moved. The message says why and what to do. Nothing has been
 * written, so a caller may try something else in the same transaction.
 */
public class DutyRefused extends RuntimeException {

    DutyRefused(String words) {
        super(words);
    }
}
