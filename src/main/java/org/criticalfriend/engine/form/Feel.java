package org.criticalfriend.engine.form;

import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/**
 * Evaluates the expressions of a form at one moment. An expression that fails is {@code null}, as in form-js, and nothing
 * is logged: the values in it are confidential.
 */
final class Feel {

    private final ZonedDateTime now;
    private final Map<Question, Optional<Object>> answers = new HashMap<>();
    private FeelEngineApi engine;

    /** @param now what {@code now()} and {@code today()} mean */
    Feel(ZonedDateTime now) {
        this.now = now;
    }

    /** Within one moment the same question has the same answer, and a form asks many of them several times. */
    private record Question(FeelExpression expression, Map<String, Object> context) {}

    /** Whether {@code expression} is true, and not just something other than false. */
    boolean holds(FeelExpression expression, Map<String, Object> context) {
        return Boolean.TRUE.equals(value(expression, context));
    }

    /** The value in plain Java types, numbers as {@link PlainNumber} makes them; {@code null} if it cannot be computed. */
    Object value(FeelExpression expression, Map<String, Object> context) {
        Map<String, Object> seen = expression.seenOf(context);
        Question question = new Question(expression, seen);
        Optional<Object> known = answers.get(question);
        if (known == null) {
            known = Optional.ofNullable(computed(expression, seen));
            answers.put(question, known);
        }
        return known.orElse(null);
    }

    private Object computed(FeelExpression expression, Map<String, Object> context) {
        if (engine == null) {
            engine = FeelEngineBuilder.forJava().withClock(() -> now).build();
        }
        try {
            EvaluationResult result = engine.evaluate(expression.parsed(), context);
            return result.isSuccess() ? plain(result.result()) : null;
        } catch (RuntimeException | StackOverflowError failed) {
            // FEEL recurses over values; what it cannot finish counts as failed, whatever was thrown.
            return null;
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Number number) {
            return PlainNumber.of(number).orElse(null);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, each) -> plain.put(String.valueOf(key), plain(each)));
            return plain;
        }
        if (value instanceof Iterable<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(each -> plain.add(plain(each)));
            return plain;
        }
        boolean simple = value instanceof String
                || value instanceof Boolean
                || value instanceof Temporal
                || value instanceof TemporalAmount;
        return simple ? value : null;
    }
}
