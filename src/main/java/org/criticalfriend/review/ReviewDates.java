package org.criticalfriend.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.review.Appointment.Window;
import org.criticalfriend.review.MoveDates.NewVisit;

/**
 * When everything of one review falls: the days of its appointments, the calendar of its host, the lead times. Pure; asking it
 * reads nothing but rows of the table.
 */
final class ReviewDates {

    private final Review review;
    private final SchoolCalendar host;
    private final LeadTimes leadTimes;
    private final Function<AppointmentKind, Optional<LocalTime>> arrangedEnds;
    private final Supplier<List<MoreTime>> moreTime;

    ReviewDates(Review review, SchoolCalendar host, LeadTimes leadTimes) {
        this(review, host, leadTimes, kind -> Optional.empty(), List::of);
    }

    /**
     * @param arrangedEnds when meetings end, if otherwise than usual; asked only if a row counts from an end
     * @param moreTime which steps have got more time; asked only for the date of a step or timer
     */
    ReviewDates(
            Review review,
            SchoolCalendar host,
            LeadTimes leadTimes,
            Function<AppointmentKind, Optional<LocalTime>> arrangedEnds,
            Supplier<List<MoreTime>> moreTime) {
        this.moreTime = moreTime;
        this.review = review;
        this.host = host;
        this.leadTimes = leadTimes;
        this.arrangedEnds = arrangedEnds;
    }

    Review review() {
        return review;
    }

    SchoolCalendar host() {
        return host;
    }

    /** The same review as it would be with other days. */
    ReviewDates of(Review changed) {
        return new ReviewDates(changed, host, leadTimes, arrangedEnds, moreTime);
    }

    /** The same review if a step got more time. */
    ReviewDates with(MoreTime more) {
        List<MoreTime> known = moreTime.get();
        return new ReviewDates(
                review, host, leadTimes, arrangedEnds, () -> Stream.concat(known.stream(), Stream.of(more))
                        .toList());
    }

    /**
     * The day on which a row falls, in the host's calendar.
     *
     * @throws YearNotEntered if it lies in a school year without terms
     * @throws IllegalStateException if the table has no such row, or it counts from the start of a step
     */
    LocalDate day(String row) {
        LeadTime lead = leadTimes.of(row);
        return lead.from(anchor(lead.anchor()), host);
    }

    /** The same; empty if the table in force has no such row. */
    Optional<LocalDate> dayOf(String row) {
        return leadTimes.find(row).map(lead -> lead.from(anchor(lead.anchor()), host));
    }

    /** The day on which a row would fall if it counted from {@code from} instead of its anchor. */
    LocalDate dayCountedFrom(LocalDate from, String row) {
        return leadTimes.of(row).from(from, host);
    }

    /**
     * When a row is due for somebody: a day that is closed at their own school moves on in the direction of the row. A step that has
     * got more time is due on the day that it has got, and its timer says so again on the school day after, unless the lead times put
     * either later.
     *
     * @param own calendar of their school, if it is another than the host
     */
    Instant at(String row, Optional<SchoolCalendar> own) {
        Instant counted = at(row, own, anchor(leadTimes.of(row).anchor()));
        return moreTime.get().stream()
                .filter(more -> more.step().equals(row) || more.late().equals(row))
                .map(more -> with(more, leadTimes.of(row), row, own))
                .filter(later -> later.isAfter(counted))
                .max(Comparator.naturalOrder())
                .orElse(counted);
    }

    private Instant with(MoreTime more, LeadTime lead, String row, Optional<SchoolCalendar> own) {
        LocalDate day = more.step().equals(row) ? openFor(own, lead, more.until()) : host.plus(more.until(), 1);
        return SchoolTime.at(day, lead.time(() -> ends(AppointmentKind.WORKSHOP)));
    }

    /** The reflection deadline: as people agreed it, before that as the lead times say. */
    LocalDate reflectionDeadline() {
        return anchor(LeadTime.Anchor.REFLECTION_DEADLINE);
    }

    /** When a row is due for somebody if it counts from {@code from}. */
    Instant at(String row, Optional<SchoolCalendar> own, LocalDate from) {
        LeadTime lead = leadTimes.of(row);
        return SchoolTime.at(
                openFor(own, lead, lead.from(from, host)), lead.time(() -> ends(AppointmentKind.WORKSHOP)));
    }

    /** Whether a row counts from the day by which support is offered. */
    boolean countsFromSupport(String row) {
        return leadTimes.of(row).anchor() == LeadTime.Anchor.SUPPORT;
    }

    /** Whether a row counts from the start of its step, and so stays where it is when the review moves. */
    boolean countsFromItsStart(String row) {
        return leadTimes.of(row).anchor() == LeadTime.Anchor.STEP_START;
    }

    /** When a row is due that counts from the start of a step which starts at {@code now}. */
    Instant startingAt(Instant now, String row) {
        LeadTime lead = leadTimes.of(row);
        return lead.countsHoursFromStart()
                ? hoursOn(now.truncatedTo(ChronoUnit.MINUTES), lead)
                : SchoolTime.at(lead.from(SchoolTime.dateOf(now), host), lead.time());
    }

    private Instant hoursOn(Instant start, LeadTime lead) {
        Duration hours = Duration.ofHours(lead.offset());
        return lead.unit() == LeadTime.Unit.HOURS_FROM_START
                ? start.plus(hours)
                : new Daytime(
                                leadTimes.of(LeadTimes.DAYTIME_BEGINS).time(),
                                leadTimes.of(LeadTimes.DAYTIME_ENDS).time())
                        .plus(start, hours);
    }

    /**
     * When a step is due that starts at {@code now}, after its due date: as the row for late starts says, but not past the step's
     * own limit, if it has one that is still ahead.
     */
    Instant startingLate(String row, Optional<SchoolCalendar> own, Instant now) {
        LeadTime late = leadTimes.of(LeadTimes.STEP_STARTS_LATE);
        Instant due = SchoolTime.at(openFor(own, late, late.from(SchoolTime.dateOf(now), host)), late.time());
        return leadTimes
                .find(row + LeadTimes.AT_LATEST)
                .map(limit -> at(row + LeadTimes.AT_LATEST, own))
                .filter(limit -> limit.isAfter(now) && limit.isBefore(due))
                .orElse(due);
    }

    /** A school whose terms nobody has entered cannot hold up the review of another. */
    private LocalDate openFor(Optional<SchoolCalendar> own, LeadTime lead, LocalDate day) {
        try {
            return own.map(calendar -> isOpenAt(calendar, day) ? day : lead.rolled(day, host.and(calendar)))
                    .orElse(day);
        } catch (YearNotEntered e) {
            return day;
        }
    }

    private boolean isOpenAt(SchoolCalendar own, LocalDate day) {
        return host.isPupilDay(day) && own.isPupilDay(day);
    }

    private LocalDate anchor(LeadTime.Anchor anchor) {
        return switch (anchor) {
            case VISIT_FIRST -> review.days().visitFirst();
            case VISIT_LAST -> review.days().visitLast();
            case PLANNING_MEETING -> appointment(AppointmentKind.PLANNING_MEETING);
            case WORKSHOP, WORKSHOP_END -> appointment(AppointmentKind.WORKSHOP);
            case FOLLOW_UP -> appointment(AppointmentKind.FOLLOW_UP);
            case REFLECTION_DEADLINE ->
                Optional.ofNullable(review.reflectionDeadline()).orElseGet(() -> day(LeadTimes.REFLECTION_DEADLINE));
            case REPORT ->
                Optional.ofNullable(review.reached().reportWrittenOn()).orElseGet(() -> day(LeadTimes.WRITE_REPORT));
            case SUPPORT -> throw new IllegalStateException("A row that counts from an offer of support needs one.");
            case HALF_TERM_END, NEXT_HALF_TERM_END ->
                throw new IllegalStateException(
                        "A row that counts from a half-term belongs to the year of a partnership.");
            case STEP_START ->
                throw new IllegalStateException("A row that counts from the start of its step has no day.");
        };
    }

    /** The (first) day of an appointment: as fixed, else as the lead times say. */
    LocalDate appointment(AppointmentKind kind) {
        return review.days().of(kind).orElseGet(() -> usual(kind));
    }

    /** Whether an appointment has a day: fixed, or in a school year with terms. */
    boolean hasDay(AppointmentKind kind) {
        return review.days().of(kind).or(() -> usualDay(kind)).isPresent();
    }

    /** The time at which an appointment begins, as the lead times say. */
    LocalTime begins(AppointmentKind kind) {
        return leadTimes.of(row(kind)).time();
    }

    private LocalTime ends(AppointmentKind kind) {
        return arrangedEnds.apply(kind).orElseGet(() -> begins(kind).plus(Appointment.usualLength(kind)));
    }

    /** The day that the lead times give an appointment; the workshop falls on the host's staff-meeting weekday (P18). */
    private LocalDate usual(AppointmentKind kind) {
        if (kind != AppointmentKind.WORKSHOP) {
            return day(row(kind));
        }
        Window window = window(kind).orElseThrow();
        return host.staffMeetingIn(window.first(), window.last()).orElseGet(() -> window.nearest(day(row(kind))));
    }

    /**
     * The window in which an appointment may be moved by those who hold it; empty for the visit, which moves only by a change of
     * plan. It ends early where a school year without terms begins, and begins late where one ends.
     */
    Optional<Window> window(AppointmentKind kind) {
        if (kind == AppointmentKind.VISIT) {
            return Optional.empty();
        }
        LocalDate first = windowBegins(kind);
        LocalDate last = windowEnds(kind).orElse(first);
        return Optional.of(new Window(first, last.isBefore(first) ? first : last));
    }

    /** Early in the first year that is entered, windows reach back into one of which nobody knows when school was. */
    private LocalDate windowBegins(AppointmentKind kind) {
        try {
            return day(row(kind) + LeadTimes.EARLIEST);
        } catch (YearNotEntered missing) {
            LocalDate known = host.forward(missing.year().plus(1).firstDay());
            if (known.isAfter(review.visitFirst())) {
                throw missing;
            }
            return known;
        }
    }

    private Optional<LocalDate> windowEnds(AppointmentKind kind) {
        try {
            LocalDate last = day(row(kind) + LeadTimes.LATEST);
            LocalDate limit = kind == AppointmentKind.WORKSHOP ? day(LeadTimes.WORKSHOP_BEFORE_REFLECTION) : last;
            return Optional.of(limit.isBefore(last) ? limit : last);
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }

    private static String row(AppointmentKind kind) {
        return switch (kind) {
            case PLANNING_MEETING -> LeadTimes.PLANNING_MEETING;
            case VISIT -> LeadTimes.VISIT;
            case WORKSHOP -> LeadTimes.WORKSHOP;
            case FOLLOW_UP -> LeadTimes.FOLLOW_UP;
        };
    }

    /**
     * This review with another visit. Meetings that are still to hold and not named fall where the lead times say.
     *
     * @throws DatesRefused in words, if a visit or meeting cannot be on its day
     */
    Review visited(NewVisit visit, LocalDate today) {
        DatesRefused.unlessPossible(this, visit.first(), visit.last());
        ReviewDays old = review.days();
        ReviewDates moved = of(review.withDays(new ReviewDays(
                visit.first(), visit.last(), old.planningMeetingOn(), old.workshopOn(), old.followUpOn())));
        moved = of(review.withDays(moved.fixed(today)));
        for (Map.Entry<AppointmentKind, LocalDate> meeting : new TreeMap<>(visit.meetings()).entrySet()) {
            moved = moved.of(moved.held(meeting.getKey(), meeting.getValue()));
        }
        return moved.review;
    }

    /**
     * This review with another day for a meeting.
     *
     * @throws DatesRefused in words, if it cannot be on this day
     */
    Review held(AppointmentKind meeting, LocalDate day) {
        DatesRefused.unlessPossible(this, meeting, day);
        return review.withDays(review.days().with(meeting, day));
    }

    /**
     * The days of this review with every meeting fixed that has not been held: on the usual day, or soon if that has passed. A meeting in a school year that is not entered is left to be fixed later.
     */
    private ReviewDays fixed(LocalDate today) {
        ReviewDays days = review.days();
        for (AppointmentKind meeting : meetingsToHold()) {
            days = days.with(meeting, usualFrom(meeting, today).orElse(null));
        }
        return days;
    }

    /** The days of this review with those fixed that had none yet and are still ahead, as when their school year is entered. */
    ReviewDays withMissing(LocalDate today) {
        ReviewDays days = review.days();
        for (AppointmentKind meeting : meetingsToHold()) {
            if (review.pausedAt() == null && days.of(meeting).isEmpty()) {
                days = days.with(
                        meeting,
                        usualDay(meeting).filter(day -> !day.isBefore(today)).orElse(null));
            }
        }
        return days;
    }

    /** This review with the dates it had before it was paused; a meeting that was to be held meanwhile is held soon. */
    Review again(LocalDate today) {
        Review goingOn = review.withPause(null);
        ReviewDays days = review.days();
        for (AppointmentKind meeting : meetingsToHold()) {
            if (days.of(meeting).filter(day -> !day.isBefore(today)).isEmpty()) {
                days = days.with(meeting, of(goingOn).usualFrom(meeting, today).orElse(null));
            }
        }
        return goingOn.withDays(days);
    }

    private Optional<LocalDate> usualFrom(AppointmentKind meeting, LocalDate today) {
        return usualDay(meeting)
                .map(day -> day.isBefore(today) ? unfixed(meeting).soon(meeting, today) : day);
    }

    /** Empty if it lies in a school year without terms. */
    private Optional<LocalDate> usualDay(AppointmentKind meeting) {
        try {
            return Optional.of(unfixed(meeting).appointment(meeting));
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }

    private ReviewDates unfixed(AppointmentKind meeting) {
        return of(review.withDays(review.days().with(meeting, null)));
    }

    /** As soon as people can come, but still in its window, and before the visit or today. */
    private LocalDate soon(AppointmentKind meeting, LocalDate today) {
        LocalDate soon = leadTimes.of(LeadTimes.STEP_STARTS_LATE).from(today, host);
        LocalDate windowEnds = window(meeting).orElseThrow().last();
        LocalDate limit = meeting == AppointmentKind.PLANNING_MEETING && windowEnds.isBefore(today)
                ? later(host.plus(review.visitFirst(), -1), today)
                : windowEnds;
        return soon.isAfter(limit) && !limit.isBefore(today) ? limit : soon;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The meetings that are still to hold. */
    Set<AppointmentKind> meetingsToHold() {
        Set<AppointmentKind> open = EnumSet.noneOf(AppointmentKind.class);
        if (review.isCancelled()) {
            return open;
        }
        if (review.goal() == null) {
            open.add(AppointmentKind.PLANNING_MEETING);
        }
        if (review.reached().targetsSetAt() == null && review.planAgreedAt() == null) {
            open.add(AppointmentKind.WORKSHOP);
        }
        if (review.followUp() == null) {
            open.add(AppointmentKind.FOLLOW_UP);
        }
        return open;
    }

    /** The days that are fixed for an appointment that is still to hold; none once it has been held. */
    Set<LocalDate> fixedDays(AppointmentKind kind) {
        if (review.pausedAt() != null || review.isCancelled()) {
            return Set.of();
        }
        if (kind == AppointmentKind.VISIT) {
            return review.hasFeedback() ? Set.of() : visitDays();
        }
        return meetingsToHold().contains(kind)
                ? review.days().of(kind).map(Set::of).orElse(Set.of())
                : Set.of();
    }

    /** The days that the people of this review keep free for it; none as long as it has no date. */
    Map<AppointmentKind, Set<LocalDate>> daysToKeepFree() {
        Map<AppointmentKind, Set<LocalDate>> days = new EnumMap<>(AppointmentKind.class);
        if (review.pausedAt() != null || review.isCancelled()) {
            return days;
        }
        days.put(AppointmentKind.VISIT, visitDays());
        for (AppointmentKind meeting : meetingsToHold()) {
            days.put(meeting, fixedDays(meeting));
        }
        return days;
    }

    /** First and last visit day, and every pupil day between. */
    Set<LocalDate> visitDays() {
        LocalDate first = review.visitFirst();
        LocalDate last = review.visitLast();
        return Stream.concat(Stream.of(first, last), first.datesUntil(last).filter(host::isPupilDay))
                .collect(Collectors.toSet());
    }
}
