package org.criticalfriend.engine.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers of all kinds as one: a {@link BigDecimal} without trailing zeros, so that equal numbers are equal objects. What
 * is no number (NaN, infinity) or far outside what a form asks for is none, before any arithmetic is done with it.
 */
final class PlainNumber {

    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(15);
    private static final int MOST_DECIMALS = 15;
    private static final int MOST_CHARACTERS = 40;
    private static final int MOST_BITS = 128;
    private static final Pattern WRITTEN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");

    private PlainNumber() {}

    /** The number; empty if it is not finite, 10^15 or more, or has more than 15 decimal places. */
    static Optional<BigDecimal> of(Number number) {
        if (number instanceof BigDecimal decimal) {
            return bounded(decimal);
        }
        if (number instanceof BigInteger whole) {
            return whole.bitLength() > MOST_BITS ? Optional.empty() : bounded(new BigDecimal(whole));
        }
        if (number instanceof Double || number instanceof Float) {
            // The text of a float is what was meant: 0.1 and not 0.100000001490116.
            return Double.isFinite(number.doubleValue())
                    ? bounded(new BigDecimal(number.toString()))
                    : Optional.empty();
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return bounded(BigDecimal.valueOf(number.longValue()));
        }
        return Optional.empty();
    }

    /** The number written in {@code text}, with a point for decimals, as browsers write it; empty if it is none. */
    static Optional<BigDecimal> written(String text) {
        return text.length() <= MOST_CHARACTERS && WRITTEN.matcher(text).matches()
                ? bounded(new BigDecimal(text))
                : Optional.empty();
    }

    private static Optional<BigDecimal> bounded(BigDecimal number) {
        if (number.unscaledValue().bitLength() > MOST_BITS || Math.abs((long) number.scale()) > 2 * MOST_CHARACTERS) {
            return Optional.empty();
        }
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() > MOST_DECIMALS || stripped.abs().compareTo(TOO_LARGE) >= 0) {
            return Optional.empty();
        }
        return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
