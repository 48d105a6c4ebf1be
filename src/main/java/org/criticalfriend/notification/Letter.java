package org.criticalfriend.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a mail says: a template and what it is filled with. Links and dates, never content (rule 8 of the product): schools,
 * days, names of steps, names of people who work together.
 *
 * @param template name of the template under {@code mail/}, without ending, such as {@code task/WriteReport}
 * @param values by name in the template. {@code LocalDate}s are written as {@code Thursday 5 November 2026}
 * @param invitation calendar part, if the mail has one
 */
public record Letter(String template, Map<String, Object> values, Optional<CalendarPart> invitation) implements ToSay {

    /**
     * A calendar entry that travels with a mail.
     *
     * @param method {@code REQUEST} or {@code CANCEL}
     * @param ics the whole iCalendar text, with CRLF ends of lines
     */
    public record CalendarPart(String method, String ics) {}

    /** A letter without calendar part. */
    public static Letter of(String template, Map<String, Object> values) {
        return new Letter(template, Map.copyOf(values), Optional.empty());
    }

    /** The same with another value. */
    public Letter with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Letter(template, Map.copyOf(more), invitation);
    }

    /** The same with a calendar entry. */
    public Letter with(CalendarPart part) {
        return new Letter(template, values, Optional.of(part));
    }
}
