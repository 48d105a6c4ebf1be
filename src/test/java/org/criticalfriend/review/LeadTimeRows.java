package org.criticalfriend.review;

import java.util.List;

/** Rows of {@code deadlines.dmn}, for tests of other packages. */
public final class LeadTimeRows {

    private LeadTimeRows() {}

    /** Rows that the application asks for itself. */
    public static List<String> neededByTheApplication() {
        return DeadlinesCheck.NEEDED;
    }
}
