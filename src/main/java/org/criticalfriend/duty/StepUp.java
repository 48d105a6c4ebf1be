package org.criticalfriend.duty;

import org.criticalfriend.partnership.Duty;

/** A person takes a higher duty at an appointment at which they had a lesser one, and gives that one up. */
final class StepUp {

    private StepUp() {}

    /** Stand-ins step up to what they stand in for (P12); a lost lead is followed by a reviewer of the team. */
    static boolean leads(Duty from, Duty to) {
        boolean reviewer = from == Duty.PEER_REVIEWER || from == Duty.RESERVE_REVIEWER;
        return StandIns.standInFor(from).filter(to::equals).isPresent() || (reviewer && to == Duty.LEAD_REVIEWER);
    }
}
