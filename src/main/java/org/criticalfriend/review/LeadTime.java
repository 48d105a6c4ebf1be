package org.criticalfriend.review;

import java.time.LocalDate;
import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolCalendar;

/**
 * A row of {@code deadlines.dmn}: when a step is due, counted from something in the review.
 *
 * @param anchor from which day it counts
 * @param offset how far, negative for before
 * @param unit in what
 * @param roll where a day without pupils moves
 * @param time clock time in school
 */
record LeadTime(Anchor anchor, int offset, Unit unit, Roll roll, LocalTime time) {

    enum Anchor {
        VISIT_FIRST,
        VISIT_LAST,
        REFLECTION_DEADLINE,
        STEP_START
    }

    enum Unit {
        SCHOOL_DAYS,
        CALENDAR_DAYS,
        WEEKS,
        TERM_WEEKS
    }

    enum Roll {
        BACK,
        FORWARD,
        NONE
    }

    /** The day that lies this lead time from {@code from}, in the host's calendar. */
    LocalDate from(LocalDate from, SchoolCalendar calendar) {
        LocalDate day =
                switch (unit) {
                    case SCHOOL_DAYS -> calendar.plus(from, offset);
                    case CALENDAR_DAYS -> from.plusDays(offset);
                    case WEEKS -> from.plusWeeks(offset);
                    case TERM_WEEKS -> calendar.plusTermWeeks(from, offset);
                };
        return switch (roll) {
            case BACK -> calendar.back(day);
            case FORWARD -> calendar.forward(day);
            case NONE -> day;
        };
    }
}
