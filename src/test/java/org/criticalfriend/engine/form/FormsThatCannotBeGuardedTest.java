package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.group;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.list;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormsThatCannotBeGuardedTest {

    @Test
    void the_refusal_names_form_component_and_what_to_do() {
        assertThatThrownBy(() -> GivenForm.schema("{'type': 'select', 'key': 'kind', 'id': 'Field_1'}"))
                .isInstanceOf(FormSchemaException.class)
                .hasMessage("Form \"test-form\": select \"kind\" (id Field_1) has no options."
                        + " Give it one of values, valuesKey or valuesExpression.")
                .extracting(refusal -> ((FormSchemaException) refusal).formId())
                .isEqualTo("test-form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{'id': 'x', 'type': 'default', 'components': []} {}",
                "{'id': 'x', 'id': 'y', 'type': 'default'}",
                "{'type': 'default', 'components': []}",
                "{'id': 'x', 'type': 'group', 'components': []}",
                "{'id': 'x', 'type': 'default', 'components': {}}"
            })
    void what_is_no_form_is_refused(String json) {
        assertThatThrownBy(() -> FormSchema.parse(json.replace('\'', '"'))).isInstanceOf(FormSchemaException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"filepicker", "documentPreview", "default", "signature", ""})
    void components_that_are_not_known_here_are_refused(String type) {
        refused("{'type': '%s', 'key': 'k'}".formatted(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'textfield', 'key': 'k', 'validate': {'min': 1}}",
                "{'type': 'textfield', 'key': 'k', 'validate': {'unique': true}}",
                "{'type': 'number', 'key': 'k', 'validate': {'maxLength': 3}}",
                "{'type': 'checkbox', 'key': 'k', 'validate': {'pattern': 'x'}}",
                "{'type': 'checklist', 'key': 'k', 'values': ['x'], 'validate': {'minLength': 1}}",
                "{'type': 'expression', 'key': 'k', 'expression': '=1', 'validate': {'required': true}}",
                "{'type': 'group', 'components': [], 'validate': {'required': true}}",
                "{'type': 'textfield', 'key': 'k', 'validate': {'required': 'yes'}}",
                "{'type': 'textfield', 'key': 'k', 'validate': {'maxLength': 'ten'}}",
                "{'type': 'textfield', 'key': 'k', 'validate': {'maxLength': 1000000}}",
                "{'type': 'textfield', 'key': 'k', 'validate': {'validationType': 'iban'}}",
                "{'type': 'textfield', 'key': 'k', 'validate': 'required'}"
            })
    void rules_that_are_not_known_for_a_component_are_refused(String component) {
        refused(component);
    }

    @Test
    void traces_of_rules_that_were_taken_away_are_no_rules() {
        assertThatCode(() -> GivenForm.schema(
                        "{'type': 'textfield', 'key': 'a', 'validate': {'required': false, 'pattern': '', 'min': null,"
                                + " 'validationType': '', 'maxLength': ''}}",
                        "{'type': 'checkbox', 'key': 'b', 'validate': {'validationType': '', 'required': false}}",
                        "{'type': 'select', 'key': 'c', 'values': ['x'], 'validate': {'minLength': ''}}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'textfield', 'key': 'k', 'conditional': {'hide': 'x = 1'}}",
                "{'type': 'textfield', 'key': 'k', 'conditional': {'hide': '=x ='}}",
                "{'type': 'textfield', 'key': 'k', 'conditional': {'hide': '=a, b'}}",
                "{'type': 'textfield', 'key': 'k', 'conditional': {'show': '=true'}}",
                "{'type': 'textfield', 'key': 'k', 'conditional': {'hide': true}}",
                "{'type': 'textfield', 'key': 'k', 'readonly': 'yes'}",
                "{'type': 'textfield', 'key': 'k', 'readonly': 1}",
                "{'type': 'textfield', 'key': 'k', 'disabled': '=true'}",
                "{'type': 'expression', 'key': 'k', 'expression': '1 + 1'}",
                "{'type': 'number', 'key': 'k', 'validate': {'min': '=1 +'}}",
                "{'type': 'select', 'key': 'k', 'valuesExpression': 'x'}"
            })
    void conditions_that_are_no_conditions_are_refused(String component) {
        refused(component);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'select', 'key': 'k', 'valuesKey': ''}",
                "{'type': 'select', 'key': 'k', 'values': ['x'], 'valuesKey': 'y'}",
                "{'type': 'select', 'key': 'k', 'values': 'x'}",
                "{'type': 'select', 'key': 'k', 'values': [{'label': 'x'}]}",
                "{'type': 'select', 'key': 'k', 'values': [{'label': 'x', 'value': {'a': 1}}]}",
                "{'type': 'number', 'key': 'k', 'decimalDigits': -1}",
                "{'type': 'number', 'key': 'k', 'increment': 'half'}",
                "{'type': 'number', 'key': 'k', 'increment': -1}",
                "{'type': 'datetime', 'key': 'k', 'subtype': 'month'}",
                "{'type': 'datetime', 'key': 'k', 'subtype': 'time', 'timeSerializingFormat': 'unix'}",
                "{'type': 'textfield', 'key': 'k', 'defaultValue': 5}",
                "{'type': 'number', 'key': 'k', 'defaultValue': '5'}",
                "{'type': 'datetime', 'key': 'k', 'defaultValue': 'today'}"
            })
    void settings_that_cannot_work_are_refused(String component) {
        refused(component);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[a", "a{2,1}", "a++", "(?i)x", "\\\\p{L}", "\\\\Qx", "(?<n>a)\\\\k<n>", "(a)\\\\1", "[]a]"
            })
    void patterns_that_the_browser_and_the_server_read_differently_are_refused(String pattern) {
        refused("{'type': 'textfield', 'key': 'k', 'validate': {'pattern': '%s'}}".formatted(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a-b", "1a", "a..b", ".a", "a.", "a.0", "__proto__", "a.constructor", "ä"})
    void keys_that_are_no_variable_names_are_refused(String key) {
        refused(text(key));
        refused(list(key, "'label': 'L'", text("x")));
    }

    @Test
    void fields_without_a_key_and_lists_without_a_path_are_refused_since_the_browser_makes_one_up() {
        refused("{'type': 'textfield'}");
        refused("{'type': 'expression', 'expression': '=1'}");
        refused("{'type': 'dynamiclist', 'disableCollapse': true, 'components': []}");
    }

    @Test
    void keys_that_overlap_are_refused() {
        refused(text("a"), text("a"));
        refused(text("a"), text("a.b"));
        refused(text("a.b"), text("a"));
        refused(text("g.a"), group("'path': 'g'", text("a")));
        refused(text("g"), group("'path': 'g'", text("a")));
        refused(group("'path': 'g'", text("a")), text("g"));
        refused(group("'label': 'one'", text("a")), group("'label': 'two'", text("a")));
        refused(text("l"), list("l", "'label': 'L'", text("a")));
        refused(list("l", "'label': 'L'", text("a")), text("l.a"));
        refused(list("l", "'label': 'L'", text("a"), text("a")));
        refused("{'type': 'textfield', 'key': 'a', 'id': 'x'}", "{'type': 'textfield', 'key': 'b', 'id': 'x'}");
    }

    @Test
    void keys_that_only_look_alike_are_fine() {
        assertThat(GivenForm.schema(
                                text("a.b"),
                                text("a.c"),
                                group("'path': 'g'", text("a")),
                                group("'path': 'g'", text("b")),
                                list("l", "'label': 'L'", text("a"), list("l", "'label': 'L'", text("a"))))
                        .labels())
                .containsOnlyKeys("a.b", "a.c", "g.a", "g.b", "l", "l.a", "l.l", "l.l.a");
    }

    @Test
    void a_list_that_can_be_collapsed_is_refused_since_the_browser_does_not_send_rows_that_are_folded_away() {
        assertThatThrownBy(() -> GivenForm.schema("{'type': 'dynamiclist', 'path': 'l', 'components': []}"))
                .isInstanceOf(FormSchemaException.class)
                .hasMessageContaining("Tick Disable collapse");
    }

    @Test
    void lists_whose_rows_cannot_be_told_apart_are_refused() {
        refused(list("l", "'label': 'L'", "{'type': 'textfield', 'key': 'k', 'readonly': true}"));
        refused(list("l", "'label': 'L'", "{'type': 'textfield', 'key': 'k', 'readonly': '=x'}"));
        refused(list("l", "'label': 'L'", group("'disabled': true", text("k"))));
        refused(list("l", "'label': 'L'", list("m", "'label': 'M', 'allowAddRemove': false", text("k"))));
        refused(list("l", "'label': 'L', 'isRepeating': false", text("k")));
        refused(list("l", "'label': 'L', 'defaultRepetitions': 1000", text("k")));
    }

    @Test
    void a_form_that_is_nested_too_deeply_is_refused() {
        String form = text("k");
        for (int i = 0; i < 12; i++) {
            form = group("'label': 'g'", form);
        }
        refused(form);
    }

    @Test
    void a_label_is_what_people_see_and_never_made_of_values() {
        assertThat(GivenForm.schema(
                                "{'type': 'textfield', 'key': 'a', 'label': ' Goal '}",
                                "{'type': 'textfield', 'key': 'whoWouldHelp'}",
                                "{'type': 'textfield', 'key': 'b', 'label': '=name'}",
                                "{'type': 'textfield', 'key': 'c_d', 'label': 'For {{name}}'}",
                                "{'type': 'datetime', 'key': 'e', 'dateLabel': 'Day', 'timeLabel': 'Hour'}")
                        .labels())
                .containsEntry("a", "Goal")
                .containsEntry("whoWouldHelp", "Who would help")
                .containsEntry("b", "B")
                .containsEntry("c_d", "C d")
                .containsEntry("e", "Day");
    }

    private static void refused(String... components) {
        assertThatThrownBy(() -> GivenForm.schema(components))
                .isInstanceOf(FormSchemaException.class)
                .hasMessageStartingWith("Form \"test-form\": ");
    }
}
