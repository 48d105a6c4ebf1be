package org.criticalfriend.review;

import java.util.Set;
import java.util.function.Predicate;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.partnership.Duty;

/**
 * How a person stands to a review, which says what they may see and do.
 *
 * @param person id of the person
 * @param hostHead whether the person is the head of the host school
 * @param hostLeadership whether the person is its head or of its senior team
 * @param duties the seats that the person fills; of somebody who is only asked, none
 * @param inCharge whether the person is in charge of it: the partnership lead, or the deputy for the lead's own school
 * @param hostOffice whether the person works in the office of the host school
 * @param visitorsOffice whether the person works in the office of a school from which somebody comes
 */
record Standing(
        String person,
        boolean hostHead,
        boolean hostLeadership,
        Set<Duty> duties,
        boolean inCharge,
        boolean hostOffice,
        boolean visitorsOffice) {

    /** Whether the review is any of this person's business. */
    boolean concerned() {
        return seesContent() || hostOffice || visitorsOffice;
    }

    /** Whether the person may know what the review is about; an office may not. */
    boolean seesContent() {
        return hostLeadership || !duties.isEmpty() || inCharge;
    }

    /** Whether the person is one of those who review: lead, peer reviewer, associate or reserve. */
    boolean reviews() {
        return has(Duty.LEAD_REVIEWER) || has(Duty.PEER_REVIEWER) || has(Duty.ASSOCIATE) || has(Duty.RESERVE_REVIEWER);
    }

    /** Whether the person runs its improvement workshop and follows it up. */
    boolean isChampion() {
        return has(Duty.IMPROVEMENT_CHAMPION);
    }

    /** Whether the person is there in case somebody else cannot come (P12). */
    boolean isStandIn() {
        return has(Duty.RESERVE_REVIEWER) || has(Duty.SPARE_IMPROVEMENT_CHAMPION);
    }

    /** Whether the person comes from another school in any case, and does not only stand by. */
    boolean comes() {
        return duties.stream().anyMatch(Predicate.not(StandIns::include));
    }

    /** Whether the person comes from another school, or stands by to. */
    boolean isOfTeam() {
        return !duties.isEmpty();
    }

    /** Whether the person may see what the host and the visitors agree on: targets, plan. */
    boolean ofHostOrTeam() {
        return hostLeadership || reviews() || isChampion();
    }

    boolean has(Duty duty) {
        return duties.contains(duty);
    }
}
