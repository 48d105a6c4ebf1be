package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.UUID;

/**
 * As much of a review as those need who look after its team: no content.
 *
 * @param id key
 * @param reference readable, the business key
 * @param partnership id of the partnership
 * @param host id of the host school
 * @param school name of the host school
 * @param visit the visit, in words
 * @param visitFirst first visit day
 * @param visitLast last visit day
 * @param hasNoDate whether it waits for a new date
 * @param visited whether the findings have been presented
 * @param reportWritten whether its report is written
 * @param workshopHeld whether the targets of the improvement workshop are set
 * @param over whether it has been followed up or cancelled
 */
public record RunningReview(
        UUID id,
        String reference,
        String partnership,
        String host,
        String school,
        String visit,
        LocalDate visitFirst,
        LocalDate visitLast,
        boolean hasNoDate,
        boolean visited,
        boolean reportWritten,
        boolean workshopHeld,
        boolean over) {}
