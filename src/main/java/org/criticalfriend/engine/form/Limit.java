package org.criticalfriend.engine.form;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A smallest or largest number or length: none, written in the form, or computed by FEEL. A computed one that comes to
 * nothing limits nothing, as in form-js. It is not told in messages either, for it may be what somebody typed elsewhere.
 */
final class Limit {

    private final BigDecimal written;
    private final FeelExpression computed;

    private Limit(BigDecimal written, FeelExpression computed) {
        this.written = written;
        this.computed = computed;
    }

    static Limit of(Component component, String name) {
        Optional<FeelExpression> expression = component.expression(name);
        return expression.isPresent()
                ? new Limit(null, expression.get())
                : new Limit(component.number(name).orElse(null), null);
    }

    /** The number written in the form; empty if there is none or it is computed. */
    Optional<BigDecimal> written() {
        return Optional.ofNullable(written);
    }

    /** The number that holds in {@code situation}; empty if there is none. */
    Optional<BigDecimal> in(Situation situation) {
        if (computed == null) {
            return written();
        }
        Object value = situation.feel().value(computed, situation.context());
        if (value instanceof String text) {
            return PlainNumber.written(text);
        }
        return value instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }
}
