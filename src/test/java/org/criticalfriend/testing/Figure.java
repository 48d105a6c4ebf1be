package org.criticalfriend.testing;

import static org.assertj.core.api.Assertions.assertThat;

/** A measured figure with its bound, as a line that can be found in the log. */
public final class Figure {

    private Figure() {}

    /** Prints a figure and fails if it is above its bound. */
    public static void atMost(String name, double value, String unit, double bound) {
        System.out.printf("FIGURE %s %.2f %s must <= %.2f%n", name, value, unit, bound);
        assertThat(value).as("%s in %s", name, unit).isLessThanOrEqualTo(bound);
    }
}
