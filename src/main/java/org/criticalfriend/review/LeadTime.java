package org.criticalfriend.review;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Supplier;
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
        /** The day on which the planning meeting is held. */
        PLANNING_MEETING,
        /** The day on which the improvement workshop is held. */
        WORKSHOP,
        /** The day on which the improvement workshop is held, and the time at which it is planned to end. */
        WORKSHOP_END,
        /** The day on which the follow-up meeting is held. */
        FOLLOW_UP,
        /** As people agreed it when the feedback was given; before that, its own row. */
        REFLECTION_DEADLINE,
        /** The day on which the report was written; before that, the day by which it is due. */
        REPORT,
        /** The day by which support is offered; for steps of the support process only. */
        SUPPORT,
        /** The last Friday of the half-term whose live actions are being looked at; for steps of a partnership's year only. */
        HALF_TERM_END,
        /** The last Friday of the half-term that comes after it; for steps of a partnership's year only. */
        NEXT_HALF_TERM_END,
        /** The day on which the step starts. */
        STEP_START
    }

    enum Unit {
        /** Pupil days of the host school. */
        SCHOOL_DAYS,
        /** Hours after the planned end of a meeting; the row's time is the latest. */
        HOURS,
        /** Hours from the moment at which the step starts, day and night. */
        HOURS_FROM_START,
        /** Hours from the moment at which the step starts, of which only those of the daytime count. */
        DAYTIME_HOURS,
        CALENDAR_DAYS,
        /** Calendar weeks. */
        WEEKS,
        /** Weeks with a pupil day. */
        TERM_WEEKS,
        /** Calendar or term weeks, as the partnership counts them (P39). */
        PARTNERSHIP_WEEKS
    }

    enum Roll {
        BACK,
        FORWARD,
        NONE
    }

    /** The day that lies this lead time from {@code from}, in the host's calendar. */
    LocalDate from(LocalDate from, SchoolCalendar calendar) {
        return rolled(
                switch (unit) {
                    case SCHOOL_DAYS -> calendar.plus(from, offset);
                    case HOURS, HOURS_FROM_START, DAYTIME_HOURS -> from;
                    case CALENDAR_DAYS -> from.plusDays(offset);
                    case WEEKS -> from.plusWeeks(offset);
                    case TERM_WEEKS -> calendar.plusTermWeeks(from, offset);
                    case PARTNERSHIP_WEEKS ->
                        throw new IllegalStateException("No partnership has said what it counts.");
                },
                calendar);
    }

    /**
     * The time of day.
     *
     * @param end when the meeting is planned to end from which {@link Unit#HOURS} count
     */
    LocalTime time(Supplier<LocalTime> end) {
        if (unit != Unit.HOURS) {
            return time;
        }
        Duration later = Duration.ofHours(offset);
        boolean today = Duration.between(end.get(), LocalTime.MAX).compareTo(later) > 0;
        return today && end.get().plus(later).isBefore(time) ? end.get().plus(later) : time;
    }

    /** Whether it counts hours from the moment at which the step starts. */
    boolean countsHoursFromStart() {
        return unit == Unit.HOURS_FROM_START || unit == Unit.DAYTIME_HOURS;
    }

    /** {@code day} if it is open in this calendar, else moved in the direction of this row. */
    LocalDate rolled(LocalDate day, SchoolCalendar calendar) {
        return switch (roll) {
            case BACK -> calendar.back(day);
            case FORWARD -> calendar.forward(day);
            case NONE -> day;
        };
    }

    /** This row, with the weeks that a partnership counts. */
    LeadTime countedIn(Unit weeks) {
        return unit == Unit.PARTNERSHIP_WEEKS ? new LeadTime(anchor, offset, weeks, roll, time) : this;
    }
}
