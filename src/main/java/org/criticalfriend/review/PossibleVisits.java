package org.criticalfriend.review;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.planning.PossibleVisit;
import org.criticalfriend.planning.PossibleVisit.Hindrance;
import org.criticalfriend.planning.PossibleVisit.Kind;
import org.criticalfriend.planning.ShapeOfReviews.Asked;
import org.criticalfriend.review.Appointment.Window;

/** The days on which one host could be visited, counted with lead times in its calendar. Pure. */
final class PossibleVisits {

    /** Time for the self-review, the planning meeting and everybody's diary, in school days of the host. */
    private static final int AFTER_PUBLICATION = 25;

    /** A school finds its feet first, in school days of the year. */
    private static final int SETTLED_IN = 20;

    /** Steps that come one after the other, each of which takes a day; the visit stands between the two rows. */
    private static final List<Map.Entry<String, String>> BEFORE_THE_VISIT = List.of(
            Map.entry("CompleteSelfReview", "self-review"),
            Map.entry(LeadTimes.PLANNING_MEETING, "planning meeting"),
            Map.entry(LeadTimes.ISSUE_QUESTIONS, "issuing of the questions"),
            Map.entry(LeadTimes.VISIT, "visit"));

    private static final List<Map.Entry<String, String>> AFTER_THE_VISIT = List.of(
            Map.entry(LeadTimes.WORKSHOP, "improvement workshop"),
            Map.entry(LeadTimes.REFLECTION_DEADLINE, "reflection deadline"),
            Map.entry(LeadTimes.FOLLOW_UP, "follow-up meeting"));

    private final Asked asked;
    private final LeadTimes leadTimes;
    private final SchoolCalendar calendar;
    private final Optional<LocalDate> prepared;
    private final Optional<LocalDate> settledIn;

    PossibleVisits(Asked asked, LeadTimes leadTimes) {
        this.asked = asked;
        this.leadTimes = leadTimes;
        this.calendar = asked.calendar();
        // Published in a year that is not entered, as the last one may be, the time counts from the beginning of this
        // one.
        this.prepared = known(() -> calendar.plus(asked.published(), AFTER_PUBLICATION))
                .or(() -> known(() -> calendar.plus(asked.year().firstDay(), AFTER_PUBLICATION)));
        this.settledIn = known(() -> calendar.plus(asked.year().firstDay(), SETTLED_IN));
    }

    /** Every weekday of the year on which a visit could begin, in order; none if the year is not entered. */
    List<PossibleVisit> all() {
        List<PossibleVisit> all = new ArrayList<>();
        for (LocalDate day = asked.year().firstDay(); !day.isAfter(asked.year().lastDay()); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 || isOpen(day)) {
                beginning(day).ifPresent(all::add);
            }
        }
        return all;
    }

    private boolean isOpen(LocalDate day) {
        return known(() -> calendar.isPupilDay(day)).orElse(false);
    }

    /** Empty if some of its visit days lie in a year that is not entered. */
    private Optional<PossibleVisit> beginning(LocalDate first) {
        return known(() -> {
            List<LocalDate> days = new ArrayList<>(List.of(first));
            for (int day = 1; day < asked.visitDays(); day++) {
                days.add(calendar.plus(first, day));
            }
            return on(days);
        });
    }

    private PossibleVisit on(List<LocalDate> days) {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        ReviewDates dates = new ReviewDates(
                Review.planned(
                        asked.host(),
                        new PlannedReview(asked.partnership(), asked.host(), "", first, last, Map.of(), Map.of())),
                calendar,
                leadTimes);
        Map<AppointmentKind, List<LocalDate>> meetings = new EnumMap<>(AppointmentKind.class);
        for (AppointmentKind meeting : AppointmentKind.values()) {
            if (meeting != AppointmentKind.VISIT) {
                meetings.put(meeting, known(() -> possible(dates, meeting)).orElse(List.of()));
            }
        }
        boolean acrossTheSummer = meetings.get(AppointmentKind.FOLLOW_UP).stream()
                .findFirst()
                .filter(asked.year()::holds)
                .isEmpty();
        return new PossibleVisit(first, last, days, meetings, hindrances(days), squeezes(dates), acrossTheSummer);
    }

    /** The usual day, then the other school days of the window, the nearest first; only those of the one school year. */
    private List<LocalDate> possible(ReviewDates dates, AppointmentKind meeting) {
        LocalDate usual = dates.appointment(meeting);
        Window window = dates.window(meeting).orElseThrow();
        return Stream.concat(
                        Stream.of(usual),
                        window.first()
                                .datesUntil(window.last().plusDays(1))
                                .filter(this::isOpen)
                                .filter(SchoolYear.of(usual)::holds)
                                .sorted(Comparator.comparingLong(
                                        day -> Math.abs(day.toEpochDay() - usual.toEpochDay()))))
                .distinct()
                .toList();
    }

    private List<Hindrance> hindrances(List<LocalDate> days) {
        LocalDate first = days.get(0);
        List<Hindrance> against = new ArrayList<>();
        if (first.isBefore(asked.today())) {
            against.add(new Hindrance(Kind.PAST, "it has passed"));
        }
        days.stream()
                .filter(day -> !calendar.isPupilDay(day))
                .findFirst()
                .ifPresent(day -> against.add(
                        new Hindrance(Kind.CLOSED, "no pupils are in school on %s".formatted(SchoolTime.words(day)))));
        days.stream()
                .map(this::blackoutOn)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(blackout -> against.add(
                        new Hindrance(Kind.BLACKOUT, "the day is kept free for %s".formatted(blackout.name()))));
        if (prepared.filter(first::isBefore).isPresent()) {
            against.add(new Hindrance(
                    Kind.TOO_SOON_AFTER_PUBLICATION,
                    "it is fewer than %d school days after publication; the first day that is not is %s"
                            .formatted(AFTER_PUBLICATION, SchoolTime.words(prepared.orElseThrow()))));
        }
        if (settledIn.filter(first::isBefore).isPresent()) {
            against.add(new Hindrance(
                    Kind.TOO_EARLY_IN_THE_YEAR,
                    "it is before the school's twentieth school day, %s"
                            .formatted(SchoolTime.words(settledIn.orElseThrow()))));
        }
        return against;
    }

    private Optional<Blackout> blackoutOn(LocalDate day) {
        return calendar.blackoutOn(day).or(() -> asked.keptFree().stream()
                .filter(blackout -> blackout.holds(day))
                .findFirst());
    }

    /** The steps of a review that would fall onto one day, or out of their order, in words. */
    static List<String> squeezes(ReviewDates dates) {
        return Stream.of(BEFORE_THE_VISIT, AFTER_THE_VISIT)
                .flatMap(steps -> inTurn(dates, steps).stream())
                .toList();
    }

    /** Neighbours of which the later is not on a later day. */
    private static List<String> inTurn(ReviewDates dates, List<Map.Entry<String, String>> steps) {
        List<String> squeezed = new ArrayList<>();
        for (int step = 1; step < steps.size(); step++) {
            Optional<LocalDate> before = day(dates, steps.get(step - 1).getKey());
            Optional<LocalDate> after = day(dates, steps.get(step).getKey());
            if (before.isPresent() && after.isPresent() && !before.orElseThrow().isBefore(after.orElseThrow())) {
                squeezed.add("%s and %s"
                        .formatted(
                                steps.get(step - 1).getValue(), steps.get(step).getValue()));
            }
        }
        return squeezed;
    }

    /** Meetings count on the day on which they are, other steps by their row. */
    private static Optional<LocalDate> day(ReviewDates dates, String row) {
        return known(() -> row.equals(LeadTimes.WORKSHOP)
                        ? Optional.of(dates.appointment(AppointmentKind.WORKSHOP))
                        : dates.dayOf(row))
                .flatMap(day -> day);
    }

    /** Empty where a school year is asked for that is not entered. */
    private static <T> Optional<T> known(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (YearNotEntered e) {
            return Optional.empty();
        }
    }
}
