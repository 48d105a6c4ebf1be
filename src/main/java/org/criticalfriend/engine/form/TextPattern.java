package org.criticalfriend.engine.form;

import java.util.regex.Pattern;

/**
 * A pattern of a form, which the browser reads as JavaScript does. It is found anywhere in a text, as form-js does. Who
 * sends a text that would keep the server matching for ever is told that it does not fit.
 */
final class TextPattern {

    private static final int MOST_LOOKS = 5_000_000;

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException if the pattern is broken or means something else here than in the browser */
    static TextPattern of(String source) {
        return new TextPattern(Pattern.compile(new BrowserPattern(source).inJava()));
    }

    boolean isFoundIn(String text) {
        try {
            return pattern.matcher(new Watched(text)).find();
        } catch (TooManyLooks | StackOverflowError endless) {
            // Java's matcher also recurses once per character for some patterns.
            return false;
        }
    }

    /** A text that allows only so many looks at its characters. */
    private static final class Watched implements CharSequence {

        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }

    private static final class TooManyLooks extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super(null, null, false, false);
        }
    }
}
