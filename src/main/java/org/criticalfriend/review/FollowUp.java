package org.criticalfriend.review;

import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Column;

/**
 * What the follow-up meeting holds beside the progress of each action.
 *
 * @param heldOn day of the meeting
 * @param goalNow where the school stands now against its goal (G31)
 * @param whatWorked what helped, for others to try (F14)
 */
record FollowUp(@Column("FOLLOW_UP_HELD_ON") LocalDate heldOn, String goalNow, String whatWorked) {}
