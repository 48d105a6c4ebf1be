package org.criticalfriend.duty;

import org.criticalfriend.partnership.Duty;

/** Duties as people say them. */
public final class DutyWords {

    private DutyWords() {}

    /** The duty in the middle of a sentence. */
    public static String of(Duty duty) {
        return switch (duty) {
            case LEAD_REVIEWER -> "lead reviewer";
            case PEER_REVIEWER -> "peer reviewer";
            case ASSOCIATE -> "associate";
            case IMPROVEMENT_CHAMPION -> "Improvement Champion";
            case RESERVE_REVIEWER -> "reserve reviewer";
            case SPARE_IMPROVEMENT_CHAMPION -> "spare Improvement Champion";
        };
    }
}
