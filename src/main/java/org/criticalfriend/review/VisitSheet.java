package org.criticalfriend.review;

import java.util.List;
import java.util.Optional;

/**
 * What everybody who prepares a visit needs on one sheet of paper, in words.
 *
 * @param school name of the host school
 * @param address where visitors go
 * @param days the visit, such as <i>Thursday 8 October 2026</i>
 * @param times from when to when on each day; empty while the visit has no day
 * @param place where people meet
 * @param link where people meet from afar
 * @param head name of the head of the host school
 * @param phone on which the school is reached on the day
 * @param parking where to park
 * @param reception where to come in
 * @param lunch whether there is any
 * @param photoId whether to bring identification with a photograph; empty if the school has not said
 * @param visitors who comes
 * @param content what is told to team, host and partnership lead only; empty for an office
 */
record VisitSheet(
        String school,
        String address,
        String days,
        Optional<String> times,
        Optional<String> place,
        Optional<String> link,
        Optional<String> head,
        String phone,
        Optional<String> parking,
        Optional<String> reception,
        Optional<String> lunch,
        Optional<String> photoId,
        List<Line> visitors,
        Optional<Content> content) {

    /**
     * Who comes.
     *
     * @param phone of the lead reviewer; empty for all others
     * @param dbs what the employer says of the DBS check; empty if it is not this reader's business
     */
    record Line(String name, String school, String duty, Optional<String> phone, Optional<String> dbs) {}

    /**
     * What the visit is about.
     *
     * @param timetable draft, line by line
     */
    record Content(String drivingQuestion, List<TimetableEntry> timetable) {}
}
