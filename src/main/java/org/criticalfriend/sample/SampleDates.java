package org.criticalfriend.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.sample.SampleFiles.ReviewRow;

/** Days of a sample review, counted from the moment at which the sample is loaded, so that it is in motion whenever that is. */
final class SampleDates {

    /** How many pupil days before its visit a review comes out of the year plan. */
    private static final int PLANNED_AHEAD = 25;

    /** How many pupil days ago it came out of the year plan at the latest. */
    private static final int PLANNED_AGO = 3;

    /** From when on a school day counts as under way. */
    private static final LocalTime DAY_UNDER_WAY = LocalTime.of(9, 0);

    private final SchoolCalendar calendar;
    private final LocalDate today;

    /**
     * @param calendar of the host
     * @param now when the sample is loaded
     */
    SampleDates(SchoolCalendar calendar, Instant now) {
        this.calendar = calendar;
        LocalDate date = SchoolTime.dateOf(now);
        this.today = now.isBefore(SchoolTime.at(date, DAY_UNDER_WAY)) ? date.minusDays(1) : date;
    }

    /** The visit day: a pupil day of the host. */
    LocalDate visit(ReviewRow row) {
        LocalDate latest = calendar.back(today);
        return row.visitDaysAgo() != null
                ? calendar.back(latest.minusDays(row.visitDaysAgo()))
                : calendar.plus(latest, row.visit());
    }

    /** When a review with this visit comes out of the year plan. */
    Instant plannedFor(LocalDate visit) {
        LocalDate ahead = calendar.plus(visit, -PLANNED_AHEAD);
        LocalDate ago = calendar.plus(calendar.back(today), -PLANNED_AGO);
        return SchoolTime.at(ahead.isBefore(ago) ? ahead : ago, DAY_UNDER_WAY);
    }
}
