package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;

/** A small form for a test, opened and answered. Its JSON is written with single quotes, and with backticks around texts in FEEL. */
final class GivenForm {

    /** A Thursday morning in school. */
    static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-05T08:00Z[Europe/London]");

    private final FormSchema schema;
    private Map<String, Object> known = Map.of();

    private GivenForm(FormSchema schema) {
        this.schema = schema;
    }

    static GivenForm of(String... components) {
        return new GivenForm(schema(components));
    }

    static FormSchema schema(String... components) {
        return FormSchema.parse(json(components));
    }

    static String json(String... components) {
        return "{'type': 'default', 'id': 'test-form', 'schemaVersion': 16, 'components': [%s]}"
                .formatted(String.join(",", components))
                .replace("`", "\\\"")
                .replace('\'', '"');
    }

    GivenForm openedWith(Object... namesAndValues) {
        known = values(namesAndValues);
        return this;
    }

    Answer answered(Object... namesAndValues) {
        return schema.check(values(namesAndValues), known, NOW);
    }

    /** The breaches as people read them. */
    ListAssert<String> refuses(Object... namesAndValues) {
        Answer answer = answered(namesAndValues);
        assertThat(answer.values()).as("values of a refused answer").isEmpty();
        return assertThat(answer.breaches().stream().map(Breach::toString).toList());
    }

    /** What is kept of an answer in which nothing is wrong. */
    Map<String, Object> keeps(Object... namesAndValues) {
        Answer answer = answered(namesAndValues);
        assertThat(answer.breaches()).isEmpty();
        return answer.values();
    }

    static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    static List<Map<String, Object>> rows(String name, Object... cells) {
        return Arrays.stream(cells).map(cell -> values(name, cell)).toList();
    }
}
