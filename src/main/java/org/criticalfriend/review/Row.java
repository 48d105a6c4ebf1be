package org.criticalfriend.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows and options as forms take them. */
final class Row {

    private Row() {}

    /** A row from names and values in turn; values may be null. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    /** Options of a select: the record's key as value, words as label. */
    static <T> List<Map<String, Object>> options(List<T> records, Function<T, Object> key, Function<T, String> words) {
        return records.stream()
                .map(one -> of("value", key.apply(one).toString(), "label", words.apply(one)))
                .toList();
    }
}
