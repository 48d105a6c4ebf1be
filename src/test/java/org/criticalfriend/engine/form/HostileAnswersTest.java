package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.group;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.list;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostileAnswersTest {

    private static final String MARK = "Mrs Example told me";

    private static final GivenForm FORM = GivenForm.of(
            text("t"),
            "{'type': 'number', 'key': 'n'}",
            "{'type': 'checkbox', 'key': 'c'}",
            "{'type': 'select', 'key': 's', 'values': ['x']}",
            "{'type': 'checklist', 'key': 'm', 'values': ['x']}",
            "{'type': 'datetime', 'key': 'd', 'subtype': 'date'}",
            "{'type': 'textfield', 'key': 'r', 'readonly': true}",
            "{'type': 'textfield', 'key': 'h', 'conditional': {'hide': '=true'}}",
            "{'type': 'textfield', 'key': 'p', 'validate': {'pattern': '^x$', 'validationType': 'email'}}",
            "{'type': 'number', 'key': 'e', 'validate': {'max': '=n'}}",
            group("'path': 'g'", text("inner")),
            list("l", "'label': 'L'", text("cell")));

    @Test
    void no_message_repeats_what_was_typed() {
        List<Object> values = List.of(
                MARK,
                List.of(MARK),
                Map.of(MARK, MARK),
                List.of(Map.of("cell", List.of(MARK))),
                Map.of("inner", 7),
                4711);

        for (Object value : values) {
            Map<String, Object> submitted = new HashMap<>();
            for (String key : List.of("t", "n", "c", "s", "m", "d", "r", "h", "p", "e", "g", "l", MARK, "4711")) {
                submitted.put(key, value);
            }
            FORM.refuses(submitted.entrySet().stream()
                            .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                            .toArray())
                    .isNotEmpty()
                    .noneMatch(words -> words.contains("Example") || words.contains("4711"));
        }
    }

    @Test
    void an_unknown_field_is_named_only_if_its_name_is_a_plain_one() {
        FORM.refuses("approved", true).containsExactly("This form: there is no field approved here");
        FORM.refuses("<b>x</b>", 1).containsExactly("This form: there is no field of that name here");
        FORM.refuses("a".repeat(100), 1).containsExactly("This form: there is no field of that name here");
        FORM.refuses(MARK, null).containsExactly("This form: there is no field of that name here");
    }

    @Test
    void names_that_mean_something_to_scripts_are_unknown_too() {
        for (String name : List.of("__proto__", "constructor", "this", "parent", "i", "known", "test-form")) {
            FORM.refuses(name, Map.of()).hasSize(1);
        }
    }

    @Test
    void nesting_without_end_is_not_followed() {
        Object deep = "x";
        for (int i = 0; i < 100_000; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Map.of("inner", deep, "cell", deep);
        }
        Map<String, Object> circle = new HashMap<>();
        circle.put("inner", circle);
        circle.put("cell", circle);
        List<Object> ring = new ArrayList<>();
        ring.add(ring);

        for (Object value : new Object[] {deep, List.of(deep), Map.of("inner", deep), circle, List.of(circle), ring}) {
            for (String key : List.of("t", "n", "c", "s", "m", "d", "r", "h", "g", "l", "unknown")) {
                FORM.refuses(key, value).isNotEmpty();
            }
        }
    }

    @Test
    void a_thousand_unknown_fields_are_refused_in_a_few_words() {
        Map<String, Object> many = new LinkedHashMap<>();
        for (int i = 0; i < 100_000; i++) {
            many.put("x" + i, i);
        }

        assertThat(GivenForm.schema(text("t"))
                        .check(many, Map.of(), GivenForm.NOW)
                        .breaches())
                .hasSize(Breaches.MOST);
    }

    @Test
    void huge_lists_are_refused_without_a_look_at_their_rows() {
        FORM.refuses("l", Collections.nCopies(5_000_000, Map.of("stranger", 1)))
                .containsExactly("L: please keep to 200 rows");
        FORM.refuses("m", Collections.nCopies(5_000_000, "x")).hasSize(1);
        FORM.refuses("t", "x".repeat(5_000_000)).hasSize(1);
    }

    @Test
    void an_answer_that_is_refused_hands_out_no_values() {
        assertThat(FORM.answered("t", "fine", "n", "three").values()).isEmpty();
        assertThat(FORM.answered("t", "fine", "n", "three").accepted()).isFalse();
        assertThat(FORM.answered("t", "fine", "n", 3).accepted()).isTrue();
    }

    @Test
    void values_that_were_handed_out_cannot_be_changed() {
        Map<String, Object> values = FORM.keeps("t", "fine");

        assertThatThrownBy(() -> values.put("t", "other")).isInstanceOf(UnsupportedOperationException.class);
    }
}
