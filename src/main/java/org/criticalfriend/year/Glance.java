package org.criticalfriend.year;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
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
     * @param days its appointments in words, as far as the reader may know of them; the visit always, if only that it waits for a day
     * @param standing how it stands
     */
    record Row(String school, Map<Entry, String> days, Line.Standing standing) {

        /** The day of one appointment, in words; empty if it has none that the reader may know of. */
        public String day(Entry appointment) {
            return days.getOrDefault(appointment, "");
        }
    }

    /**
     * What there is in a month.
     *
     * @param name such as {@code November 2026}
     * @param lines that begin in it, by day
     */
    record Month(String name, List<Line> lines) {}

    /** The lines by month. */
    public List<Month> months() {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> YearMonth.from(line.first()), TreeMap::new, Collectors.toUnmodifiableList()))
                .entrySet()
                .stream()
                .map(month -> new Month(SchoolTime.words(month.getKey()), month.getValue()))
                .toList();
    }
}
