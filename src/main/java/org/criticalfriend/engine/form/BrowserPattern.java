package org.criticalfriend.engine.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a JavaScript pattern (without flags, as form-js makes it) so that Java finds the same. Constructs that the two
 * read differently are translated; those that only one of them knows are refused.
 */
final class BrowserPattern {

    private static final String SPACE = "\\s\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";
    private static final String WORD_EDGE = "(?:(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?=[A-Za-z0-9_]))";
    private static final String NO_WORD_EDGE =
            "(?:(?<=[A-Za-z0-9_])(?=[A-Za-z0-9_])|(?<![A-Za-z0-9_])(?![A-Za-z0-9_]))";
    private static final Pattern GROUP = Pattern.compile("\\((?!\\?)|\\(\\?(?:[:=!]|<[=!])");
    private static final Pattern REPEAT = Pattern.compile("(?:[*+?]|\\{\\d{1,4}(?:,\\d{0,4})?})\\??");
    private static final Pattern HEX = Pattern.compile("\\\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})");

    private final String source;
    private final StringBuilder java = new StringBuilder();
    private int at;

    BrowserPattern(String source) {
        this.source = source;
    }

    /** @throws IllegalArgumentException naming the construct that cannot be taken over */
    String inJava() {
        while (at < source.length()) {
            char next = source.charAt(at);
            switch (next) {
                case '\\' -> escape(false);
                case '[' -> characters();
                case '(' -> java.append(taken(GROUP));
                case '*', '+', '?', '{' -> repeat();
                // In Java $ also stands before a last line end.
                case '$' -> put("\\z");
                case '}', ']' -> put("\\" + next);
                default -> put(String.valueOf(next));
            }
        }
        return java.toString();
    }

    private void put(String translated) {
        java.append(translated);
        at++;
    }

    private void repeat() {
        java.append(taken(REPEAT));
        if (at < source.length() && "*+?{".indexOf(source.charAt(at)) >= 0) {
            throw refused("a repeat of a repeat");
        }
    }

    /** A class of characters in brackets, in which Java gives a meaning to {@code [} and {@code &&}. */
    private void characters() {
        put("[");
        if (at < source.length() && source.charAt(at) == '^') {
            put("^");
        }
        if (at < source.length() && source.charAt(at) == ']') {
            throw refused("empty brackets");
        }
        while (at < source.length() && source.charAt(at) != ']') {
            switch (source.charAt(at)) {
                case '\\' -> escape(true);
                case '[' -> put("\\[");
                case '&' -> put("\\&");
                default -> put(source.substring(at, at + 1));
            }
        }
        if (at == source.length()) {
            throw refused("brackets that are not closed");
        }
        put("]");
    }

    private void escape(boolean inBrackets) {
        if (at + 1 == source.length()) {
            throw refused("a backslash at the end");
        }
        char escaped = source.charAt(at + 1);
        if (escaped == 'x' || escaped == 'u') {
            java.append(taken(HEX));
            return;
        }
        java.append(
                switch (escaped) {
                    case 'd', 'D', 'w', 'W', 't', 'n', 'r', 'f' -> "\\" + escaped;
                    case 'v' -> "\\x0B";
                    case 's' -> inBrackets ? SPACE : "[" + SPACE + "]";
                    case 'S' -> outside(inBrackets, "[^" + SPACE + "]");
                    case 'b' -> outside(inBrackets, WORD_EDGE);
                    case 'B' -> outside(inBrackets, NO_WORD_EDGE);
                    default -> symbol(escaped);
                });
        at += 2;
    }

    private String outside(boolean inBrackets, String translated) {
        if (inBrackets) {
            throw refused(source.substring(at, at + 2) + " in brackets");
        }
        return translated;
    }

    private String symbol(char escaped) {
        if (Character.isLetterOrDigit(escaped) || escaped > '~') {
            throw refused("\\" + escaped);
        }
        return "\\" + escaped;
    }

    private String taken(Pattern construct) {
        Matcher matcher = construct.matcher(source).region(at, source.length());
        if (!matcher.lookingAt()) {
            throw refused(source.substring(at, Math.min(source.length(), at + 3)));
        }
        at = matcher.end();
        return matcher.group();
    }

    private static IllegalArgumentException refused(String construct) {
        return new IllegalArgumentException(construct);
    }
}
