package org.criticalfriend.engine.form;

import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form and its rules. The browser keeps to them, but nothing else does: whoever calls the REST interface can send
 * anything. So every answer is held against the form again, by the rules of form-js 1.8.7, the form viewer of Tasklist
 * 7.24.
 *
 * <p>Instances do not change and can be shared.
 */
public final class FormSchema {

    private final String id;
    private final List<Part> parts;
    private final Names names;
    private final Map<String, String> labels;

    FormSchema(String id, List<Part> parts, Names names, Map<String, String> labels) {
        this.id = id;
        this.parts = parts;
        this.names = names;
        this.labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /**
     * Reads a form.
     *
     * @param json the content of a {@code .form} file
     * @throws FormSchemaException if the gate cannot guard the form
     */
    public static FormSchema parse(String json) {
        return FormReader.read(json);
    }

    /** The form's id, as user tasks name it. */
    public String id() {
        return id;
    }

    /**
     * The labels of all fields and lists that carry values, in the form's order, by key; what is inside a group with a
     * path or inside a list has the keys on the way before it: {@code questions.text}.
     */
    public Map<String, String> labels() {
        return labels;
    }

    /**
     * Holds an answer against the form.
     *
     * @param submitted what was sent, in plain Java: texts, numbers, yes or no, lists, maps with text keys, {@code null}
     *     as a value. It is never {@code null} itself
     * @param known all that the form was opened with, in the same types, as it was sent to the browser: the values of
     *     fields, the options that {@code valuesKey} names, what conditions look at. Dates may also be
     *     {@code java.time} values
     * @param now the moment, in the time zone of the school: it decides which days have passed, what {@code today()} is,
     *     and what clocks show
     */
    public Answer check(Map<String, Object> submitted, Map<String, Object> known, ZonedDateTime now) {
        Breaches breaches = new Breaches();
        Map<String, Object> opened = Opening.of(parts, known);
        Sheet sheet = new Submission(breaches).read(parts, names, submitted, opened);
        Feel feel = new Feel(now);
        new Visibility(feel).settle(sheet);
        Map<String, Object> values = new Examination(known, feel, now, breaches).values(sheet);
        return new Answer(values, breaches.found());
    }
}
