package org.criticalfriend.duty;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Says on which days the appointments of a review are. It is asked while the review's row is held, so that they cannot move before
 * somebody has claimed them.
 */
@FunctionalInterface
public interface AppointmentDays {

    /** All days of a review's appointments as they are now; which of them a duty takes is not the caller's business. */
    Map<AppointmentKind, Set<LocalDate>> of(UUID review);
}
