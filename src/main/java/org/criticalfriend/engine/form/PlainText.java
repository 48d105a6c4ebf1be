package org.criticalfriend.engine.form;

/** Text as it is kept: line ends as {@code \n}, no space around it. */
final class PlainText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PlainText() {}

    /**
     * Every kind of line end, also those that word processors paste, becomes {@code \n}, or a space where there is only
     * one line, as form-js does with line ends and tabs in a text field.
     */
    static String unified(String text, boolean lines) {
        String windows = text.replace("\r\n", "\n");
        StringBuilder unified = new StringBuilder(windows.length());
        for (int i = 0; i < windows.length(); i++) {
            char each = windows.charAt(i);
            if (isLineEnd(each)) {
                unified.append(lines ? '\n' : ' ');
            } else {
                unified.append(each == '\t' && !lines ? ' ' : each);
            }
        }
        return unified.toString();
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

    /** Without space around it, as {@code trim()} in the browser: what Unicode calls a space, and the byte order mark. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char each) {
        return each == '\t' || each == '\n' || Character.isSpaceChar(each) || each == BYTE_ORDER_MARK;
    }
}
