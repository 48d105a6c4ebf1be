package org.criticalfriend.review;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables for spreadsheets as text, as RFC 4180 says. */
public final class Csv {

    private Csv() {}

    /**
     * Rows of cells, the headings first; with a byte order mark by which spreadsheets know the encoding. A text that a spreadsheet would
     * take for a formula gets an apostrophe in front, so that it stays text.
     */
    public static String of(Stream<List<String>> rows) {
        return "\uFEFF"
                + rows.map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                        .collect(Collectors.joining());
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
