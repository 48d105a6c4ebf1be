package org.criticalfriend.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.partnership.Caps;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.LedBy;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.SchoolLimits;
import org.criticalfriend.partnership.Training;
import org.criticalfriend.planning.ShapeOfReviews.Asked;
import org.criticalfriend.review.PackagedLeadTimes;
import org.criticalfriend.testing.TestPartnership;

/**
 * Partnerships of any size in 2026/27, with the calendars of the Priory schools: the terms of Staffordshire and the bank holidays of
 * England, the INSET days, staff-meeting weekdays and blackouts of its eight schools in turn. One school in two is a secondary one.
 */
final class PlannedYears {

    static final SchoolYear YEAR = new SchoolYear(2026);
    static final LocalDate PUBLISHED = LocalDate.of(2026, 7, 3);

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<LocalDate> BANK_HOLIDAYS = Stream.of(
                    "2026-08-31",
                    "2026-12-25",
                    "2026-12-28",
                    "2027-01-01",
                    "2027-03-26",
                    "2027-03-29",
                    "2027-05-03",
                    "2027-05-31")
            .map(LocalDate::parse)
            .collect(Collectors.toSet());

    /** INSET days, staff-meeting weekday and what is kept free, of one school of the Priory partnership. */
    private record Kept(DayOfWeek staffMeeting, List<String> inset, List<Blackout> blackouts) {}

    private static final List<Blackout> TESTS = List.of(blackout("2027-05-10", "2027-05-13", "Key stage 2 tests"));
    private static final List<Kept> PRIORY = List.of(
            new Kept(
                    DayOfWeek.MONDAY,
                    List.of("2026-09-03", "2026-10-23", "2026-11-27", "2027-02-22", "2027-07-21"),
                    List.of(
                            blackout("2026-11-30", "2026-12-11", "Year 11 mock examinations"),
                            blackout("2027-01-25", "2027-02-05", "Year 11 mock examinations"))),
            new Kept(
                    DayOfWeek.TUESDAY,
                    List.of("2026-09-03", "2026-11-02", "2027-02-12", "2027-06-07", "2027-07-21"),
                    TESTS),
            new Kept(
                    DayOfWeek.TUESDAY,
                    List.of("2026-09-03", "2026-09-04", "2026-11-02", "2027-02-22", "2027-05-28"),
                    TESTS),
            new Kept(
                    DayOfWeek.MONDAY,
                    List.of("2026-09-03", "2026-10-23", "2027-02-22", "2027-06-07", "2027-07-21"),
                    TESTS),
            new Kept(
                    DayOfWeek.WEDNESDAY,
                    List.of("2026-09-03", "2026-09-04", "2026-10-23", "2027-02-12", "2027-06-07"),
                    TESTS),
            new Kept(
                    DayOfWeek.TUESDAY,
                    List.of("2026-09-03", "2026-10-16", "2026-12-18", "2027-03-05", "2027-07-21"),
                    TESTS),
            new Kept(
                    DayOfWeek.WEDNESDAY,
                    List.of("2026-09-03", "2026-11-02", "2026-12-18", "2027-05-28", "2027-06-07"),
                    TESTS),
            new Kept(
                    DayOfWeek.WEDNESDAY,
                    List.of("2026-09-03", "2026-09-04", "2026-10-23", "2027-05-28", "2027-07-21"),
                    TESTS));

    private PlannedYears() {}

    private static Blackout blackout(String first, String last, String name) {
        return new Blackout(LocalDate.parse(first), LocalDate.parse(last), name);
    }

    /** The calendar of the school of this number. */
    static SchoolCalendar calendar(int school) {
        Kept kept = PRIORY.get(school % PRIORY.size());
        return new SchoolCalendar("school " + school, TestPartnership.staffordshire2026(), BANK_HOLIDAYS)
                .withDays(kept.inset().stream()
                        .map(day -> new CalendarDay(LocalDate.parse(day), CalendarDay.Kind.INSET, "INSET day"))
                        .toList())
                .withBlackouts(kept.blackouts())
                .withStaffMeetingOn(kept.staffMeeting());
    }

    /** So many schools, each with so many people who can lead and review and so many Improvement Champions; teams of two. */
    static PlanningProblem of(int schools, int reviewers, int champions) {
        Map<Integer, List<PossibleVisit>> visits = new HashMap<>();
        Map<Integer, Set<LocalDate>> open = new HashMap<>();
        for (int kept = 0; kept < PRIORY.size(); kept++) {
            SchoolCalendar calendar = calendar(kept);
            visits.put(
                    kept,
                    PackagedLeadTimes.possibleVisits(
                            new Asked("years", "s" + kept, calendar, YEAR, 1, PUBLISHED, PUBLISHED, List.of())));
            open.put(
                    kept,
                    LocalDate.of(2026, 9, 1)
                            .datesUntil(LocalDate.of(2027, 7, 31))
                            .filter(calendar::isStaffDay)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        List<HostToPlan> hosts = new ArrayList<>();
        List<SchoolToPlan> all = new ArrayList<>();
        List<PersonToPlan> people = new ArrayList<>();
        for (int school = 0; school < schools; school++) {
            String id = "s" + school;
            hosts.add(new HostToPlan(id, 1, 0, 2, visits.get(school % PRIORY.size()), Optional.empty()));
            all.add(new SchoolToPlan(
                    id,
                    "School " + school,
                    school % 2 == 0 ? Phase.SECONDARY : Phase.PRIMARY,
                    Optional.empty(),
                    Set.of(),
                    SchoolLimits.NONE,
                    Optional.empty()));
            Set<LocalDate> days = open.get(school % PRIORY.size());
            IntStream.range(0, reviewers)
                    .forEach(number ->
                            people.add(person(id + "r" + number, id, days, Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER)));
            IntStream.range(0, champions)
                    .forEach(number -> people.add(person(id + "c" + number, id, days, Duty.IMPROVEMENT_CHAMPION)));
        }
        return new PlanningProblem(
                "years",
                YEAR,
                new Wishes(LedBy.PEER, 2, EnumSet.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY), Caps.DEFAULT),
                hosts,
                all,
                people,
                Set.of(),
                Pins.NONE);
    }

    static PersonToPlan person(String id, String school, Set<LocalDate> openDays, Duty... trained) {
        return new PersonToPlan(
                id,
                "Person " + id,
                Optional.of(school),
                Set.of(school),
                Optional.empty(),
                Set.of(),
                Stream.of(trained).map(Training::as).collect(Collectors.toSet()),
                openDays,
                WEEKDAYS,
                Set.of(),
                Map.of(),
                0,
                false,
                true,
                false,
                0);
    }
}
