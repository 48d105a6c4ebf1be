package org.criticalfriend.engine.form;

import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** A FEEL expression of a form, read once and evaluated for each answer by {@link Feel}. */
final class FeelExpression {

    private static final FeelEngineApi READER = FeelEngineBuilder.forJava().build();

    private final ParsedExpression parsed;

    private FeelExpression(ParsedExpression parsed) {
        this.parsed = parsed;
    }

    /** @throws IllegalArgumentException if {@code source}, without its equals sign, is not a FEEL expression */
    static FeelExpression parse(String source) {
        ParseResult result = READER.parseExpression(source);
        if (!result.isSuccess()) {
            throw new IllegalArgumentException(result.failure().message());
        }
        return new FeelExpression(result.parsedExpression());
    }

    ParsedExpression parsed() {
        return parsed;
    }
}
