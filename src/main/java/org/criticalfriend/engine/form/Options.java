package org.criticalfriend.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be chosen in a select, radio, checklist or taglist: written in the form, taken from a variable that the form
 * was opened with, or computed by FEEL. Each option is a text, a number or a yes or no, alone or as {@code value} beside
 * a {@code label}. As form-js does, options that are something else or empty are left out.
 */
final class Options {

    private final List<Object> written;
    private final String variable;
    private final FeelExpression computed;

    private Options(List<Object> written, String variable, FeelExpression computed) {
        this.written = written;
        this.variable = variable;
        this.computed = computed;
    }

    static Options of(Component component) {
        long sources = Stream.of("values", "valuesKey", "valuesExpression")
                .filter(name -> component.property(name).isPresent())
                .count();
        if (sources != 1) {
            throw component.refused(
                    sources == 0 ? "has no options" : "has options from several sources",
                    "Give it one of values, valuesKey or valuesExpression");
        }
        if (component.property("values").isPresent()) {
            return new Options(written(component), null, null);
        }
        Optional<String> variable = component.text("valuesKey");
        if (variable.isPresent()) {
            return new Options(null, variable.get(), null);
        }
        return new Options(
                null,
                null,
                component
                        .expression("valuesExpression")
                        .orElseThrow(() -> component.refused(
                                "takes its options from nowhere", "Name a variable, or begin the expression with =")));
    }

    private static List<Object> written(Component component) {
        if (!component.property("values").filter(JsonNode::isArray).isPresent()) {
            throw component.refused("has values that are no list", "Write them as a list");
        }
        List<Object> options = new ArrayList<>();
        for (JsonNode each : component.property("values").orElseThrow()) {
            JsonNode value = each.isObject() ? each.path("value") : each;
            Object plain = value.isNumber()
                    ? value.numberValue()
                    : value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
            options.add(choice(plain)
                    .orElseThrow(() -> component.refused(
                            "has an option without a value that is text, a number or a yes or no",
                            "Give every option a value")));
        }
        return options;
    }

    /** Whether what can be chosen depends on what is typed, so that form-js leaves a value alone when the form opens. */
    boolean computed() {
        return computed != null;
    }

    /** What can be chosen when the form opens; empty if it is {@link #computed()}. */
    List<Object> offered(Map<String, Object> known) {
        if (written != null) {
            return written;
        }
        return variable != null ? choosable(known.get(variable)) : List.of();
    }

    /** What can be chosen in {@code situation}. */
    List<Object> offered(Situation situation) {
        return computed()
                ? choosable(situation.feel().value(computed, situation.context()))
                : offered(situation.known());
    }

    private static List<Object> choosable(Object options) {
        if (!(options instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .map(each -> each instanceof Map<?, ?> option ? option.get("value") : each)
                .map(each -> choice(each).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The value of one option or choice, equal for equal values; empty if it is empty or neither text, number nor yes or no. */
    static Optional<Object> choice(Object value) {
        if (value instanceof String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        if (value instanceof Boolean) {
            return Optional.of(value);
        }
        return value instanceof Number number ? PlainNumber.of(number).map(each -> (Object) each) : Optional.empty();
    }
}
