package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** G25: the day that the form suggests is one that it takes. The visit is on Thursday 8 October 2026, half-term from 26 October. */
@ApplicationTest
class SuggestedReflectionDeadlineTest {

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    Reviews reviews;

    @Autowired
    Deadlines deadlines;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void theVisitDayArrives() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.holdPlanningMeeting(made, reference);
        scenario.prepareQuestions(made, reference);
        timers.fire(reference, "VisitDayArrives");
        scenario.recordEvidence(reference, made.peerReviewer());
        scenario.recordEvidence(reference, made.leadReviewer());
    }

    @Test
    void withTheWorkshopAtTheEndOfItsWindowItIsAsUsual() {
        LocalDate windowEnds = deadlines
                .of(reviews.of(reference))
                .window(AppointmentKind.WORKSHOP)
                .orElseThrow()
                .last();
        workshopOn(windowEnds);

        scenario.presentFeedback(made, reference);

        assertThat(windowEnds).isEqualTo(LocalDate.of(2026, 10, 19));
        assertThat(deadline()).isEqualTo(LocalDate.of(2026, 10, 22));
    }

    @Test
    void withAWorkshopThatWasMovedLaterItLeavesTheStaffThreeSchoolDaysAllTheSame() {
        workshopOn(LocalDate.of(2026, 10, 21));

        scenario.presentFeedback(made, reference);

        assertThat(deadline()).isEqualTo(LocalDate.of(2026, 11, 2));
    }

    @Test
    void withFeedbackThatIsTypedUpLateItStillLeavesThem() {
        workshopOn(LocalDate.of(2026, 11, 9));
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 10, 14), LocalTime.of(9, 0)));

        scenario.presentFeedback(made, reference);

        assertThat(deadline()).isEqualTo(LocalDate.of(2026, 11, 12));
    }

    @Test
    void withAWorkshopJustBeforeTheFollowUpItIsTheLastDayBeforeThat() {
        LocalDate followUp =
                reviews.of(reference).days().of(AppointmentKind.FOLLOW_UP).orElseThrow();
        LocalDate before = deadlines.of(reviews.of(reference)).host().plus(followUp, -1);
        workshopOn(before);

        scenario.presentFeedback(made, reference);

        assertThat(deadline()).isEqualTo(before);
    }

    private void workshopOn(LocalDate day) {
        Review review = reviews.of(reference);
        reviews.update(review.withDays(review.days().with(AppointmentKind.WORKSHOP, day)));
    }

    private LocalDate deadline() {
        return reviews.of(reference).reflectionDeadline();
    }
}
