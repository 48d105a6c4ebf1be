package org.criticalfriend.engine.form;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A number field.
 *
 * @param asText whether the browser sends the digits as text ({@code serializeToString}); kept is a number either way
 * @param decimals how many decimal places are allowed
 * @param step what the number must be a multiple of ({@code increment}), counted from zero as form-js does
 */
record NumberInput(
        boolean required,
        boolean asText,
        Optional<Integer> decimals,
        Optional<BigDecimal> step,
        Limit least,
        Limit most)
        implements Input {

    private static final String NO_NUMBER = "please give a number";

    static NumberInput of(Component component) {
        Optional<BigDecimal> decimals = component.number("decimalDigits");
        if (decimals.filter(digits -> digits.signum() < 0 || digits.scale() > 0).isPresent()) {
            throw component.refused("has decimal digits that are no count", "Write 0 or a larger whole number");
        }
        Optional<BigDecimal> step = component.number("increment").filter(by -> by.signum() != 0);
        if (step.filter(by -> by.signum() < 0).isPresent()) {
            throw component.refused("has a negative increment", "Write a positive number");
        }
        return new NumberInput(
                component.flag("validate/required", false),
                component.flag("serializeToString", false),
                decimals.map(BigDecimal::intValue),
                step,
                Limit.of(component, "validate/min"),
                Limit.of(component, "validate/max"));
    }

    @Override
    public Object empty() {
        return null;
    }

    @Override
    public Object opened(Object value, Map<String, Object> known) {
        Optional<BigDecimal> number = value instanceof String text
                ? PlainNumber.written(text)
                : number(value).map(each -> each);
        if (number.isEmpty()) {
            return null;
        }
        return asText ? value.toString() : number.get();
    }

    @Override
    public Object read(Object value) throws NotReadable {
        if (value == null || value.equals("")) {
            return null;
        }
        if (asText && value instanceof String text) {
            PlainNumber.written(text).orElseThrow(() -> new NotReadable(NO_NUMBER));
            return text;
        }
        BigDecimal number = number(value).orElseThrow(() -> new NotReadable(NO_NUMBER));
        return asText ? number.toPlainString() : number;
    }

    private static Optional<BigDecimal> number(Object value) {
        return value instanceof Number number ? PlainNumber.of(number) : Optional.empty();
    }

    @Override
    public Optional<String> fault(Object value, Situation situation) {
        if (value == null) {
            return required ? Optional.of("please fill this in") : Optional.empty();
        }
        BigDecimal number = (BigDecimal) kept(value, situation.now());
        if (decimals.isPresent() && number.scale() > decimals.get()) {
            return Optional.of(
                    decimals.get() == 0
                            ? "please give a whole number"
                            : "please give at most " + decimals.get() + " decimal places");
        }
        if (step.isPresent() && number.remainder(step.get()).signum() != 0) {
            return Optional.of("please give a multiple of " + step.get().toPlainString());
        }
        if (least.in(situation).filter(limit -> number.compareTo(limit) < 0).isPresent()) {
            return Optional.of("please give a larger number" + told(least, "at least"));
        }
        if (most.in(situation).filter(limit -> number.compareTo(limit) > 0).isPresent()) {
            return Optional.of("please give a smaller number" + told(most, "at most"));
        }
        return Optional.empty();
    }

    private static String told(Limit limit, String how) {
        return limit.written()
                .map(number -> ", " + how + " " + number.toPlainString())
                .orElse("");
    }

    @Override
    public Object kept(Object value, ZonedDateTime now) {
        return value instanceof String text ? PlainNumber.written(text).orElseThrow() : value;
    }
}
