package org.criticalfriend.partnership;

/** How the weeks to the follow-up meeting are counted (P39). */
public enum FollowUpWeeks {
    CALENDAR_WEEKS,
    /** Weeks of holidays are left out. */
    TERM_WEEKS
}
