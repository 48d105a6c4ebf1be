package org.criticalfriend.notification;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;

/** Makes what a letter brings fit for its template: dates in words, text in which nothing is markup. */
final class MailValue {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** Everything that means something in Markdown. An escaped character stands for itself, also in the address of a link. */
    private static final String MARKUP = "([\\\\`*_{}\\[\\]()#+\\-.!<>|~&=:\"'])";

    private MailValue() {}

    /**
     * @param template for messages
     * @param name of the value, for messages
     * @throws LetterFaulty if nobody knows how to write such a value
     */
    static Object of(String template, String name, Object value) {
        if (value instanceof CharSequence text) {
            return asText(text.toString());
        }
        if (value instanceof LocalDate day) {
            return SchoolTime.words(day);
        }
        if (value instanceof LocalTime time) {
            return CLOCK.format(time);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Collection<?> some) {
            return some.stream().map(one -> of(template, name, one)).toList();
        }
        if (value instanceof Map<?, ?> named) {
            Map<String, Object> values = new LinkedHashMap<>();
            named.forEach((key, one) -> values.put(key.toString(), of(template, name + "." + key, one)));
            return values;
        }
        if (value instanceof Record parts) {
            return ofRecord(template, name, parts);
        }
        throw new LetterFaulty(
                "The template mail/%s.md gets a value \"%s\" of the kind %s. Make text, a number, a date or a list of it in the occasion."
                        .formatted(
                                template,
                                name,
                                value == null ? "null" : value.getClass().getSimpleName()));
    }

    private static Map<String, Object> ofRecord(String template, String name, Record parts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent part : parts.getClass().getRecordComponents()) {
            values.put(part.getName(), of(template, name + "." + part.getName(), read(parts, part)));
        }
        return values;
    }

    private static Object read(Record parts, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s of %s cannot be read.".formatted(part.getName(), parts.getClass()), e);
        }
    }

    /** On one line: an empty line within a value would begin a new paragraph. */
    private static String asText(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll(MARKUP, "\\\\$1");
    }
}
