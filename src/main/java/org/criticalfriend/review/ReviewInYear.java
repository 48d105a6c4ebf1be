package org.criticalfriend.review;

import java.util.List;

/**
 * A review as the year at a glance shows it: when, where, how far; nothing of what people wrote.
 *
 * @param reference of the review
 * @param school id of the host school
 * @param visit the first day of the visit in words, or that it waits for one
 * @param stage what is next, or how it ended
 * @param state the same in words; when it ended, with the day
 * @param late whether what is next should be done by now
 * @param meetings its appointments, as far as the reader may know of them, in their order, those of other years too; none as long as
 *     it has no date, or if it was cancelled
 */
public record ReviewInYear(
        String reference,
        String school,
        String visit,
        Stage stage,
        String state,
        boolean late,
        List<Meeting> meetings) {

    /**
     * An appointment.
     *
     * @param mine whether the reader is invited, or told of it
     */
    public record Meeting(Appointment appointment, boolean mine) {}
}
