package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "^\\d+$ ; 12 ; 12a",
                "^[a-z&&b]+$ ; a&b ; A",
                "^[[]x\\]$ ; [x] ; x",
                "^a{2,3}$ ; aaa ; a",
                "^a{2,}?b$ ; aab ; ab",
                "^(?:a|b)+?$ ; abab ; abc",
                "^(?=.*\\d).+$ ; a1 ; a",
                "(?<!x)y ; ay ; xy",
                "^\\w+\\b$ ; word ; wörd",
                "^\\/\\-\\.$ ; /-. ; /-x",
                "^\\u0041\\x42$ ; AB ; ab",
                "^[^\\s]+$ ; a ; \u00A0",
                "^\\S+\\s\\S+$ ; a\u00A0b ; ab",
                "^[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}$ ; SW1A 1AA ; SW1A"
            })
    void a_pattern_finds_what_the_browser_finds_and_nothing_else(String pattern, String found, String notFound) {
        assertThat(TextPattern.of(pattern).isFoundIn(found)).isTrue();
        assertThat(TextPattern.of(pattern).isFoundIn(notFound)).isFalse();
    }

    @Test
    void the_end_of_a_text_is_its_very_end() {
        assertThat(TextPattern.of("^a$").isFoundIn("a\n")).isFalse();
        assertThat(TextPattern.of("^a\\n$").isFoundIn("a\n")).isTrue();
    }

    @Test
    void the_edge_of_a_word_is_that_of_plain_letters_as_in_the_browser() {
        assertThat(TextPattern.of("\\bx").isFoundIn("éx")).isTrue();
        assertThat(TextPattern.of("\\bx").isFoundIn("ax")).isFalse();
        assertThat(TextPattern.of("\\Bx").isFoundIn("ax")).isTrue();
    }
}
