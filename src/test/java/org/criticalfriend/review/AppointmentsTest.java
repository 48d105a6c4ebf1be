package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaim;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.FollowUpWeeks;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.review.Appointment.Window;
import org.criticalfriend.review.MoveDates.NewVisit;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.OwnLeadTimes;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class AppointmentsTest {

    private static final LocalDate VISIT = TestPartnership.VISIT;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Partnerships register;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    Appointments appointments;

    @Autowired
    DayClaims claims;

    @Autowired
    OwnLeadTimes leadTimes;

    @Autowired
    RepositoryService repository;

    @Autowired
    DaysOfEarlierReviews atStart;

    @Autowired
    JdbcClient database;

    @Autowired
    StartReview start;

    @Autowired
    MoveDates move;

    @Autowired
    MovableClock clock;

    private Made made;

    @BeforeEach
    void aPartnership() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
    }

    @Test
    void aPlannedReviewHasItsFourAppointmentsWithTimePlaceAndWindow() {
        String reference = partnerships.startReview(made, VISIT);

        assertThat(appointments.of(reference))
                .extracting(Appointment::kind, Appointment::first, Appointment::starts, Appointment::ends)
                .containsExactly(
                        tuple(AppointmentKind.PLANNING_MEETING, day(9, 24), time("15:45"), time("16:45")),
                        tuple(AppointmentKind.VISIT, VISIT, time("08:30"), time("16:30")),
                        tuple(AppointmentKind.WORKSHOP, day(10, 15), time("15:45"), time("17:00")),
                        tuple(AppointmentKind.FOLLOW_UP, day(12, 3), time("15:45"), time("16:45")));
        assertThat(appointments.of(reference))
                .allSatisfy(appointment -> assertThat(appointment.place()).contains("1 School Lane"))
                .extracting(Appointment::window)
                .containsExactly(
                        Optional.of(new Window(day(9, 17), day(9, 29))),
                        Optional.empty(),
                        Optional.of(new Window(day(10, 13), day(10, 19))),
                        Optional.of(new Window(day(12, 3), day(12, 10))));
    }

    @Test
    void aWindowThatReachesBackIntoAYearThatNobodyHasEnteredBeginsOnTheFirstSchoolDayAfterIt() {
        String reference = partnerships.startReview(made, day(9, 17));

        assertThat(appointments.of(reference))
                .filteredOn(appointment -> appointment.kind() == AppointmentKind.PLANNING_MEETING)
                .extracting(Appointment::window)
                .containsExactly(Optional.of(new Window(day(9, 3), day(9, 8))));
    }

    @Test
    void theWorkshopFallsOnTheStaffMeetingDayOfTheHost() {
        calendars.setStaffMeetingDay(made.school('a'), DayOfWeek.MONDAY);

        assertThat(on(partnerships.startReview(made, VISIT), AppointmentKind.WORKSHOP))
                .isEqualTo(day(10, 19));
    }

    @Test
    void aPartnershipThatCountsTermWeeksFollowsUpLater() {
        Partnership partnership = register.find(made.id()).orElseThrow();
        PartnershipSettings settings = partnership.settings();
        register.change(new Partnership(
                partnership.id(),
                partnership.version(),
                partnership.name(),
                partnership.kind(),
                new PartnershipSettings(
                        settings.ledBy(),
                        settings.publication(),
                        settings.selfReviewRequired(),
                        settings.headAtWorkshop(),
                        settings.team(),
                        FollowUpWeeks.TERM_WEEKS,
                        settings.preferredVisitDays(),
                        settings.caps(),
                        settings.templates())));

        assertThat(on(partnerships.startReview(made, LocalDate.of(2026, 11, 5)), AppointmentKind.FOLLOW_UP))
                .isEqualTo(LocalDate.of(2027, 1, 14));
    }

    @Test
    void theYearPlanMayFixTheMeetingsItself() {
        String reference = start.as(new PlannedReview(
                made.id(),
                made.school('a'),
                "A focus",
                VISIT,
                VISIT.plusDays(1),
                Map.of(AppointmentKind.PLANNING_MEETING, day(9, 22), AppointmentKind.FOLLOW_UP, day(12, 8)),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.leadReviewer()),
                        Duty.PEER_REVIEWER, List.of(made.peerReviewer()))));

        assertThat(appointments.of(reference))
                .extracting(Appointment::first)
                .containsExactly(day(9, 22), VISIT, day(10, 16), day(12, 8));
        assertThat(appointments.of(reference).get(1).last()).isEqualTo(VISIT.plusDays(1));
    }

    @Test
    void aReviewOfATrustTakesUpToThreeDaysAndMayHaveLeadTimesOfItsOwn() {
        Deployment own =
                leadTimes.row("MAT", made.id(), "PlanningMeeting", "VISIT_FIRST", -12, "SCHOOL_DAYS", "BACK", "10:00");
        try {
            String reference = start.as(new PlannedReview(
                    ReviewKind.MAT,
                    made.id(),
                    made.school('a'),
                    "A focus",
                    LocalDate.of(2026, 10, 6),
                    LocalDate.of(2026, 10, 8),
                    Map.of(),
                    Map.of(
                            Duty.LEAD_REVIEWER, List.of(made.leadReviewer()),
                            Duty.PEER_REVIEWER, List.of(made.peerReviewer()))));

            assertThat(on(reference, AppointmentKind.PLANNING_MEETING)).isEqualTo(day(9, 18));
            String ofASchool = start.as(new PlannedReview(
                    made.id(),
                    made.school('b'),
                    "A focus",
                    VISIT,
                    VISIT,
                    Map.of(),
                    Map.of(
                            Duty.LEAD_REVIEWER, List.of(made.head('c')),
                            Duty.PEER_REVIEWER, List.of(made.head('d')))));
            assertThat(on(ofASchool, AppointmentKind.PLANNING_MEETING)).isEqualTo(day(9, 24));
        } finally {
            repository.deleteDeployment(own.getId(), true);
        }
    }

    @Test
    void aReviewThatCannotBeVisitedThenIsNotPlanned() {
        assertThatThrownBy(() -> partnerships.startReview(made, LocalDate.of(2026, 10, 10)))
                .isInstanceOf(DatesRefused.class)
                .hasMessageContaining("no pupils in school on Saturday 10 October 2026");
    }

    @Test
    void inAYearThatIsNotEnteredAFollowUpIsFixedOnlyWhenItIs() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2028, 4, 24), LocalTime.of(9, 0)));
        String reference = partnerships.startReview(made, LocalDate.of(2028, 6, 14));
        assertThat(appointments.of(reference))
                .extracting(Appointment::kind)
                .containsExactly(AppointmentKind.PLANNING_MEETING, AppointmentKind.VISIT, AppointmentKind.WORKSHOP);

        calendars.enterTerms(
                made.id(),
                new SchoolYear(2028),
                List.of(new Term(LocalDate.of(2028, 9, 4), LocalDate.of(2028, 12, 20))));

        assertThat(on(reference, AppointmentKind.FOLLOW_UP)).isEqualTo(LocalDate.of(2028, 9, 4));
        assertThat(claims.claimsOf(made.champion(), LocalDate.of(2028, 8, 1), LocalDate.of(2029, 7, 31)))
                .extracting(DayClaim::heldOn)
                .containsExactly(LocalDate.of(2028, 9, 4));
    }

    @Test
    void aReviewThatAnEarlierVersionPlannedGetsItsDaysWhenTheApplicationStarts() {
        String reference = partnerships.startReview(made, VISIT);
        database.sql(
                        "update review set planning_meeting_on = null, workshop_on = null, follow_up_on = null where reference = ?")
                .param(reference)
                .update();
        database.sql("delete from day_claim where person = ?")
                .param(made.champion())
                .update();

        atStart.run();

        assertThat(appointments.of(reference))
                .extracting(Appointment::first)
                .containsExactly(day(9, 24), VISIT, day(10, 15), day(12, 3));
        assertThat(claims.claimsOf(made.champion(), LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)))
                .extracting(DayClaim::heldOn)
                .containsExactly(day(10, 15), day(12, 3));
    }

    @Test
    void aWindowEndsWhereAYearBeginsThatNobodyHasEntered() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2028, 4, 10), LocalTime.of(9, 0)));
        String reference = partnerships.startReview(made, LocalDate.of(2028, 5, 18));

        Appointment followUp = appointments.of(reference).get(3);

        assertThat(followUp.first()).isEqualTo(LocalDate.of(2028, 7, 13));
        assertThat(followUp.window()).contains(new Window(LocalDate.of(2028, 7, 13), LocalDate.of(2028, 7, 13)));
    }

    @Test
    void timesAndPlaceCanBeArrangedAndStayWhenTheDayMoves() {
        String reference = partnerships.startReview(made, VISIT);
        appointments.arrange(
                reference,
                AppointmentKind.VISIT,
                time("08:30"),
                time("12:30"),
                Optional.empty(),
                Optional.of("https://meet.example/room"));
        appointments.arrange(
                reference, AppointmentKind.VISIT, time("08:45"), time("12:30"), Optional.of("Hall"), Optional.empty());

        move.visit(reference, LocalDate.of(2026, 10, 15));

        Appointment visit = appointments.of(reference).get(1);
        assertThat(visit.first()).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(visit.starts()).isEqualTo(time("08:45"));
        assertThat(visit.place()).contains("Hall");
        assertThat(visit.link()).isEmpty();
        assertThat(visit.isHalfADay()).isTrue();
    }

    @Test
    void anAppointmentNeedsAnEndAfterItsBeginningAndSomewhereToMeet() {
        String reference = partnerships.startReview(made, VISIT);

        assertThatThrownBy(() -> appointments.arrange(
                        reference,
                        AppointmentKind.WORKSHOP,
                        time("17:00"),
                        time("16:00"),
                        Optional.of("Hall"),
                        Optional.empty()))
                .hasMessage("The appointment ends before it begins. Please mend the times.");
        assertThatThrownBy(() -> appointments.arrange(
                        reference,
                        AppointmentKind.WORKSHOP,
                        time("15:00"),
                        time("16:00"),
                        Optional.empty(),
                        Optional.empty()))
                .hasMessage("Please say where people meet: a place, or a link.");
    }

    @Test
    void aReviewThatWaitsForANewDayHasNoAppointments() {
        String reference = partnerships.startReview(made, VISIT);

        move.pause(reference);
        assertThat(appointments.of(reference)).isEmpty();

        move.resume(reference, new NewVisit(VISIT, VISIT, Map.of()));
        assertThat(appointments.of(reference)).hasSize(4);
    }

    private LocalDate on(String reference, AppointmentKind kind) {
        return appointments.of(reference).stream()
                .filter(appointment -> appointment.kind() == kind)
                .map(Appointment::first)
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }
}
