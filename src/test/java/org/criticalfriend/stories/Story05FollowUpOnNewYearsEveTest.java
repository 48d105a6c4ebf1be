package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.review.Appointment;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Story 5: eight weeks after the visit of 5 November is New Year's Eve, when nobody is in school. */
@ApplicationTest
class Story05FollowUpOnNewYearsEveTest {

    private static final LocalDate VISIT = LocalDate.of(2026, 11, 5);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    Appointments appointments;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    private Made made;

    @BeforeEach
    void aPartnershipPlansItsYear() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
    }

    @Test
    void theFollowUpIsHeldOnTheFirstDayOfTheNewTermAndTheReviewIsFollowedUp() {
        String reference = partnerships.startReview(made, VISIT);
        assertThat(VISIT.plusWeeks(8)).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(followUp(reference)).isEqualTo(LocalDate.of(2027, 1, 4));

        scenario.walkToReport(made, reference);
        scenario.checkReport(made, reference, true);
        scenario.agreeActionPlan(made, reference);
        scenario.reportTargetsToHead(made, reference);
        timers.fire(reference, "FollowUpDayArrives");

        assertThat(clock.instant()).isEqualTo(SchoolTime.at(LocalDate.of(2027, 1, 4), LocalTime.of(8, 0)));
        assertThat(scenario.open(reference, "HoldFollowUpMeeting", made.champion())
                        .getDueDate()
                        .toInstant())
                .isEqualTo(SchoolTime.at(LocalDate.of(2027, 1, 5), LocalTime.of(12, 0)));
        scenario.holdFollowUpMeeting(made, reference);
        assertThat(timers.endOf(reference)).isEqualTo("GoalFollowedUp");
    }

    @Test
    void whereTheTermBeginsWithAnInsetDayTheFollowUpIsTheDayAfter() {
        calendars.enterInsetDays(made.school('a'), List.of(LocalDate.of(2027, 1, 4)));

        assertThat(followUp(partnerships.startReview(made, VISIT))).isEqualTo(LocalDate.of(2027, 1, 5));
    }

    private LocalDate followUp(String reference) {
        return appointments.of(reference).stream()
                .filter(appointment -> appointment.kind() == AppointmentKind.FOLLOW_UP)
                .map(Appointment::first)
                .findFirst()
                .orElseThrow();
    }
}
