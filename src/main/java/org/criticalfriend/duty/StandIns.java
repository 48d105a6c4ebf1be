package org.criticalfriend.duty;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.Duty;

/** The duties that hold a date in case somebody else drops out (P12). Their days count half. */
public final class StandIns {

    private StandIns() {}

    /** The duties of stand-ins. */
    public static Set<Duty> duties() {
        return Arrays.stream(Duty.values()).filter(StandIns::include).collect(Collectors.toSet());
    }

    /** Whether a duty is one of a stand-in. */
    public static boolean include(Duty duty) {
        return standInFor(duty).isPresent();
    }

    /** What a stand-in would do if needed, which is what they are trained as; empty for other duties. */
    public static Optional<Duty> standInFor(Duty duty) {
        return duty.trainedAs().filter(trained -> trained != duty);
    }
}
