package org.criticalfriend.review;

import java.util.Optional;

/**
 * Text that somebody typed into a page of ours, as it is kept: without space around it, and with one character for the end of a line,
 * where a browser sends two.
 *
 * @param field what the page calls it
 * @param text what was typed; nothing counts as empty
 * @param longest how many characters it may have
 */
record TypedText(String field, String text, int longest) {

    TypedText {
        text = text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** What is wrong if the text is needed, in the words of the forms; empty if nothing. */
    Optional<String> faultIfNeeded() {
        return isEmpty() ? fault("please fill this in.") : fault();
    }

    /** What is wrong if the text may be left out, in the words of the forms; empty if nothing. */
    Optional<String> fault() {
        // A character that PostgreSQL cannot store.
        if (text.indexOf('\0') >= 0) {
            return fault("this contains characters that cannot be kept, please type it in again.");
        }
        return text.length() > longest
                ? fault("please shorten this to at most %d characters.".formatted(longest))
                : Optional.empty();
    }

    private Optional<String> fault(String words) {
        return Optional.of(field + ": " + words);
    }
}
