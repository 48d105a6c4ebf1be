package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.criticalfriend.engine.form.GivenForm.rows;
import static org.criticalfriend.engine.form.GivenForm.values;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.group;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.list;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HiddenFieldsTest {

    private static final String MUST_STAY_EMPTY = "Why: this is not asked for here and must stay empty";

    @Test
    void a_hidden_field_need_not_be_filled_in_though_it_is_required() {
        GivenForm form = GivenForm.of(text("answer"), why("=answer != `no`"));

        assertThat(form.keeps("answer", "yes")).isEqualTo(values("answer", "yes", "why", null));
        assertThat(form.keeps("answer", "no", "why", "x")).isEqualTo(values("answer", "no", "why", "x"));
        form.refuses("answer", "no").containsExactly("Why: please fill this in");
    }

    @Test
    void a_hidden_field_must_stay_empty() {
        GivenForm form = GivenForm.of(text("answer"), why("=answer != `no`"));

        form.refuses("answer", "yes", "why", "x").containsExactly(MUST_STAY_EMPTY);
        assertThat(form.keeps("answer", "yes", "why", null)).containsEntry("why", null);
    }

    @Test
    void a_condition_can_look_at_what_the_form_was_opened_with() {
        GivenForm form = GivenForm.of(why("=hypothesis = null or hypothesis = ``"));

        assertThat(form.keeps()).containsEntry("why", null);
        assertThat(form.openedWith("hypothesis", "").keeps()).containsEntry("why", null);
        form.openedWith("hypothesis", "It is the timetable.").refuses().containsExactly("Why: please fill this in");
    }

    @Test
    void what_a_condition_looks_at_cannot_be_sent_along() {
        GivenForm.of(why("=hypothesis = null"))
                .openedWith("hypothesis", "It is the timetable.")
                .refuses("hypothesis", null)
                .contains("This form: there is no field hypothesis here", "Why: please fill this in");
    }

    @Test
    void an_empty_field_looks_to_conditions_as_in_the_browser() {
        assertThat(GivenForm.of(text("t"), why("=t = ``")).keeps()).containsEntry("why", null);
        assertThat(GivenForm.of("{'type': 'number', 'key': 'n'}", why("=n = null"))
                        .keeps())
                .containsEntry("why", null);
        assertThat(GivenForm.of("{'type': 'checkbox', 'key': 'c'}", why("=not(c)"))
                        .keeps())
                .containsEntry("why", null);
        assertThat(GivenForm.of("{'type': 'checklist', 'key': 'l', 'values': ['x']}", why("=count(l) = 0"))
                        .keeps())
                .containsEntry("why", null);
        assertThat(GivenForm.of("{'type': 'datetime', 'key': 'd'}", why("=d = null"))
                        .keeps())
                .containsEntry("why", null);
    }

    @Test
    void a_condition_sees_a_text_with_the_space_around_it_as_in_the_browser() {
        GivenForm form = GivenForm.of(text("t"), why("=t = `x`"));

        assertThat(form.keeps("t", "x ", "why", "y")).isEqualTo(values("t", "x", "why", "y"));
    }

    @Test
    void a_field_that_was_emptied_is_empty_to_conditions_from_the_first_look_on() {
        GivenForm form = GivenForm.of("{'type': 'number', 'key': 'n', 'label': 'N', 'validate': {'required': true},"
                        + " 'conditional': {'hide': '=n = null'}}")
                .openedWith("n", 0);

        form.refuses("n", null).containsExactly("N: please fill this in");
    }

    @Test
    void a_date_is_a_text_to_conditions_as_in_the_browser() {
        GivenForm form = GivenForm.of("{'type': 'datetime', 'key': 'd'}", why("=date(d) > today()"));

        assertThat(form.keeps("d", "2026-11-06")).containsEntry("why", null);
        form.refuses("d", "2026-11-05").containsExactly("Why: please fill this in");
        assertThat(GivenForm.of(why("=day = `2026-11-06`"))
                        .openedWith("day", LocalDate.of(2026, 11, 6))
                        .keeps())
                .containsEntry("why", null);
    }

    @Test
    void a_condition_that_fails_hides_nothing() {
        for (String condition : List.of("=nothing > 5", "=1 / 0 = 1", "=`yes`", "=assert(null, false)")) {
            GivenForm.of(why(condition)).refuses().containsExactly("Why: please fill this in");
        }
    }

    @Test
    void what_is_in_a_hidden_group_is_hidden() {
        GivenForm form = GivenForm.of(
                text("answer"),
                group(
                        "'path': 'more', 'conditional': {'hide': '=answer = `no`'}",
                        group("'label': ''", why("=false"))));

        assertThat(form.keeps("answer", "no")).isEqualTo(values("answer", "no", "more", values("why", null)));
        form.refuses("answer", "yes").containsExactly("Why: please fill this in");
        form.refuses("answer", "no", "more", Map.of("why", "x")).containsExactly(MUST_STAY_EMPTY);
    }

    @Test
    void a_hidden_list_has_no_rows() {
        GivenForm form = GivenForm.of(
                text("answer"), list("l", "'label': 'Why', 'conditional': {'hide': '=answer = `no`'}", text("t")));

        assertThat(form.keeps("answer", "no")).containsEntry("l", List.of());
        assertThat(form.keeps("answer", "no", "l", List.of())).containsEntry("l", List.of());
        form.refuses("answer", "no", "l", rows("t", "x")).containsExactly(MUST_STAY_EMPTY);
    }

    @Test
    void in_a_list_a_condition_sees_its_row_what_is_around_and_the_number_of_the_row() {
        for (String condition :
                List.of("=this.t = `h`", "=_this_.t = `h`", "=parent.l[1].t = `h` and i[1] = 1", "=i = [1]")) {
            GivenForm form = GivenForm.of(list("l", "'label': 'L'", text("t"), why(condition)));

            assertThat(form.keeps("l", List.of(Map.of("t", "h"), Map.of("t", "v", "why", "x"))))
                    .containsEntry("l", List.of(values("t", "h", "why", null), values("t", "v", "why", "x")));
            form.refuses("l", List.of(Map.of("t", "h", "why", "x"), Map.of("t", "v")))
                    .containsExactly("L, row 1: " + MUST_STAY_EMPTY, "L, row 2: Why: please fill this in");
        }
    }

    @Test
    void in_a_list_a_bare_name_is_one_of_the_form_and_not_of_the_row() {
        GivenForm form = GivenForm.of(text("t"), list("l", "'label': 'L'", text("t"), why("=t = `h`")));

        assertThat(form.keeps("t", "h", "l", rows("t", "v")))
                .containsEntry("l", List.of(values("t", "v", "why", null)));
        form.refuses("t", "v", "l", rows("t", "h")).containsExactly("L, row 1: Why: please fill this in");
    }

    @Test
    void in_a_list_inside_a_list_a_condition_sees_both_rows() {
        GivenForm form = GivenForm.of(list(
                "outer",
                "'label': 'O'",
                text("t"),
                list("inner", "'label': 'I'", why("=parent.this.t = `h` and i[2] = 1"))));

        assertThat(form.keeps("outer", List.of(values("t", "h", "inner", List.of(Map.of(), Map.of("why", "x"))))))
                .isNotEmpty();
        form.refuses("outer", List.of(values("t", "v", "inner", List.of(Map.of(), Map.of("why", "x")))))
                .containsExactly("O, row 1: I, row 1: Why: please fill this in");
    }

    @Test
    void what_is_hidden_does_not_count_for_other_conditions() {
        GivenForm form = GivenForm.of(
                text("answer"),
                group(
                        "'path': 'g'",
                        "{'type': 'textfield', 'key': 'detail', 'conditional': {'hide': '=answer = `no`'}}",
                        text("other")),
                why("=g.detail = `known`"));

        assertThat(form.keeps("answer", "yes", "g", Map.of("detail", "known"))).containsEntry("why", null);
        form.openedWith("g", Map.of("detail", "known"))
                .refuses("answer", "no")
                .containsExactly("Why: please fill this in");
    }

    @Test
    void a_hidden_field_at_the_top_counts_with_what_the_form_was_opened_with_as_in_the_browser() {
        GivenForm form = GivenForm.of(
                        text("answer"),
                        "{'type': 'textfield', 'key': 'detail', 'conditional': {'hide': '=answer = `no`'}}",
                        why("=detail = `known`"))
                .openedWith("detail", "known");

        assertThat(form.keeps("answer", "no")).containsEntry("why", null);
    }

    @Test
    void leaving_out_a_field_does_not_bring_back_the_value_that_hides_another() {
        GivenForm form = GivenForm.of(text("answer"), why("=answer = `yes`")).openedWith("answer", "yes");

        assertThat(form.keeps("answer", "yes")).containsEntry("why", null);
        form.refuses().containsExactly("Why: please fill this in");
    }

    private static String why(String hide) {
        return ("{'type': 'textfield', 'key': 'why', 'label': 'Why', 'validate': {'required': true},"
                        + " 'conditional': {'hide': '%s'}}")
                .formatted(hide);
    }
}
