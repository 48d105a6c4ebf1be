package org.criticalfriend.partnership;

import java.util.Optional;

/** What a person can be asked to do on a review, and has to be trained for (F2). */
public enum Duty {
    /** Leads the review and writes its report. */
    LEAD_REVIEWER,
    /** Gathers evidence on the visit day. */
    PEER_REVIEWER,
    /** Goes along to learn, on top of the team (G18). */
    ASSOCIATE,
    /** Runs the improvement workshop and follows the plan up (F12). */
    IMPROVEMENT_CHAMPION,
    /** Stand-in for a reviewer (P12). */
    RESERVE_REVIEWER,
    /** Stand-in for the Improvement Champion (P12). */
    SPARE_IMPROVEMENT_CHAMPION;

    /** The duty whose training it takes: a stand-in's is that of the duty to take over. Empty if it takes none. */
    public Optional<Duty> trainedAs() {
        return switch (this) {
            case LEAD_REVIEWER, PEER_REVIEWER, IMPROVEMENT_CHAMPION -> Optional.of(this);
            case RESERVE_REVIEWER -> Optional.of(PEER_REVIEWER);
            case SPARE_IMPROVEMENT_CHAMPION -> Optional.of(IMPROVEMENT_CHAMPION);
            case ASSOCIATE -> Optional.empty();
        };
    }
}
