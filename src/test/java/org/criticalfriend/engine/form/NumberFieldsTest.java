package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberFieldsTest {

    @Test
    void numbers_of_all_kinds_are_kept_as_one() {
        for (Object three : new Object[] {3, 3L, 3.0, 3.0f, (short) 3, BigInteger.valueOf(3), new BigDecimal("3.00")}) {
            assertThat(number("").keeps("n", three)).containsEntry("n", new BigDecimal("3"));
        }
        assertThat(number("").keeps("n", 0.1)).containsEntry("n", new BigDecimal("0.1"));
        assertThat(number("").keeps("n", 300)).containsEntry("n", new BigDecimal("300"));
        assertThat(number("").keeps("n", -2)).containsEntry("n", new BigDecimal("-2"));
    }

    @Test
    void nothing_typed_is_nothing_kept() {
        assertThat(number("").keeps()).containsEntry("n", null);
        assertThat(number("").keeps("n", null)).containsEntry("n", null);
        assertThat(number("").keeps("n", "")).containsEntry("n", null);
    }

    @Test
    void a_required_number_must_be_filled_in_and_zero_is_a_number() {
        GivenForm form = number("'validate': {'required': true}");

        assertThat(form.keeps("n", 0)).containsEntry("n", BigDecimal.ZERO);
        form.refuses("n", null).containsExactly("Pupils: please fill this in");
    }

    @Test
    void what_is_no_number_is_refused() {
        for (Object value : new Object[] {"3", "three", true, List.of(3), Map.of("n", 3)}) {
            number("").refuses("n", value).containsExactly("Pupils: please give a number");
        }
    }

    @Test
    void not_a_number_infinity_and_numbers_out_of_all_bounds_are_refused_at_once() {
        Object[] monsters = {
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            1e300,
            Double.MIN_VALUE,
            Long.MAX_VALUE,
            new BigDecimal("1e1000000000"),
            new BigDecimal("1e-1000000000"),
            BigInteger.ONE.shiftLeft(10_000_000)
        };

        for (Object monster : monsters) {
            number("'increment': 0.001").refuses("n", monster).containsExactly("Pupils: please give a number");
        }
    }

    @Test
    void a_number_has_no_more_decimal_places_than_the_form_allows() {
        assertThat(number("'decimalDigits': 2").keeps("n", 1.25)).containsEntry("n", new BigDecimal("1.25"));
        assertThat(number("'decimalDigits': 0").keeps("n", 2.0)).containsEntry("n", new BigDecimal("2"));
        number("'decimalDigits': 2")
                .refuses("n", 1.255)
                .containsExactly("Pupils: please give at most 2 decimal places");
        number("'decimalDigits': 0").refuses("n", 1.5).containsExactly("Pupils: please give a whole number");
    }

    @Test
    void a_number_is_a_multiple_of_the_increment() {
        assertThat(number("'increment': '0.5'").keeps("n", -1.5)).containsEntry("n", new BigDecimal("-1.5"));
        assertThat(number("'increment': 5").keeps("n", 0)).containsEntry("n", BigDecimal.ZERO);
        number("'increment': '0.5'").refuses("n", 1.2).containsExactly("Pupils: please give a multiple of 0.5");
    }

    @Test
    void a_number_lies_between_the_smallest_and_the_largest() {
        GivenForm form = number("'validate': {'min': 1, 'max': 2.5}");

        assertThat(form.keeps("n", 1)).containsEntry("n", BigDecimal.ONE);
        assertThat(form.keeps("n", 2.5)).containsEntry("n", new BigDecimal("2.5"));
        form.refuses("n", 0).containsExactly("Pupils: please give a larger number, at least 1");
        form.refuses("n", 2.6).containsExactly("Pupils: please give a smaller number, at most 2.5");
    }

    @Test
    void a_smallest_or_largest_number_can_be_computed_and_is_then_not_told() {
        GivenForm form = GivenForm.of(
                "{'type': 'number', 'key': 'from'}",
                "{'type': 'number', 'key': 'to', 'validate': {'min': '=from', 'max': '=from + 10'}}");

        assertThat(form.keeps("from", 3, "to", 13)).containsEntry("to", new BigDecimal("13"));
        assertThat(form.keeps("to", 99)).containsEntry("to", new BigDecimal("99"));
        form.refuses("from", 3, "to", 2).containsExactly("To: please give a larger number");
        form.refuses("from", 3, "to", 14).containsExactly("To: please give a smaller number");
    }

    @Test
    void a_number_sent_as_text_is_kept_as_a_number() {
        GivenForm form = number("'serializeToString': true, 'validate': {'max': 100}");

        assertThat(form.keeps("n", "1.50")).containsEntry("n", new BigDecimal("1.5"));
        assertThat(form.keeps("n", "1e1")).containsEntry("n", new BigDecimal("10"));
        assertThat(form.keeps("n", ".5")).containsEntry("n", new BigDecimal("0.5"));
        form.refuses("n", "101").containsExactly("Pupils: please give a smaller number, at most 100");
        for (String text : List.of("NaN", "Infinity", "0x10", "1,5", " 1", "1e999999999", "9".repeat(50), "--1")) {
            form.refuses("n", text).containsExactly("Pupils: please give a number");
        }
    }

    private static GivenForm number(String properties) {
        return GivenForm.of("{'type': 'number', 'key': 'n', 'label': 'Pupils'%s}"
                .formatted(properties.isEmpty() ? "" : ", " + properties));
    }
}
