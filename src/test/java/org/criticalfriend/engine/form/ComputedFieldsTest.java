package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.criticalfriend.engine.form.GivenForm.rows;
import static org.criticalfriend.engine.form.GivenForm.values;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.list;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.text;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputedFieldsTest {

    @Test
    void the_server_computes_itself_and_takes_nobody_s_word() {
        GivenForm form = GivenForm.of("{'type': 'number', 'key': 'n'}", computed("twice", "=n * 2"));

        assertThat(form.keeps("n", 3, "twice", 6)).containsEntry("twice", new BigDecimal("6"));
        assertThat(form.keeps("n", 3, "twice", 99)).containsEntry("twice", new BigDecimal("6"));
        assertThat(form.keeps("n", 3)).containsEntry("twice", new BigDecimal("6"));
        assertThat(form.keeps("twice", 6)).containsEntry("twice", null);
    }

    @Test
    void computed_fields_can_use_one_another_in_any_order() {
        GivenForm form = GivenForm.of(computed("c", "=b + 1"), computed("b", "=a + 1"), computed("a", "=1"));

        assertThat(form.keeps())
                .containsEntry("a", new BigDecimal("1"))
                .containsEntry("b", new BigDecimal("2"))
                .containsEntry("c", new BigDecimal("3"));
    }

    @Test
    void a_condition_sees_what_the_server_computed_and_not_what_was_sent() {
        GivenForm form = GivenForm.of(
                computed("few", "=count(l) < 2"),
                list("l", "'label': 'L'", text("t")),
                "{'type': 'textfield', 'key': 'why', 'label': 'Why', 'validate': {'required': true},"
                        + " 'conditional': {'hide': '=few'}}");

        assertThat(form.keeps("l", rows("t", "one"), "few", false)).containsEntry("why", null);
        form.refuses("l", rows("t", "one", "two"), "few", true).containsExactly("Why: please fill this in");
    }

    @Test
    void a_row_can_compute_too() {
        assertThat(GivenForm.of(list("l", "'label': 'L'", text("t"), computed("loud", "=upper case(this.t)")))
                        .keeps("l", rows("t", "a", "b")))
                .containsEntry("l", List.of(values("t", "a", "loud", "A"), values("t", "b", "loud", "B")));
    }

    @Test
    void computing_that_never_comes_to_rest_ends_all_the_same() {
        assertThat(GivenForm.of(computed("n", "=if n = null then 1 else n + 1")).keeps())
                .containsKey("n");
    }

    @Test
    void what_is_computed_on_submission_counts_for_conditions_only_as_it_was_before() {
        GivenForm form = GivenForm.of(
                        "{'type': 'expression', 'key': 'late', 'expression': '=true', 'computeOn': 'presubmit'}",
                        "{'type': 'textfield', 'key': 'why', 'label': 'Why', 'validate': {'required': true},"
                                + " 'conditional': {'hide': '=late'}}")
                .openedWith("late", false);

        assertThat(form.keeps("why", "x")).isEqualTo(values("late", true, "why", "x"));
    }

    private static String computed(String key, String expression) {
        return "{'type': 'expression', 'key': '%s', 'expression': '%s'}".formatted(key, expression);
    }
}
