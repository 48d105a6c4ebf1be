package org.criticalfriend.review;

import java.time.LocalDate;

/**
 * What the follow-up meeting holds beside the progress of each action and what worked.
 *
 * @param followUpHeldOn day of the meeting
 * @param goalNow where the school stands now against its goal (G31)
 */
record FollowUp(LocalDate followUpHeldOn, String goalNow) {}
