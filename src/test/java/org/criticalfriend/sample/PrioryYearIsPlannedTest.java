package org.criticalfriend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.School;
import org.criticalfriend.planning.Explanation;
import org.criticalfriend.planning.HostToPlan;
import org.criticalfriend.planning.Limits;
import org.criticalfriend.planning.PersonToPlan;
import org.criticalfriend.planning.Pins;
import org.criticalfriend.planning.Planner;
import org.criticalfriend.planning.PlanningProblem;
import org.criticalfriend.planning.Progress;
import org.criticalfriend.planning.Proposal;
import org.criticalfriend.planning.ProposedReview;
import org.criticalfriend.planning.Rule;
import org.criticalfriend.planning.SchoolToPlan;
import org.criticalfriend.planning.ShapeOfReviews.Asked;
import org.criticalfriend.planning.Wishes;
import org.criticalfriend.review.PackagedLeadTimes;
import org.criticalfriend.sample.SampleFiles.PersonRow;
import org.criticalfriend.sample.SampleFiles.SchoolRow;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;

/** The year 2026/27 of the Priory schools, as their files have it, planned by the planner. */
class PrioryYearIsPlannedTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 7, 10);
    private static final Set<LocalDate> BANK_HOLIDAYS = Set.of(
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 28),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 3, 26),
            LocalDate.of(2027, 3, 29),
            LocalDate.of(2027, 5, 3),
            LocalDate.of(2027, 5, 31));

    private final SampleFiles files = new SampleFiles(new DefaultResourceLoader(), "classpath:sample/priory");
    private final Planner planner = new Planner();

    @Test
    void everySchoolIsVisitedByPeopleWhoCan() {
        PlanningProblem problem = problem();

        Proposal plan = planner.propose(problem, Limits.ofSteps(20_000, 1), Progress.NOBODY);
        Explanation explanation = planner.explain(problem, plan);

        assertThat(plan.standing().isFeasible())
                .as(explanation.missing() + " " + explanation.broken())
                .isTrue();
        assertThat(explanation.missing()).isEmpty();
        assertThat(explanation.broken()).noneMatch(breach -> breach.rule().level() != Rule.Level.WISH);
        assertThat(plan.reviews()).hasSize(8).allSatisfy(this::hasAWholeTeam);
        assertThat(plan.reviews()).allSatisfy(review -> everybodyIsThere(problem, review));
        nobodyIsInTwoPlaces(plan);
        assertThat(plan.reviews().stream()
                        .map(review -> review.visitFirst().with(DayOfWeek.MONDAY))
                        .collect(Collectors.toSet()))
                .hasSize(8);
        // Story 16: whoever works from Monday to Wednesday is on no visit on a Thursday.
        assertThat(explanation.schools())
                .filteredOn(row -> row.id().equals("weirroad"))
                .singleElement()
                .satisfies(row -> assertThat(row.halves()).isLessThanOrEqualTo(6));
    }

    private void hasAWholeTeam(ProposedReview review) {
        assertThat(review.with(Duty.LEAD_REVIEWER)).hasSize(1);
        assertThat(review.with(Duty.PEER_REVIEWER)).hasSize(1);
        assertThat(review.with(Duty.IMPROVEMENT_CHAMPION)).hasSize(1);
        assertThat(review.with(Duty.RESERVE_REVIEWER)).hasSize(1);
        assertThat(review.with(Duty.SPARE_IMPROVEMENT_CHAMPION)).hasSize(1);
        assertThat(review.deputyLead()).hasValue(review.with(Duty.PEER_REVIEWER).get(0));
        assertThat(review.days()).containsKeys(AppointmentKind.values());
        Map<String, String> schoolOf = files.people().stream()
                .filter(row -> row.school() != null)
                .collect(Collectors.toMap(PersonRow::id, PersonRow::school));
        Set<String> team = Stream.of(Duty.LEAD_REVIEWER, Duty.PEER_REVIEWER, Duty.IMPROVEMENT_CHAMPION)
                .map(duty -> schoolOf.get(review.with(duty).get(0)))
                .collect(Collectors.toSet());
        assertThat(team).doesNotContain(review.host());
        StandIns.duties()
                .forEach(duty -> assertThat(schoolOf.get(review.with(duty).get(0)))
                        .isNotIn(team)
                        .isNotEqualTo(review.host()));
    }

    private static void everybodyIsThere(PlanningProblem problem, ProposedReview review) {
        Map<String, PersonToPlan> people =
                problem.people().stream().collect(Collectors.toMap(PersonToPlan::id, person -> person));
        review.seats().forEach(seat -> review.days().forEach((appointment, day) -> {
            if (appointment.isAttendedBy(seat.seat().duty())) {
                PersonToPlan person = people.get(seat.person().orElseThrow());
                assertThat(person.openDays()).contains(day);
                assertThat(person.workingDays()).contains(day.getDayOfWeek());
                assertThat(person.trainings())
                        .anyMatch(training -> seat.seat()
                                        .duty()
                                        .trainedAs()
                                        .filter(training.duty()::equals)
                                        .isPresent()
                                && training.countsOn(day));
            }
        }));
    }

    private static void nobodyIsInTwoPlaces(Proposal plan) {
        Map<String, Set<LocalDate>> given = new HashMap<>();
        plan.reviews()
                .forEach(review -> review.seats().forEach(seat -> review.days().forEach((appointment, day) -> {
                    if (appointment.isAttendedBy(seat.seat().duty())) {
                        assertThat(given.computeIfAbsent(seat.person().orElseThrow(), person -> new HashSet<>())
                                        .add(day))
                                .as("%s on %s", seat.person(), day)
                                .isTrue();
                    }
                })));
    }

    private PlanningProblem problem() {
        PartnershipSettings settings =
                files.schools().partnership().partnership().settings();
        List<SchoolRow> rows = files.schools().schools();
        Map<String, SchoolCalendar> calendars = rows.stream().collect(Collectors.toMap(SchoolRow::id, this::calendar));
        return new PlanningProblem(
                "priory",
                YEAR,
                new Wishes(
                        settings.ledBy(),
                        settings.team().otherSchoolsAtLeast(),
                        settings.preferredVisitDays(),
                        settings.caps()),
                rows.stream()
                        .filter(row -> row.status() == MembershipStatus.IN_CYCLE)
                        .map(row -> new HostToPlan(
                                row.id(),
                                settings.team().size().orElseThrow() - 1,
                                0,
                                2,
                                PackagedLeadTimes.possibleVisits(new Asked(
                                        "priory",
                                        row.id(),
                                        calendars.get(row.id()),
                                        YEAR,
                                        1,
                                        PUBLISHED,
                                        PUBLISHED,
                                        List.of())),
                                Optional.empty()))
                        .toList(),
                rows.stream().map(PrioryYearIsPlannedTest::school).toList(),
                files.people().stream()
                        .filter(row -> row.school() != null)
                        .map(row -> person(row, calendars.get(row.school()), rows))
                        .toList(),
                Set.of(),
                Pins.NONE);
    }

    private SchoolCalendar calendar(SchoolRow row) {
        List<Blackout> kept = Stream.concat(
                        files.schools().calendar().blackouts().stream()
                                .filter(blackout -> blackout.phase() == null
                                        || blackout.phase().equals(row.phase().name())),
                        row.blackouts().stream())
                .map(blackout -> blackout.shifted(0))
                .toList();
        SchoolCalendar calendar = new SchoolCalendar(
                        row.name(),
                        (row.terms().isEmpty() ? files.schools().calendar().terms() : row.terms())
                                .stream().map(term -> term.shifted(0)).toList(),
                        BANK_HOLIDAYS)
                .withDays(row.inset().stream()
                        .map(day -> new CalendarDay(day, CalendarDay.Kind.INSET, "INSET day"))
                        .toList())
                .withBlackouts(kept);
        return row.staffMeeting() == null ? calendar : calendar.withStaffMeetingOn(row.staffMeeting());
    }

    private static SchoolToPlan school(SchoolRow row) {
        School school = row.schoolWithoutPeople("staffordshire");
        return new SchoolToPlan(
                school.id(),
                school.name(),
                school.phase(),
                school.trust(),
                school.affiliations(),
                school.limits(),
                Optional.empty());
    }

    private static PersonToPlan person(PersonRow row, SchoolCalendar calendar, List<SchoolRow> schools) {
        return new PersonToPlan(
                row.id(),
                row.person().name(),
                Optional.of(row.school()),
                Set.of(row.school()),
                row.profile(0).phase(),
                row.profile(0).subjects(),
                row.profile(0).trainings(),
                LocalDate.of(2026, 9, 1)
                        .datesUntil(LocalDate.of(2027, 7, 31))
                        .filter(calendar::isStaffDay)
                        .collect(Collectors.toSet()),
                row.profile(0).workingDays(),
                Set.of(),
                Map.of(),
                0,
                false,
                schools.stream()
                        .anyMatch(school ->
                                school.id().equals(row.school()) && school.status() == MembershipStatus.IN_CYCLE),
                false,
                0);
    }
}
