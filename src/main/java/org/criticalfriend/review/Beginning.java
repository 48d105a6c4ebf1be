package org.criticalfriend.review;

/** Enough of a text to know it by in a list. */
final class Beginning {

    private static final int LENGTH = 80;

    private Beginning() {}

    /** The text, or its first 80 characters. */
    static String of(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1) + "…";
    }
}
