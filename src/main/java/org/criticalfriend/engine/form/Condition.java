package org.criticalfriend.engine.form;

import java.util.Map;

/** When something of a form applies: never, always, or when a FEEL expression is true. */
@FunctionalInterface
interface Condition {

    Condition NEVER = (feel, context) -> false;

    Condition ALWAYS = (feel, context) -> true;

    boolean holds(Feel feel, Map<String, Object> context);

    static Condition when(FeelExpression expression) {
        return (feel, context) -> feel.holds(expression, context);
    }
}
