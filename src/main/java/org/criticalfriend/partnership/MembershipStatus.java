package org.criticalfriend.partnership;

/** Where a school stands in a partnership (P1). */
public enum MembershipStatus {
    /** Is reviewed and sends reviewers. */
    IN_CYCLE,
    /** Is getting ready: its people train and shadow (F23). */
    NOT_YET_IN_CYCLE,
    /** Was a member once. */
    LEFT
}
