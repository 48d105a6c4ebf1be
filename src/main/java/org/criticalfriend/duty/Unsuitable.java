package org.criticalfriend.duty;

import java.util.List;

/** People cannot have the duties they were put forward for, whatever the day. */
public final class Unsuitable extends DutyRefused {

    private final List<String> reasons;

    Unsuitable(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** A sentence for each person and duty. */
    public List<String> reasons() {
        return reasons;
    }
}
