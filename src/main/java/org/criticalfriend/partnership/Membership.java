package org.criticalfriend.partnership;

/**
 * A school's place in a partnership. A school may be in several (F24).
 *
 * @param partnership id of the partnership
 * @param school id of the school
 * @param version goes up by one with each change; 0 when the school joins
 * @param status where it stands (P1)
 * @param cyclesDone how many cycles it has been through (P4)
 */
public record Membership(String partnership, String school, int version, MembershipStatus status, int cyclesDone) {

    /**
     * Looks at what was entered.
     *
     * @throws EntryRefused if the number of cycles is negative
     */
    public void check() {
        Demand.that(cyclesDone >= 0, "A school cannot have done %d cycles. Please enter 0 or more.", cyclesDone);
    }

    /** The place of a school that joins. */
    public static Membership of(String partnership, String school, MembershipStatus status, int cyclesDone) {
        return new Membership(partnership, school, 0, status, cyclesDone);
    }

    /** The same place with another status. */
    public Membership withStatus(MembershipStatus changed) {
        return new Membership(partnership, school, version, changed, cyclesDone);
    }

    /** The same place after one more cycle. */
    public Membership afterOneMoreCycle() {
        return new Membership(partnership, school, version, status, cyclesDone + 1);
    }

    Membership next() {
        return new Membership(partnership, school, version + 1, status, cyclesDone);
    }
}
