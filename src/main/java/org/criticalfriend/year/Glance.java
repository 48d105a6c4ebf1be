package org.criticalfriend.year;

import java.util.List;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.School;

/**
 * A school year as one person may see it, and as they asked for it.
 *
 * @param partnership whose year it is
 * @param choice the partnerships in which this person takes part, to choose from
 * @param year the school year
 * @param everything whether they see the whole partnership, and not only their part
 * @param schools the schools that they may see, by name, to choose from
 * @param reviews the reviews that were asked for, by visit
 * @param lines appointments and closures that were asked for, by day
 * @param notEntered names of schools of which nobody has entered the terms of this year
 */
record Glance(
        Partnership partnership,
        List<Partnership> choice,
        SchoolYear year,
        boolean everything,
        List<School> schools,
        List<Row> reviews,
        List<Line> lines,
        List<String> notEntered) {

    /**
     * A review.
     *
     * @param school name of the host school
     * @param visit the visit, in words
     * @param standing how it stands
     */
    record Row(String school, String visit, Line.Standing standing) {}
}
