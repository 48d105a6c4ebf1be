package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.buffering.Withdrawals;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.review.DatesRefused;
import org.criticalfriend.review.MoveDates;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the table of a change of plan offers, in which order, and what it says of each way out. */
@ApplicationTest
class WaysOutTest {

    @Autowired
    TestPartnership partnerships;

    @Autowired
    StartReview start;

    @Autowired
    Changes changes;

    @Autowired
    ChangesOfPlan plans;

    @Autowired
    ClosedDays closedDays;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Absences absences;

    @Autowired
    Appointments appointments;

    @Autowired
    RunningReviews running;

    @Autowired
    Seats seats;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    MoveDates move;

    @Autowired
    TaskService tasks;

    @Autowired
    Timers timers;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsPlannedInALargePartnership() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.makeLarge();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void whatChangesLeastForOthersComesFirst() {
        another(TestPartnership.VISIT.plusDays(5), made.deputy('h'));
        UUID change = changes.ask(reference, "POSTPONE", made.hostHead());

        assertThat(changes.waysOut(change).stream().map(WayOut::way).distinct())
                .containsExactly("DAY", "SWAP", "AFAR", "CANCEL", "KEEP");

        absences.enter(made.peerReviewer(), TestPartnership.VISIT.plusDays(1), LocalDate.of(2026, 10, 20), made.lead());
        List<String> ways = changes.waysOut(change).stream()
                .map(way -> way.everything().contains("is away on") ? "DAY FOR MOST" : way.way())
                .distinct()
                .toList();
        assertThat(ways.indexOf("DAY FOR MOST"))
                .isGreaterThan(ways.indexOf("AFAR"))
                .isLessThan(ways.indexOf("CANCEL"));
    }

    @Test
    void aVisitThatIsPutOffComesLaterUnlessAnEarlierDayIsWished() {
        UUID off = changes.ask(reference, "POSTPONE", made.hostHead());
        assertThat(newDays(off)).isNotEmpty().allMatch(TestPartnership.VISIT::isBefore);
        changes.choose(off, changes.first(off, "KEEP"));

        LocalDate earlier = TestPartnership.VISIT.minusDays(2);
        UUID wished = changes.askWishing(reference, "POSTPONE", earlier, made.hostHead());
        assertThat(newDays(wished)).startsWith(earlier).noneMatch(earlier::isAfter);
        changes.choose(wished, changes.first(wished, "KEEP"));

        UUID closed = changes.ask(reference, "SCHOOL_CLOSED", made.hostHead());
        assertThat(newDays(closed)).anyMatch(TestPartnership.VISIT::isAfter);
        changes.choose(closed, changes.first(closed, "KEEP"));

        UUID ofsted = changes.ask(reference, "OFSTED", made.hostHead());
        assertThat(newDays(ofsted)).isNotEmpty().allMatch(TestPartnership.VISIT::isBefore);
    }

    private List<LocalDate> newDays(UUID change) {
        return changes.waysOut(change).stream()
                .filter(way -> way.way().equals("DAY"))
                .map(way -> LocalDate.parse(way.what()))
                .toList();
    }

    @Test
    void aNewDaySaysWhatMovesAcrossAHolidayWhatElseStandInsDoAndWhatIsDueAtOnce() {
        LocalDate late = LocalDate.of(2026, 11, 12);
        another(late.plusDays(4), made.deputy('d'));
        UUID change = changes.askWishing(reference, "POSTPONE", late, made.hostHead());

        assertThat(day(change, late).everything())
                .containsPattern("Follow-up meeting: \\w+ \\d+ \\w+ → \\w+ \\d+ \\w+, across a holiday")
                .contains("%s: visit of another review on Mon 16 Nov 2026"
                        .formatted(TestPartnership.nameOf(made.deputy('d'))));

        changes.choose(change, changes.first(change, "KEEP"));

        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(2), LocalTime.of(9, 0)));
        LocalDate soon = TestPartnership.VISIT.plusDays(1);
        UUID again = changes.askWishing(reference, "POSTPONE", soon, made.hostHead());
        assertThat(changes.first(again, "DAY").everything())
                .contains("The planning meeting was due on", "and is due at once.");
    }

    @Test
    void whoeverComesInPlaceOfSomebodyWhoCannotGivesTheDaysInFull() {
        LocalDate day = LocalDate.of(2026, 10, 13);
        absences.enter(made.peerReviewer(), day, day, made.lead());
        UUID change = changes.askWishing(reference, "POSTPONE", day, made.hostHead());

        assertThat(day(change, day).everything())
                .contains("Whoever comes in place of %s gives the days in full."
                        .formatted(TestPartnership.nameOf(made.peerReviewer())))
                .contains("Cover moves to the school of whoever comes");
    }

    @Test
    void reviewsThatAreInQuestionThemselvesAreNotExchanged() {
        String other = another(TestPartnership.VISIT.plusDays(5), made.deputy('h'));
        UUID change = changes.ask(reference, "POSTPONE", made.hostHead());
        assertThat(ways(change)).contains("SWAP");

        changes.ask(other, "POSTPONE", made.head('e'));

        assertThat(ways(change)).doesNotContain("SWAP");
    }

    @Test
    void aStandInIsOfferedIfTheyCanComeAndAreNotAskedAlready() {
        UUID change = changes.askForSomebodyElse(reference, Duty.PEER_REVIEWER, made.lead());
        assertThat(changes.first(change, "PROMOTE").what()).isEqualTo(made.deputy('d'));

        absences.enter(made.deputy('d'), TestPartnership.VISIT, TestPartnership.VISIT, made.lead());
        assertThat(ways(change)).doesNotContain("PROMOTE");

        absences.ahead(List.of(made.deputy('d'))).forEach(absence -> absences.takeBack(made.deputy('d'), absence.id()));
        assertThat(ways(change)).contains("PROMOTE");
        withdrawals.withdraw(reference, made.peerReviewer());
        assertThat(ways(change)).doesNotContain("PROMOTE").contains("PERSON");
    }

    @Test
    void forALostLeadTheTableNamesWhoLeads() {
        UUID change = changes.askForSomebodyElse(reference, Duty.LEAD_REVIEWER, made.lead());

        assertThat(changes.first(change, "PROMOTE"))
                .satisfies(way -> assertThat(way.what()).isEqualTo(made.peerReviewer()))
                .satisfies(way -> assertThat(way.title())
                        .isEqualTo("%s of the team leads".formatted(TestPartnership.nameOf(made.peerReviewer()))));
    }

    @Test
    void ofTwoChampionsEitherCanBeReplaced() {
        String withTwo = start.as(new PlannedReview(
                made.id(),
                made.school('e'),
                "A focus",
                TestPartnership.VISIT.plusDays(12),
                TestPartnership.VISIT.plusDays(12),
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.head('f')),
                        Duty.PEER_REVIEWER, List.of(made.deputy('g')),
                        Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('f'), made.teacher('g')))));
        UUID second = seats.of(running.of(withTwo).id(), List.of(Duty.IMPROVEMENT_CHAMPION))
                .get(1)
                .id();
        UUID change = plans.ask(
                Asked.of(withTwo, ChangeKind.CHANGE_OF_PERSON, made.lead()).about(second));

        WayOut person = changes.first(change, "PERSON");
        changes.choose(change, person);

        assertThat(seats.occupantOf(second)).contains(person.what());
    }

    @Test
    void whereSomebodysOwnSchoolIsClosedOnAWorkshopTheWorkshopCanMoveAndTheVisitStays() {
        calendars.enterInsetDays(made.school('b'), List.of(day(AppointmentKind.WORKSHOP)));

        UUID change = plans.ask(ClosedDays.mending(
                closedDays.of(made.id(), made.lead()).stream()
                        .filter(one -> one.kind() == AppointmentKind.WORKSHOP)
                        .findFirst()
                        .orElseThrow(),
                made.lead()));

        assertThat(ways(change)).contains("PROMOTE", "MEETING").doesNotContain("DAY", "SWAP", "CANCEL");
    }

    @Test
    void whoeverLosesTheirPlaceHearsSo() {
        UUID change = changes.askForSomebodyElse(reference, Duty.PEER_REVIEWER, made.lead());

        changes.choose(change, changes.first(change, "SMALLER"));

        assertThat(database.sql(
                                "select recipient from notice where occasion = 'change-not-needed' and recipient like ?")
                        .param(made.id() + "%")
                        .query(String.class)
                        .list())
                .containsExactly(made.peerReviewer());
    }

    @Test
    void whatIsLateStaysInQuestionWhileAReviewWaitsAndNothingElseGivesItADay() {
        timers.fire(reference, "PlanningMeetingLate");
        UUID change = changes.ask(reference, "OFSTED", made.hostHead());

        assertThat(open("DecideWhatHelps")).isEqualTo(1);
        assertThatThrownBy(() -> move.visit(reference, LocalDate.of(2026, 11, 12)))
                .isInstanceOf(DatesRefused.class)
                .hasMessageContaining("waits for a new day");

        changes.choose(change, changes.first(change, "DAY"));
        assertThat(open("DecideWhatHelps")).isZero();
    }

    private long open(String activity) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(activity)
                .count();
    }

    /** Another review of the partnership, of other people but for the reserve. */
    private String another(LocalDate visit, String reserve) {
        return start.as(new PlannedReview(
                made.id(),
                made.school('e'),
                "Another focus",
                visit,
                visit,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.head('f')),
                        Duty.PEER_REVIEWER, List.of(made.deputy('g')),
                        Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('f')),
                        Duty.RESERVE_REVIEWER, List.of(reserve),
                        Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(made.teacher('h')))));
    }

    private LocalDate day(AppointmentKind kind) {
        return appointments.of(reference).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .first();
    }

    private WayOut day(UUID change, LocalDate day) {
        Optional<WayOut> way = changes.waysOut(change).stream()
                .filter(one -> one.way().equals("DAY") && one.what().equals(day.toString()))
                .findFirst();
        return way.orElseThrow(() -> new AssertionError("%s is not in %s".formatted(day, changes.waysOut(change))));
    }

    private List<String> ways(UUID change) {
        return changes.waysOut(change).stream().map(WayOut::way).toList();
    }
}
