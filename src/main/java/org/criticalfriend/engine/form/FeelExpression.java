package org.criticalfriend.engine.form;

import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** A FEEL expression of a form, read once and evaluated for each answer by {@link Feel}. */
final class FeelExpression {

    private static final FeelEngineApi READER = FeelEngineBuilder.forJava().build();

    private final String source;
    private final ParsedExpression parsed;

    private FeelExpression(String source, ParsedExpression parsed) {
        this.source = source;
        this.parsed = parsed;
    }

    /** @throws IllegalArgumentException if {@code source}, without its equals sign, is not a FEEL expression */
    static FeelExpression parse(String source) {
        ParseResult result = READER.parseExpression(source);
        if (!result.isSuccess()) {
            throw new IllegalArgumentException(result.failure().message());
        }
        return new FeelExpression(source, result.parsedExpression());
    }

    /** What this expression can see of a context: that whose names stand in it. */
    Map<String, Object> seenOf(Map<String, Object> context) {
        Map<String, Object> seen = new HashMap<>();
        context.forEach((name, value) -> {
            if (source.contains(name)) {
                seen.put(name, value);
            }
        });
        return seen;
    }

    ParsedExpression parsed() {
        return parsed;
    }
}
