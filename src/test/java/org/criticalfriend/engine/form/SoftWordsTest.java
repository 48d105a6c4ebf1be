package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hints under a text that remind of soft words, as the forms have them. They only ever remind: nothing is refused. */
class SoftWordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "Teaching is outstanding., true",
        "This Requires improvement?, true",
        "It requires improvement., true",
        "Grade 2 at best, true",
        "inadequate, true",
        "Children explain to each other., false",
        "An outstandingly long corridor, false",
        "Year 4 sorts by grade of paper, false"
    })
    void aWordOfAnInspectionBringsAHint(String text, boolean shown) throws IOException {
        assertThat(shows("NoteSoftWords", "record-evidence", "note", text)).isEqualTo(shown);
        assertThat(shows("FindingSoftWords", "present-feedback", "text", text)).isEqualTo(shown);
        assertThat(shows("DistanceSoftWords", "present-feedback", "distanceToGoal", text))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "Mrs. Okafor asked for more, true",
        "Mr Smith, true",
        "a pupil called Ahmed, true",
        "The boy Tom knew, true",
        "A teacher of Year 4, false",
        "Children in Year 6 and their teachers, false",
        "The deputy head said so, false"
    })
    void whatLooksLikeANameBringsAHint(String text, boolean shown) throws IOException {
        assertThat(shows("NoteSoftNames", "record-evidence", "note", text)).isEqualTo(shown);
        assertThat(shows("FindingSoftNames", "present-feedback", "text", text)).isEqualTo(shown);
        assertThat(shows("DistanceSoftNames", "present-feedback", "distanceToGoal", text))
                .isEqualTo(shown);
    }

    @Test
    void noFormAsksForANumberThatCouldBeAGrade() throws IOException {
        for (File form : new File("forms").listFiles((folder, name) -> name.endsWith(".form"))) {
            assertThat(JSON.readTree(form).findValuesAsText("type"))
                    .as(form.getName())
                    .doesNotContain("number");
        }
    }

    @ParameterizedTest
    @CsvSource({"NoteSoftWords, record-evidence, note", "DistanceSoftNames, present-feedback, distanceToGoal"})
    void anEmptyFieldBringsNone(String hint, String form, String key) throws IOException {
        assertThat(shows(hint, form, key, null)).isFalse();
    }

    private static boolean shows(String hint, String form, String key, String text) throws IOException {
        String hide = component(JSON.readTree(new File("forms/" + form + ".form")), hint)
                .path("conditional")
                .path("hide")
                .asText();
        Map<String, Object> values = new HashMap<>();
        values.put(key, text);
        boolean inAList = !hint.startsWith("Distance");
        Map<String, Object> typed = inAList ? Map.of("this", values) : values;
        return !new Feel(ZonedDateTime.now()).holds(FeelExpression.parse(hide.substring(1)), typed);
    }

    private static JsonNode component(JsonNode of, String id) {
        for (JsonNode component : of.path("components")) {
            if (component.path("id").asText().equals(id)) {
                return component;
            }
            JsonNode inside = component(component, id);
            if (!inside.isMissingNode()) {
                return inside;
            }
        }
        return MissingNode.getInstance();
    }
}
