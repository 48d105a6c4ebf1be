package org.criticalfriend.change;

/** A change of plan cannot be asked for, or not be made. The message says why in words, and nothing was changed. */
public class ChangeRefused extends RuntimeException {

    ChangeRefused(String words) {
        super(words);
    }
}
