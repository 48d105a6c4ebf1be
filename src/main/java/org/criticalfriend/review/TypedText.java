package org.criticalfriend.review;

import java.util.Optional;

/** Text that somebody typed into a page of ours. */
final class TypedText {

    private TypedText() {}

    /** What is wrong with a text that is needed; empty if nothing. */
    static Optional<String> fault(String text, int longest) {
        return text.isBlank() ? Optional.of("Please write a few words.") : tooLong(text, longest);
    }

    /** What is wrong with a text that may be left out; empty if nothing. */
    static Optional<String> tooLong(String text, int longest) {
        // A character that PostgreSQL cannot store.
        if (text.indexOf('\0') >= 0) {
            return Optional.of("This contains characters that cannot be kept, please type it in again.");
        }
        return text.strip().length() > longest
                ? Optional.of("Please shorten this to at most %d characters.".formatted(longest))
                : Optional.empty();
    }
}
