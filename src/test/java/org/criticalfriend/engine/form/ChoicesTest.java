package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {

    private static final String OPTIONS =
            "'values': [{'label': 'A school', 'value': 'SCHOOL'}, {'label': 'A trust', 'value': 'MAT'}]";
    private static final String NOT_OFFERED = "Kind: please choose one of the options shown";

    @ParameterizedTest
    @ValueSource(strings = {"select", "radio"})
    void one_of_the_options_can_be_chosen_and_nothing_else(String type) {
        GivenForm form = choice(type, OPTIONS);

        assertThat(form.keeps("k", "MAT")).containsEntry("k", "MAT");
        assertThat(form.keeps("k", null)).containsEntry("k", null);
        assertThat(form.keeps("k", "")).containsEntry("k", null);
        for (Object other : new Object[] {"A trust", "mat", " MAT", List.of("MAT"), Map.of("value", "MAT"), 1, true}) {
            form.refuses("k", other).containsExactly(NOT_OFFERED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"checklist", "taglist"})
    void any_of_the_options_can_be_chosen_each_once(String type) {
        GivenForm form = choice(type, OPTIONS);

        assertThat(form.keeps("k", List.of("MAT", "SCHOOL", "MAT"))).containsEntry("k", List.of("MAT", "SCHOOL"));
        assertThat(form.keeps("k", List.of())).containsEntry("k", List.of());
        assertThat(form.keeps()).containsEntry("k", List.of());
        form.refuses("k", List.of("MAT", "OTHER")).containsExactly(NOT_OFFERED);
        form.refuses("k", List.of(List.of("MAT"))).containsExactly(NOT_OFFERED);
        form.refuses("k", Collections.singletonList(null)).containsExactly(NOT_OFFERED);
        form.refuses("k", "MAT").containsExactly(NOT_OFFERED);
        form.refuses("k", Map.of("0", "MAT")).containsExactly(NOT_OFFERED);
    }

    @Test
    void a_required_choice_must_be_made() {
        choice("select", OPTIONS + ", 'validate': {'required': true}")
                .refuses()
                .containsExactly("Kind: please choose one");
        choice("checklist", OPTIONS + ", 'validate': {'required': true}")
                .refuses("k", List.of())
                .containsExactly("Kind: please choose at least one");
        assertThat(choice("radio", OPTIONS + ", 'validate': {'required': true}").keeps("k", "MAT"))
                .containsEntry("k", "MAT");
    }

    @Test
    void options_can_be_numbers_or_yes_and_no_and_text_is_neither() {
        GivenForm form =
                choice("select", "'values': [{'label': 'One', 'value': 1}, {'label': 'Yes', 'value': true}, 'other']");

        assertThat(form.keeps("k", 1.0)).containsEntry("k", BigDecimal.ONE);
        assertThat(form.keeps("k", true)).containsEntry("k", true);
        assertThat(form.keeps("k", "other")).containsEntry("k", "other");
        form.refuses("k", "1").containsExactly(NOT_OFFERED);
        form.refuses("k", "true").containsExactly(NOT_OFFERED);
    }

    @Test
    void options_can_come_from_a_variable_that_the_form_was_opened_with() {
        GivenForm form = choice("select", "'valuesKey': 'kinds'")
                .openedWith("kinds", List.of(Map.of("label", "First", "value", "f"), "plain", Map.of("value", 7), ""));

        assertThat(form.keeps("k", "f")).containsEntry("k", "f");
        assertThat(form.keeps("k", "plain")).containsEntry("k", "plain");
        assertThat(form.keeps("k", 7)).containsEntry("k", new BigDecimal("7"));
        form.refuses("k", "First").containsExactly(NOT_OFFERED);
    }

    @Test
    void without_options_nothing_can_be_chosen() {
        choice("select", "'valuesKey': 'kinds'").refuses("k", "f").containsExactly(NOT_OFFERED);
        choice("select", "'valuesKey': 'kinds'")
                .openedWith("kinds", "f")
                .refuses("k", "f")
                .containsExactly(NOT_OFFERED);
    }

    @Test
    void options_cannot_be_sent_along_with_the_answer() {
        choice("select", "'valuesKey': 'kinds'")
                .refuses("k", "f", "kinds", List.of("f"))
                .contains("This form: there is no field kinds here", NOT_OFFERED);
    }

    @Test
    void options_can_be_computed_from_what_is_typed() {
        GivenForm form = GivenForm.of(
                "{'type': 'textfield', 'key': 'name'}",
                "{'type': 'select', 'key': 'k', 'label': 'Kind', 'valuesExpression': '=[name, {value: 2}]'}");

        assertThat(form.keeps("name", "x", "k", "x")).containsEntry("k", "x");
        assertThat(form.keeps("name", "x", "k", 2)).containsEntry("k", new BigDecimal("2"));
        form.refuses("name", "x", "k", "y").containsExactly(NOT_OFFERED);
    }

    @Test
    void a_checkbox_is_ticked_or_not() {
        GivenForm form = GivenForm.of("{'type': 'checkbox', 'key': 'c', 'label': 'Agreed'}");

        assertThat(form.keeps("c", true)).containsEntry("c", true);
        assertThat(form.keeps("c", false)).containsEntry("c", false);
        assertThat(form.keeps()).containsEntry("c", false);
        form.refuses("c", "true").containsExactly("Agreed: this must be ticked or not");
        form.refuses("c", 1).containsExactly("Agreed: this must be ticked or not");
    }

    @Test
    void a_required_checkbox_must_be_ticked() {
        GivenForm form =
                GivenForm.of("{'type': 'checkbox', 'key': 'c', 'label': 'Agreed', 'validate': {'required': true}}");

        assertThat(form.keeps("c", true)).containsEntry("c", true);
        form.refuses("c", false).containsExactly("Agreed: please tick this");
        form.refuses().containsExactly("Agreed: please tick this");
    }

    private static GivenForm choice(String type, String properties) {
        return GivenForm.of("{'type': '%s', 'key': 'k', 'label': 'Kind', %s}".formatted(type, properties));
    }
}
