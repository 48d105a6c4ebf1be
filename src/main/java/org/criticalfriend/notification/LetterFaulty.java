package org.criticalfriend.notification;

/** A letter cannot be written. The message names template and value, and says what to do; never what anybody typed. */
public class LetterFaulty extends RuntimeException {

    LetterFaulty(String message) {
        super(message);
    }

    LetterFaulty(String message, Throwable cause) {
        super(message, cause);
    }
}
