package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.criticalfriend.access.Settings;
import org.criticalfriend.partnership.Person;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class LettersTest {

    private static final Person ANNA = Person.of("anna", "Anna*", "Weber", "anna@school.example", "Head");

    private final Letters letters = new Letters(
            new PublicAddress(new Settings(false, "https://reviews.example.org/", ""), new MockEnvironment()));

    @Test
    void theFirstLineIsTheSubjectAndTextAndHtmlSayTheSame() {
        Mail mail = write("test/everything", Map.of());

        assertThat(mail.subject()).isEqualTo("Questions for A & B: 3_4 (new)");
        assertThat(mail.text())
                .isEqualTo(
                        """
                        Dear Anna*,

                            How well do we <listen>?

                        the visit is on Thursday 5 November 2026, at 08:30.

                        What is next
                        ------------
                        - read 1. this one
                        - and [that](x), in School_a

                        1. first
                        2. second

                        Open the task:
                        https://reviews.example.org/task/a_b?c=d&e=(f)

                        See the page (https://reviews.example.org) as well.

                        --\s
                        Critical Friend
                        https://reviews.example.org
                        You get this mail because you, or your school, take part in peer review between schools. Should it go to another address? Your partnership lead can change that.
                        """);
        assertThat(mail.html())
                .contains("<html lang=\"en-GB\">", "<title>Questions for A &amp; B: 3_4 (new)</title>")
                .contains(
                        "Dear Anna*,",
                        "How well do we &lt;listen&gt;?",
                        "the visit is on <strong>Thursday 5 November 2026</strong>")
                .contains(">Open the task</a>", "href=\"https://reviews.example.org/task/a_b?c=d&amp;e=(f)\"")
                .contains("You get this mail because")
                .doesNotContain("<img", "src=", "<script", "<link", "url(");
    }

    @Test
    void whatAValueSaysNeverBecomesMarkup() {
        Mail mail =
                write("test/everything", Map.of("school", "# **Bold**\n\n[link](https://evil.example) <b>x</b> &amp;"));

        assertThat(mail.text()).contains("and [that](x), in # **Bold** [link](https://evil.example) <b>x</b> &amp;");
        assertThat(mail.html())
                .contains("# **Bold** [link](https://evil.example) &lt;b&gt;x&lt;/b&gt; &amp;amp;")
                .doesNotContain("href=\"https://evil.example\"");
    }

    @Test
    void aValueThatIsMissingIsNamedTogetherWithItsTemplate() {
        Map<String, Object> values = new HashMap<>(values());
        values.remove("school");

        assertThatThrownBy(() -> letters.write(Letter.of("test/everything", values), ANNA))
                .isInstanceOf(LetterFaulty.class)
                .hasMessageContainingAll("mail/test/everything", "\"school\"");
    }

    @Test
    void aTemplateThatIsMissingIsNamed() {
        assertThatThrownBy(() -> letters.write(Letter.of("test/nothing", Map.of()), ANNA))
                .isInstanceOf(LetterFaulty.class)
                .hasMessageContaining("mail/test/nothing.md");
        assertThat(letters.knows("test/nothing")).isFalse();
    }

    @Test
    void aValueThatNobodyKnowsHowToWriteIsNamed() {
        assertThatThrownBy(() -> write("test/everything", Map.of("day", new Object())))
                .isInstanceOf(LetterFaulty.class)
                .hasMessageContainingAll("\"day\"", "Object");
    }

    private Mail write(String template, Map<String, Object> others) {
        Map<String, Object> values = new HashMap<>(values());
        values.putAll(others);
        return letters.write(Letter.of(template, values), ANNA);
    }

    record Step(String what, int number) {}

    private static Map<String, Object> values() {
        return Map.of(
                "question", "How well do we\n<listen>?",
                "pair", "A & B",
                "number", "3_4",
                "day", LocalDate.of(2026, 11, 5),
                "time", java.time.LocalTime.of(8, 30),
                "things", List.of("read 1. this one"),
                "school", "School_a",
                "steps", List.of(new Step("first", 1), new Step("second", 2)),
                "url", "https://reviews.example.org/task/a_b?c=d&e=(f)");
    }
}
