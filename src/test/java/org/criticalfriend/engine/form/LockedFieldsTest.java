package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.criticalfriend.engine.form.GivenForm.rows;
import static org.criticalfriend.engine.form.GivenForm.values;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.group;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.list;
import static org.criticalfriend.engine.form.ListsAndGroupsTest.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockedFieldsTest {

    private static final String NO_CHANGE = "T: this cannot be changed here";

    @ParameterizedTest
    @ValueSource(strings = {"'readonly': true", "'disabled': true", "'readonly': '=1 = 1'"})
    void a_locked_field_may_come_as_it_was_and_is_not_passed_on(String lock) {
        GivenForm form = GivenForm.of(locked("textfield", lock)).openedWith("t", " as it\nwas ");

        assertThat(form.keeps("t", "as it was")).isEmpty();
        assertThat(form.keeps("t", " as it was ")).isEmpty();
        assertThat(form.keeps("t", null)).isEmpty();
        assertThat(form.keeps()).isEmpty();
        form.refuses("t", "as it is").containsExactly(NO_CHANGE);
        form.refuses("t", "").containsExactly(NO_CHANGE);
        form.refuses("t", List.of("as it was")).containsExactly(NO_CHANGE);
    }

    @Test
    void a_field_can_be_locked_by_what_is_typed_elsewhere() {
        GivenForm form = GivenForm.of("{'type': 'checkbox', 'key': 'done'}", locked("textfield", "'readonly': '=done'"))
                .openedWith("t", "was");

        assertThat(form.keeps("done", false, "t", "is")).isEqualTo(values("done", false, "t", "is"));
        assertThat(form.keeps("done", true, "t", "was")).isEqualTo(values("done", true));
        form.refuses("done", true, "t", "is").containsExactly(NO_CHANGE);
    }

    @Test
    void numbers_and_dates_are_compared_by_value() {
        assertThat(GivenForm.of(locked("number", "'readonly': true"))
                        .openedWith("t", new BigDecimal("2.50"))
                        .keeps("t", 2.5))
                .isEmpty();
        assertThat(GivenForm.of(locked("datetime", "'readonly': true, 'subtype': 'date'"))
                        .openedWith("t", LocalDate.of(2026, 12, 24))
                        .keeps("t", "2026-12-24"))
                .isEmpty();
        assertThat(GivenForm.of(locked("datetime", "'readonly': true, 'subtype': 'datetime'"))
                        .openedWith("t", "2026-12-24T10:00+01:00")
                        .keeps("t", "2026-12-24T09:00Z"))
                .isEmpty();
        GivenForm.of(locked("number", "'readonly': true"))
                .openedWith("t", 2)
                .refuses("t", 3)
                .containsExactly(NO_CHANGE);
    }

    @Test
    void a_locked_field_that_was_opened_with_nothing_comes_with_what_the_browser_makes_of_that() {
        assertThat(GivenForm.of(locked("checkbox", "'readonly': true")).keeps("t", false))
                .isEmpty();
        assertThat(GivenForm.of(locked("textfield", "'readonly': true")).keeps("t", ""))
                .isEmpty();
        assertThat(GivenForm.of(locked("textfield", "'readonly': true, 'defaultValue': 'new'"))
                        .keeps("t", "new"))
                .isEmpty();
        assertThat(GivenForm.of(locked("select", "'readonly': true, 'values': ['x']"))
                        .openedWith("t", "gone")
                        .keeps("t", null))
                .isEmpty();
        GivenForm.of(locked("checkbox", "'readonly': true")).refuses("t", true).containsExactly(NO_CHANGE);
    }

    @Test
    void the_rules_of_a_locked_field_are_not_held_against_who_cannot_change_it() {
        GivenForm form = GivenForm.of(locked("textfield", "'readonly': true, 'validate': {'maxLength': 2}"));

        assertThat(form.openedWith("t", "long").keeps("t", "long")).isEmpty();
    }

    @Test
    void what_is_in_a_locked_group_is_locked_as_in_the_browser() {
        GivenForm form = GivenForm.of(group("'readonly': true", text("t"))).openedWith("t", "was");

        assertThat(form.keeps("t", "was")).isEmpty();
        form.refuses("t", "is").containsExactly(NO_CHANGE);
    }

    @Test
    void a_row_of_a_fixed_list_carries_its_locked_cell_and_no_other_row_s() {
        GivenForm form = GivenForm.of(list(
                        "l",
                        "'label': 'L', 'allowAddRemove': false",
                        locked("textfield", "'readonly': true"),
                        text("n")))
                .openedWith("l", rows("t", "first", "second"));

        assertThat(form.keeps("l", List.of(Map.of("t", "first", "n", "1"), Map.of("t", "second", "n", "2"))))
                .containsEntry("l", List.of(Map.of("t", "first", "n", "1"), Map.of("t", "second", "n", "2")));
        form.refuses("l", List.of(Map.of("t", "second", "n", "1"), Map.of("t", "first", "n", "2")))
                .containsExactly("L, row 1: " + NO_CHANGE, "L, row 2: " + NO_CHANGE);
        form.refuses("l", List.of(Map.of("t", "first"), Map.of("n", "2"))).containsExactly("L, row 2: " + NO_CHANGE);
    }

    @Test
    void a_disabled_cell_is_not_sent_by_the_browser_and_is_in_the_row_all_the_same() {
        GivenForm form = GivenForm.of(list(
                        "l", "'label': 'L', 'allowAddRemove': false", locked("number", "'disabled': true"), text("n")))
                .openedWith("l", rows("t", 7));

        assertThat(form.keeps("l", rows("n", "x")))
                .containsEntry("l", List.of(values("t", new BigDecimal("7"), "n", "x")));
        form.refuses("l", rows("t", 8)).containsExactly("L, row 1: " + NO_CHANGE);
    }

    @Test
    void a_locked_list_must_come_as_it_was_and_is_not_passed_on() {
        GivenForm form = GivenForm.of(
                        "{'type': 'checkbox', 'key': 'done'}",
                        list("l", "'label': 'L', 'readonly': '=done'", text("t")))
                .openedWith("l", rows("t", "a", "b"));

        assertThat(form.keeps("done", true, "l", rows("t", "a", "b"))).isEqualTo(values("done", true));
        assertThat(form.keeps("done", false, "l", rows("t", "c"))).containsEntry("l", rows("t", "c"));
        form.refuses("done", true, "l", rows("t", "a")).hasSize(1);
        form.refuses("done", true, "l", rows("t", "a", "c")).containsExactly("L, row 2: " + NO_CHANGE);
    }

    @Test
    void a_condition_sees_what_a_locked_field_was_opened_with_whatever_is_sent() {
        GivenForm.of(
                        locked("textfield", "'readonly': true"),
                        "{'type': 'textfield', 'key': 'why', 'label': 'Why', 'validate': {'required': true},"
                                + " 'conditional': {'hide': '=t = `no`'}}")
                .openedWith("t", "yes")
                .refuses("t", "no")
                .containsExactly(NO_CHANGE, "Why: please fill this in");
    }

    private static String locked(String type, String properties) {
        return "{'type': '%s', 'key': 't', 'label': 'T', %s}".formatted(type, properties);
    }
}
