package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFieldsTest {

    @Test
    void a_text_is_kept_as_it_was_typed_in_any_script() {
        assertThat(text("").keeps("t", "Größe – 学校 🏫 é")).containsEntry("t", "Größe – 学校 🏫 é");
    }

    @Test
    void space_around_a_text_is_not_kept() {
        assertThat(text("").keeps("t", " \u00A0\n so \uFEFF ")).containsEntry("t", "so");
    }

    @Test
    void a_text_field_has_no_lines() {
        assertThat(text("").keeps("t", "one\r\ntwo\tthree")).containsEntry("t", "one two three");
    }

    @Test
    void a_text_area_keeps_its_lines_whatever_ends_them() {
        assertThat(area("").keeps("t", "one\r\ntwo\rthree\u000Bfour\u2028five\tsix"))
                .containsEntry("t", "one\ntwo\nthree\nfour\nfive\tsix");
    }

    @Test
    void nothing_typed_is_nothing_kept() {
        assertThat(text("").keeps()).containsEntry("t", null);
        assertThat(text("").keeps("t", null)).containsEntry("t", null);
        assertThat(text("").keeps("t", "")).containsEntry("t", null);
        assertThat(text("").keeps("t", "  ")).containsEntry("t", null);
    }

    @Test
    void a_required_text_must_be_filled_in() {
        GivenForm form = text("'required': true");

        assertThat(form.keeps("t", "x")).containsEntry("t", "x");
        form.refuses().containsExactly("Why now?: please fill this in");
        form.refuses("t", null).containsExactly("Why now?: please fill this in");
        form.refuses("t", "").containsExactly("Why now?: please fill this in");
        form.refuses("t", "\u00A0 \n").containsExactly("Why now?: please fill this in");
    }

    @Test
    void a_text_must_not_be_longer_than_the_form_allows_not_counting_space_around_it() {
        GivenForm form = text("'maxLength': 5");

        assertThat(form.keeps("t", "  12345  ")).containsEntry("t", "12345");
        form.refuses("t", "123456").containsExactly("Why now?: please shorten this to at most 5 characters");
    }

    @Test
    void a_text_without_a_limit_is_limited_all_the_same() {
        assertThat(area("").keeps("t", "x".repeat(10_000))).containsEntry("t", "x".repeat(10_000));
        area("").refuses("t", "x".repeat(10_001))
                .containsExactly("Why now?: please shorten this to at most 10000 characters");
    }

    @Test
    void a_text_must_not_be_shorter_than_the_form_allows_unless_it_is_empty() {
        GivenForm form = text("'minLength': 3");

        assertThat(form.keeps("t", "123")).containsEntry("t", "123");
        assertThat(form.keeps("t", "")).containsEntry("t", null);
        form.refuses("t", " 12 ").containsExactly("Why now?: please write more here, at least 3 characters");
    }

    @Test
    void a_length_can_be_computed_and_is_then_not_told_since_it_may_be_what_somebody_typed() {
        GivenForm form = GivenForm.of(
                "{'type': 'number', 'key': 'most'}",
                "{'type': 'textfield', 'key': 't', 'validate': {'maxLength': '=most', 'minLength': '=most - 1'}}");

        assertThat(form.keeps("most", 3, "t", "123")).containsEntry("t", "123");
        form.refuses("most", 3, "t", "1234").containsExactly("T: please shorten this");
        form.refuses("most", 3, "t", "1").containsExactly("T: please write more");
        assertThat(form.keeps("t", "1234567")).containsEntry("t", "1234567");
    }

    @Test
    void a_pattern_is_looked_for_anywhere_in_the_text_as_the_browser_does() {
        GivenForm form = text("'pattern': '\\\\d\\\\d'");

        assertThat(form.keeps("t", "room 12 b")).containsEntry("t", "room 12 b");
        assertThat(form.keeps("t", "")).containsEntry("t", null);
        form.refuses("t", "room 1 b").containsExactly("Why now?: this is not written in the way the field asks for");
    }

    @Test
    void a_text_that_would_keep_the_pattern_busy_for_ever_does_not_fit() {
        GivenForm endless = text("'pattern': '^(a+)+$'");
        GivenForm deep = area("'pattern': '^(a|b)*$'");

        endless.refuses("t", "a".repeat(9_999) + "!").hasSize(1);
        deep.refuses("t", "ab".repeat(4_999) + "!").hasSize(1);
        assertThat(endless.keeps("t", "aaa")).containsEntry("t", "aaa");
    }

    @Test
    void a_text_that_is_too_long_is_not_held_against_the_pattern() {
        text("'pattern': '^(a+)+$', 'maxLength': 20")
                .refuses("t", "a".repeat(21) + "!")
                .containsExactly("Why now?: please shorten this to at most 20 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"head@school.example", "a.b+c@school", "x@sub.school.example"})
    void an_e_mail_address_is_one_as_the_browser_sees_it(String address) {
        assertThat(text("'validationType': 'email'").keeps("t", address)).containsEntry("t", address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "head@", "@school", "he ad@school", "head@school..example", "head@-school"})
    void what_is_no_e_mail_address_is_refused(String address) {
        text("'validationType': 'email'")
                .refuses("t", address)
                .containsExactly("Why now?: please give an e-mail address such as name@school.example");
    }

    @Test
    void a_phone_number_begins_with_the_country() {
        GivenForm form = text("'validationType': 'phone'");

        assertThat(form.keeps("t", "+442079460000")).containsEntry("t", "+442079460000");
        assertThat(form.keeps("t", "00442079460000")).containsEntry("t", "00442079460000");
        form.refuses("t", "02079460000").hasSize(1);
        form.refuses("t", "+44 20 7946 0000").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u009Fb", "a\uD83Cb", "\uDFEB"})
    void characters_that_no_database_or_page_can_show_are_refused(String text) {
        area("").refuses("t", text)
                .containsExactly("Why now?: this contains characters that cannot be kept, please type it in again");
    }

    @Test
    void what_is_no_text_is_refused() {
        for (Object value : new Object[] {1, 1.5, true, List.of("x"), Map.of("x", "y"), 'c', new Object()}) {
            text("").refuses("t", value).containsExactly("Why now?: this must be text");
        }
    }

    private static GivenForm text(String rules) {
        return GivenForm.of(
                "{'type': 'textfield', 'key': 't', 'label': 'Why now?', 'validate': {%s}}".formatted(rules));
    }

    private static GivenForm area(String rules) {
        return GivenForm.of("{'type': 'textarea', 'key': 't', 'label': 'Why now?', 'validate': {%s}}".formatted(rules));
    }
}
