package org.criticalfriend.review;

import java.util.List;

/** Rows of {@code deadlines.dmn} that are asked for when a plan is to change. */
public final class ChangeRows {

    /** Until when whoever is in charge decides. */
    public static final String DECIDE_ON_CHANGE = "DecideOnChange";

    /** When whoever is in charge next hears that nobody has decided. */
    public static final String CHANGE_IS_UNDECIDED = "ChangeIsUndecided";

    /** After the name of a row: the one that counts when the visit is near. */
    public static final String NEAR = "Near";

    static final List<String> NEEDED =
            List.of(DECIDE_ON_CHANGE, DECIDE_ON_CHANGE + NEAR, CHANGE_IS_UNDECIDED, CHANGE_IS_UNDECIDED + NEAR);

    private ChangeRows() {}
}
