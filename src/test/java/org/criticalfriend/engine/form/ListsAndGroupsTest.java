package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.criticalfriend.engine.form.GivenForm.rows;
import static org.criticalfriend.engine.form.GivenForm.values;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListsAndGroupsTest {

    private static final String QUESTION =
            "{'type': 'textarea', 'key': 'text', 'label': 'Question', 'validate': {'required': true}}";
    private static final GivenForm QUESTIONS = GivenForm.of(list("questions", "'label': 'Questions'", QUESTION));

    @Test
    void the_rows_of_a_list_are_kept_in_their_order() {
        assertThat(QUESTIONS.keeps("questions", rows("text", "one", "two", "three")))
                .containsEntry("questions", rows("text", "one", "two", "three"));
    }

    @Test
    void a_list_that_is_not_sent_has_no_rows_for_so_the_browser_tells_it() {
        assertThat(QUESTIONS.keeps()).containsEntry("questions", List.of());
        assertThat(QUESTIONS.openedWith("questions", rows("text", "old")).keeps())
                .containsEntry("questions", List.of());
    }

    @Test
    void a_breach_in_a_row_names_the_row() {
        QUESTIONS
                .refuses("questions", rows("text", "one", "", null))
                .containsExactly(
                        "Questions, row 2: Question: please fill this in",
                        "Questions, row 3: Question: please fill this in");
    }

    @Test
    void a_breach_in_a_list_inside_a_list_names_both_rows() {
        GivenForm form =
                GivenForm.of(list("outer", "'label': 'Findings'", list("inner", "'label': 'Options'", QUESTION)));

        form.refuses("outer", List.of(Map.of(), Map.of("inner", rows("text", "fine", ""))))
                .containsExactly("Findings, row 2: Options, row 2: Question: please fill this in");
        assertThat(form.keeps("outer", List.of(Map.of("inner", rows("text", "fine")))))
                .containsEntry("outer", List.of(Map.of("inner", rows("text", "fine"))));
    }

    @Test
    void a_row_carries_only_fields_of_the_list() {
        QUESTIONS
                .refuses("questions", List.of(Map.of("text", "one", "school", "another")))
                .containsExactly("Questions, row 1: there is no field school here");
    }

    @Test
    void what_is_no_list_or_no_row_is_refused() {
        QUESTIONS.refuses("questions", "one").containsExactly("Questions: this must be a list");
        QUESTIONS.refuses("questions", Map.of("0", Map.of())).containsExactly("Questions: this must be a list");
        QUESTIONS.refuses("questions", List.of("one")).contains("Questions, row 1: this must be a row of fields");
    }

    @Test
    void a_list_has_no_more_than_two_hundred_rows() {
        assertThat(QUESTIONS.keeps("questions", Collections.nCopies(200, Map.of("text", "x"))))
                .hasEntrySatisfying(
                        "questions", rows -> assertThat((List<?>) rows).hasSize(200));
        QUESTIONS
                .refuses("questions", Collections.nCopies(201, Map.of("text", "x")))
                .containsExactly("Questions: please keep to 200 rows");
    }

    @Test
    void lists_inside_a_list_have_no_more_than_a_thousand_rows_together() {
        GivenForm form = GivenForm.of(list("outer", "'label': 'Outer'", list("inner", "'label': 'Inner'", QUESTION)));
        Map<String, Object> hundred = Map.of("inner", Collections.nCopies(100, Map.of("text", "x")));

        assertThat(form.answered("outer", Collections.nCopies(9, hundred)).accepted())
                .isTrue();
        form.refuses("outer", Collections.nCopies(11, hundred)).isNotEmpty();
    }

    @Test
    void rows_that_are_fixed_stay_as_many_as_they_were() {
        GivenForm form = GivenForm.of(list("questions", "'label': 'Questions', 'allowAddRemove': false", QUESTION))
                .openedWith("questions", rows("text", "a", "b"));

        assertThat(form.keeps("questions", rows("text", "c", "d"))).containsEntry("questions", rows("text", "c", "d"));
        for (List<?> other : List.of(rows("text", "c"), rows("text", "c", "d", "e"), List.of())) {
            form.refuses("questions", other).containsExactly("Questions: rows cannot be added or taken away here");
        }
        form.refuses().containsExactly("Questions: rows cannot be added or taken away here");
    }

    @Test
    void a_fixed_list_that_was_opened_with_nothing_has_the_empty_rows_that_the_browser_makes() {
        String fixed = "'label': 'Questions', 'allowAddRemove': false, 'defaultRepetitions': 2";
        GivenForm form = GivenForm.of(list("questions", fixed, QUESTION));

        assertThat(form.keeps("questions", rows("text", "c", "d"))).containsEntry("questions", rows("text", "c", "d"));
        form.refuses("questions", rows("text", "c")).hasSize(1);
    }

    @Test
    void a_row_in_which_nothing_was_shown_may_come_as_nothing() {
        GivenForm form = GivenForm.of(
                list("l", "'label': 'L'", "{'type': 'textfield', 'key': 't', 'conditional': {'hide': '=i[1] = 1'}}"));

        assertThat(form.keeps("l", Arrays.asList(null, Map.of("t", "x"))))
                .containsEntry("l", Arrays.asList(values("t", null), values("t", "x")));
    }

    @Test
    void rows_at_the_end_of_a_fixed_list_in_which_nothing_is_shown_are_not_sent() {
        GivenForm form = GivenForm.of(list(
                        "l",
                        "'label': 'L', 'allowAddRemove': false",
                        "{'type': 'textfield', 'key': 't', 'conditional': {'hide': '=i[1] > 1'}}",
                        "{'type': 'textfield', 'key': 'fixed', 'disabled': true}"))
                .openedWith("l", rows("fixed", "a", "b"));

        assertThat(form.keeps("l", rows("t", "x")))
                .containsEntry("l", List.of(values("t", "x", "fixed", "a"), values("t", null, "fixed", "b")));
        form.refuses().containsExactly("L: rows cannot be added or taken away here");
    }

    @Test
    void a_group_with_a_path_holds_its_fields_together_and_one_without_does_not() {
        GivenForm form = GivenForm.of(
                group("'path': 'visit.plan'", text("first"), group("'label': 'inner'", text("second"))),
                group("'label': 'loose'", text("third")),
                text("dotted.key"));

        assertThat(form.keeps(
                        "visit", Map.of("plan", Map.of("first", "1", "second", "2")),
                        "third", "3",
                        "dotted", Map.of("key", "4")))
                .isEqualTo(values(
                        "visit", Map.of("plan", Map.of("first", "1", "second", "2")),
                        "third", "3",
                        "dotted", Map.of("key", "4")));
    }

    @Test
    void a_group_carries_only_its_fields() {
        GivenForm form = GivenForm.of(group("'path': 'visit'", text("first")));

        form.refuses("visit", Map.of("first", "1", "other", "2"))
                .containsExactly("This form: there is no field other here");
        form.refuses("visit", "x").containsExactly("This form: visit is not a group of fields");
        form.refuses("first", "1").containsExactly("This form: there is no field first here");
    }

    @Test
    void components_that_only_show_something_carry_no_value() {
        GivenForm form = GivenForm.of(
                "{'type': 'text', 'text': '# {{title}}', 'key': 'title'}",
                "{'type': 'html', 'content': '<p/>'}",
                "{'type': 'table', 'dataSource': '=rows', 'id': 'x'}",
                "{'type': 'image', 'source': 'https://school.example/x.png'}",
                "{'type': 'separator'}",
                "{'type': 'spacer'}",
                "{'type': 'iframe'}",
                "{'type': 'button', 'action': 'submit', 'key': 'go'}");

        assertThat(form.keeps()).isEmpty();
        form.refuses("title", "x").containsExactly("This form: there is no field title here");
    }

    static String list(String path, String properties, String... components) {
        return "{'type': 'dynamiclist', 'path': '%s', 'disableCollapse': true, %s, 'components': [%s]}"
                .formatted(path, properties, String.join(",", components));
    }

    static String group(String properties, String... components) {
        return "{'type': 'group', %s, 'components': [%s]}".formatted(properties, String.join(",", components));
    }

    static String text(String key) {
        return "{'type': 'textfield', 'key': '%s'}".formatted(key);
    }
}
