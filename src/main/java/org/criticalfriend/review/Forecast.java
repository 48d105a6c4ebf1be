package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.review.MoveDates.NewVisit;

/** What the days of one review are, and what they would be if it were moved. Pure: asking it changes nothing and reads nothing. */
public final class Forecast {

    private final ReviewDates dates;
    private final LocalDate today;

    Forecast(ReviewDates dates, LocalDate today) {
        this.dates = dates;
        this.today = today;
    }

    /**
     * The days of the appointments that are still to hold.
     *
     * @param first the day of each, of a visit its first
     * @param toKeepFree all days that people keep free
     * @param squeezed what would have little time, in sentences
     */
    public record Days(
            Map<AppointmentKind, LocalDate> first,
            Map<AppointmentKind, Set<LocalDate>> toKeepFree,
            List<String> squeezed) {}

    /** The reference of the review. */
    public String reference() {
        return dates.review().reference();
    }

    /** The days as they are; of a review that waits for a new day, as they were, for which nobody keeps anything free. */
    public Days now() {
        return days(dates);
    }

    /** The appointments that are still to hold, in their order. */
    public List<AppointmentKind> toHold() {
        return List.copyOf(now().first().keySet());
    }

    /** Every day of the visit, in order. */
    public SortedSet<LocalDate> allVisitDays() {
        return new TreeSet<>(dates.visitDays());
    }

    /** How many school days the visit takes. */
    public int visitDays() {
        return dates.visitDays().size();
    }

    /** Whether the host has pupils in school. */
    public boolean isPupilDay(LocalDate day) {
        try {
            return dates.host().isPupilDay(day);
        } catch (YearNotEntered e) {
            return false;
        }
    }

    /** The visit that takes as long as now and begins on another day; empty if it would reach into a year without terms. */
    public Optional<NewVisit> beginning(LocalDate first) {
        try {
            return Optional.of(new NewVisit(first, dates.host().plus(first, visitDays() - 1), Map.of()));
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }

    /** The days if the visit began on another day; empty if it cannot. */
    public Optional<Days> visited(LocalDate first) {
        return beginning(first).flatMap(visit -> {
            try {
                DatesRefused.ifPast(first, today);
                ReviewDates goingOn = dates.of(dates.review().withPause(null));
                return Optional.of(days(goingOn.of(goingOn.visited(visit, today))));
            } catch (DatesRefused | YearNotEntered e) {
                return Optional.empty();
            }
        });
    }

    /** The days if a meeting were held on another day; empty if it cannot. */
    public Optional<Days> held(AppointmentKind meeting, LocalDate day) {
        try {
            DatesRefused.ifPast(day, today);
            return Optional.of(days(dates.of(dates.held(meeting, day))));
        } catch (DatesRefused | YearNotEntered e) {
            return Optional.empty();
        }
    }

    /** The days if a review that waits goes on with those it had; empty if its visit has passed without feedback, or it does not wait. */
    public Optional<Days> again() {
        Review review = dates.review();
        boolean missed = !review.hasFeedback() && review.visitFirst().isBefore(today);
        if (review.pausedAt() == null || missed) {
            return Optional.empty();
        }
        try {
            return Optional.of(days(dates.of(dates.again(today))));
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }

    /** The school days around the day of a meeting, before and after it, at most so many each way, the nearest first. */
    public List<LocalDate> around(AppointmentKind meeting, int schoolDays) {
        LocalDate from = dates.appointment(meeting);
        List<LocalDate> near = new ArrayList<>();
        for (int distance = 1; distance <= schoolDays; distance++) {
            for (int way : new int[] {1, -1}) {
                try {
                    near.add(dates.host().plus(from, way * distance));
                } catch (YearNotEntered e) {
                    // Beyond it nobody knows when school is.
                }
            }
        }
        return near.stream().filter(day -> !day.isBefore(today)).distinct().toList();
    }

    private Days days(ReviewDates of) {
        Map<AppointmentKind, LocalDate> first = new EnumMap<>(AppointmentKind.class);
        if (!of.review().hasFeedback()) {
            first.put(AppointmentKind.VISIT, of.review().visitFirst());
        }
        of.meetingsToHold()
                .forEach(meeting -> of.review().days().of(meeting).ifPresent(day -> first.put(meeting, day)));
        return new Days(first, of.daysToKeepFree(), squeezed(of));
    }

    private List<String> squeezed(ReviewDates of) {
        Review review = of.review();
        List<String> squeezed = new ArrayList<>();
        if (!review.hasFeedback()) {
            try {
                PossibleVisits.squeezes(of).stream()
                        .map(steps -> "Little time between them: %s.".formatted(steps))
                        .forEach(squeezed::add);
                overtaken(of)
                        .forEach((step, day) -> squeezed.add("The %s was due on %s and is due at once."
                                .formatted(step, SchoolTime.shortWords(day))));
            } catch (YearNotEntered e) {
                squeezed.add("Some steps lie in a school year whose terms are not entered.");
            }
        }
        Stream.of(AppointmentKind.WORKSHOP, AppointmentKind.FOLLOW_UP)
                .filter(of.meetingsToHold()::contains)
                .forEach(meeting -> outside(of, meeting).ifPresent(squeezed::add));
        Optional.ofNullable(review.days().followUpOn())
                .filter(day -> !SchoolYear.of(review.visitFirst()).holds(day))
                .ifPresent(day -> squeezed.add(
                        "The follow-up meeting is in the next school year, on %s.".formatted(SchoolTime.words(day))));
        return squeezed;
    }

    private static Optional<String> outside(ReviewDates of, AppointmentKind meeting) {
        try {
            return of.review()
                    .days()
                    .of(meeting)
                    .filter(day -> of.window(meeting)
                            .filter(window -> !window.holds(day))
                            .isPresent())
                    .map(day -> "The %s is outside its time, which is from %s to %s."
                            .formatted(
                                    meeting.words().toLowerCase(Locale.UK),
                                    SchoolTime.shortWords(
                                            of.window(meeting).orElseThrow().first()),
                                    SchoolTime.shortWords(
                                            of.window(meeting).orElseThrow().last())));
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }

    /** Steps before the visit that are not done and whose day has passed. */
    private Map<String, LocalDate> overtaken(ReviewDates of) {
        Map<String, LocalDate> overtaken = new TreeMap<>();
        if (of.review().goal() == null) {
            of.dayOf(LeadTimes.PLANNING_MEETING)
                    .filter(day -> day.isBefore(today))
                    .ifPresent(day -> overtaken.put("planning meeting", day));
        }
        if (of.review().questionsIssuedAt() == null) {
            of.dayOf(LeadTimes.ISSUE_QUESTIONS)
                    .filter(day -> day.isBefore(today))
                    .ifPresent(day -> overtaken.put("issuing of the questions", day));
        }
        return overtaken;
    }

    /** Closed weekdays of the host between two days: the holidays that a meeting would cross. */
    public boolean crossesHoliday(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(to) ? from : to;
        LocalDate last = from.isBefore(to) ? to : from;
        int closed = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            closed = isPupilDay(day) ? 0 : closed + 1;
            if (closed >= 7) {
                return true;
            }
        }
        return false;
    }

    /** The key of the review. */
    public UUID review() {
        return dates.review().id();
    }

    /** Id of the host. */
    public String host() {
        return dates.review().host();
    }

    /** In which version the row of the review was read: if it has another, something was written meanwhile. */
    public int version() {
        return dates.review().version();
    }
}
