package org.criticalfriend.partnership;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody is away and cannot decide anything. Why is nobody's business.
 *
 * @param id key
 * @param person id of who is away
 * @param firstDay first day
 * @param lastDay last day
 */
public record Absence(UUID id, String person, LocalDate firstDay, LocalDate lastDay) {

    /** Whether a day is one of them. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
