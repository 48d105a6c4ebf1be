package org.criticalfriend.duty;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.partnership.Duty;

/** The duties that hold a date in case somebody else drops out (P12). Their days count half. */
public final class StandIns {

    private static final Map<Duty, Duty> STANDS_IN_FOR = Map.of(
            Duty.RESERVE_REVIEWER, Duty.PEER_REVIEWER, Duty.SPARE_IMPROVEMENT_CHAMPION, Duty.IMPROVEMENT_CHAMPION);

    private StandIns() {}

    /** The duties of stand-ins. */
    public static Set<Duty> duties() {
        return STANDS_IN_FOR.keySet();
    }

    /** Whether a duty is one of a stand-in. */
    public static boolean include(Duty duty) {
        return STANDS_IN_FOR.containsKey(duty);
    }

    /** What a stand-in would do if needed; empty for other duties. */
    public static Optional<Duty> standInFor(Duty duty) {
        return Optional.ofNullable(STANDS_IN_FOR.get(duty));
    }
}
