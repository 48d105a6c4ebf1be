package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The hints under a text that remind of soft words, as the forms have them. They only ever remind: nothing is refused. */
class SoftWordsTest {

    private static final String OF_AN_INSPECTION =
            "(^|[^A-Za-z])([Oo]utstanding|[Ii]nadequate|[Rr]equires improvement|[Ss]pecial measures|[Gg]rade [1-4]|[Ff]ailing)([^A-Za-z]|$)";
    private static final String NAMES =
            "(^|[^A-Za-z])((Mr|Mrs|Miss|Ms|Mx|Dr)[.]? [A-Z][a-z]+|([Pp]upil|[Ss]tudent|[Cc]hild|[Bb]oy|[Gg]irl|[Tt]eacher) ((called|named) )?[A-Z][a-z]+)";
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

    @ParameterizedTest
    @CsvSource({
        "Head, true",
        "the headteacher, true",
        "Head of school, true",
        "Deputy head, false",
        "Head of Year 4, false",
        "Mathematics lead, false"
    })
    void anActionThatTheHeadLooksAfterBringsAHint(String owner, boolean shown) throws IOException {
        assertThat(shows("OwnerIsHead", "agree-action-plan", "owner", owner)).isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyLongTextOfEveryFormHasBothHints(File form) throws IOException {
        JsonNode read = JSON.readTree(form);
        List<String> conditions = read.findValuesAsText("hide");

        assertThat(longTexts(read, "")).allSatisfy(text -> assertThat(conditions)
                .as("hints under %s", text)
                .anyMatch(hides(text, OF_AN_INSPECTION))
                .anyMatch(hides(text, NAMES)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whereThereIsALongTextTheFormSaysThatOtherMattersAreSpoken(File form) throws IOException {
        JsonNode read = JSON.readTree(form);
        String texts = read.findValuesAsText("text").toString();

        assertThat(read.findValuesAsText("type").contains("textarea")
                        && !longTexts(read, "").isEmpty())
                .isEqualTo(texts.contains("matters off the focus, are spoken and not written down"));
        assertThat(texts)
                .contains("safeguarding concern does not go into this form: tell the head, or the local authority");
    }

    /** The viewer in the browser knows no {@code matches()}; a hint with it would always stand there. */
    @ParameterizedTest
    @MethodSource("forms")
    void conditionsUseWhatTheBrowserKnows(File form) throws IOException {
        assertThat(JSON.readTree(form).findValuesAsText("hide")).noneMatch(hide -> hide.contains("matches("));
    }

    static File[] forms() {
        return new File("forms").listFiles((folder, name) -> name.endsWith(".form"));
    }

    /** A hint may be hidden together with its text besides. */
    private static Predicate<String> hides(String text, String pattern) {
        String hidden = hidden(text, pattern);
        return condition -> condition.equals("=" + hidden) || condition.endsWith(" or " + hidden);
    }

    private static String hidden(String text, String pattern) {
        return "%s = null or count(split(%s, \"%s\")) = 1".formatted(text, text, pattern);
    }

    /** As conditions name them: what is typed in prose, and not an address or a few words. */
    private static List<String> longTexts(JsonNode of, String list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode component : of.path("components")) {
            String type = component.path("type").asText();
            boolean prose = type.equals("textarea")
                    || type.equals("textfield")
                            && component.path("validate").path("maxLength").asInt() >= 300
                            && !component.path("validate").has("pattern");
            if (prose && !component.path("readonly").asBoolean()) {
                texts.add(list + component.path("key").asText());
            }
            texts.addAll(longTexts(component, type.equals("dynamiclist") ? "this." : list));
        }
        return texts;
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
