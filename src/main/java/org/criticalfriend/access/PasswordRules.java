package org.criticalfriend.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be: long rather than complicated, as the National Cyber Security Centre advises ("three random words"),
 * and nothing that anybody would guess first.
 */
final class PasswordRules {

    static final int SHORTEST = 12;

    /** What BCrypt takes in, in bytes; anything beyond it would silently not count. */
    private static final int MOST_BYTES = 72;

    private static final List<String> GUESSED_FIRST = List.of(
            "password",
            "passwort",
            "qwerty",
            "123456",
            "abcdef",
            "letmein",
            "welcome",
            "iloveyou",
            "criticalfriend",
            "headteacher");

    private PasswordRules() {}

    /** What is wrong with a password, in words; empty if it will do. */
    static Optional<String> fault(String password, String signInName) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST) {
            return Optional.of("Please choose at least %d characters. Three random words make a good password."
                    .formatted(SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(
                    "This is longer than can be kept. Please choose at most %d characters.".formatted(MOST_BYTES));
        }
        if (lower.contains(signInName.toLowerCase(Locale.ROOT))) {
            return Optional.of("Please choose a password that does not hold your sign-in name.");
        }
        if (GUESSED_FIRST.stream().anyMatch(lower.replaceAll("[^a-z0-9]", "")::contains)
                || lower.chars().distinct().count() < 5) {
            return Optional.of("This is too easy to guess. Three random words make a good password.");
        }
        return Optional.empty();
    }
}
