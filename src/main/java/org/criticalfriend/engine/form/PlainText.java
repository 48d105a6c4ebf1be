package org.criticalfriend.engine.form;

/** Text as it is kept: line ends as {@code \n}, no space around it. */
final class PlainText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PlainText() {}

    /**
     * The text without space around it. Every kind of line end, also those that word processors paste, becomes
     * {@code \n}, or a space where there is only one line, as form-js does with line ends and tabs in a text field.
     */
    static String of(String text, boolean lines) {
        String unified = text.replace("\r\n", "\n");
        StringBuilder plain = new StringBuilder(unified.length());
        for (int i = 0; i < unified.length(); i++) {
            char each = unified.charAt(i);
            if (isLineEnd(each)) {
                plain.append(lines ? '\n' : ' ');
            } else {
                plain.append(each == '\t' && !lines ? ' ' : each);
            }
        }
        return trimmed(plain);
    }

    /** Whether a database and a page can show it: no control characters but tab and line end, no half characters. */
    static boolean canBeKept(String text) {
        return text.codePoints().noneMatch(each -> switch (Character.getType(each)) {
            case Character.CONTROL -> each != '\t' && each != '\n';
            case Character.SURROGATE -> true;
            default -> false;
        });
    }

    private static boolean isLineEnd(char each) {
        return switch (each) {
            case '\n', '\r', '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    // As trim() in the browser: all that Unicode calls a space, and the byte order mark.
    private static String trimmed(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    private static boolean isSpace(char each) {
        return each == '\t' || each == '\n' || Character.isSpaceChar(each) || each == BYTE_ORDER_MARK;
    }
}
