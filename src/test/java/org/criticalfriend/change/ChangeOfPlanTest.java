package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.Appointment;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.review.CancelReview;
import org.criticalfriend.review.MoveDates;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
@Tag("database")
class ChangeOfPlanTest {

    @Autowired
    Buffered people;

    @Autowired
    Changes changes;

    @Autowired
    Appointments appointments;

    @Autowired
    MoveDates move;

    @Autowired
    RunningReviews running;

    @Autowired
    SeatsAreLookedAfter seats;

    @Autowired
    Absences absences;

    @Autowired
    Timers timers;

    @Autowired
    CancelReview cancel;

    @Autowired
    Post post;

    private Review review;

    @BeforeEach
    void aReviewIsPlanned() {
        review = people.planned();
    }

    @AfterEach
    void everythingIsInOrder() {
        assertThat(seats.faultsIn(review.made().id())).isEmpty();
    }

    @Test
    void nothingChangesBeforeTheLeadHasDecidedAndTheNewDayTakesEverythingAlong() {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().hostHead());

        assertThat(day(AppointmentKind.VISIT)).isEqualTo(TestPartnership.VISIT);
        assertThat(changes.decider(change)).contains(review.made().lead());

        WayOut way = changes.first(change, "DAY");
        changes.choose(change, way);

        assertThat(day(AppointmentKind.VISIT)).isEqualTo(LocalDate.parse(way.what()));
        assertThat(changes.outcome(change)).contains("CHANGED");
        assertThat(changes.told(change, "change-decided"))
                .containsExactly(review.made().hostHead());
    }

    @Test
    void whoeverAskedReadsThatItIsDecidedAndSoDoesTheHead() {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().leadReviewer());
        changes.choose(change, changes.first(change, "KEEP"));

        assertThat(post.deliver(review.made()).stream()
                        .filter(one -> one.occasion().equals("change-decided"))
                        .map(one -> one.recipient() + ": "
                                + (one.mail().text().contains("You have asked for a change") ? "you" : "somebody")))
                .containsExactlyInAnyOrder(
                        review.made().leadReviewer() + ": you", review.made().hostHead() + ": somebody");
    }

    @Test
    void ofstedMakesTheReviewWaitUntilItHasANewDay() {
        UUID change = changes.ask(review.reference(), "OFSTED", review.made().hostHead());
        assertThat(running.of(review.reference()).hasNoDate()).isTrue();
        assertThat(changes.waysOut(change)).extracting(WayOut::way).doesNotContain("KEEP", "AFAR");

        changes.choose(change, changes.first(change, "AGAIN"));

        assertThat(running.of(review.reference()).hasNoDate()).isFalse();
        assertThat(day(AppointmentKind.VISIT)).isEqualTo(TestPartnership.VISIT);
    }

    @Test
    void illnessGoesStraightToTheStandIn() {
        String ill = review.made().peerReviewer();

        UUID change = changes.ask(review.reference(), "ILLNESS", ill);

        assertThat(people.asked(review)).containsExactly(review.reserve());
        assertThat(changes.outcome(change)).contains("BUFFERED");
        assertThat(changes.decider(change)).isEmpty();
    }

    @Test
    void onTheMorningOfTheVisitIllnessLeavesTheStandInTwoHoursToAnswerAndAnotherIsAskedAtOnce() {
        people.at(TestPartnership.VISIT, 7, 15);

        changes.ask(review.reference(), "ILLNESS", review.made().peerReviewer());

        assertThat(people.asked(review)).hasSize(2).contains(review.reserve());
        assertThat(people.answerBy(review)).containsOnly(SchoolTime.at(TestPartnership.VISIT, LocalTime.of(9, 15)));
        assertThat(people.tasksAt(review, "DecideOnChange")).isEmpty();
    }

    @Test
    void theSecondChangeOfTheSameReviewIsRefusedWithAReasonThatDoesNotSayWhatTheFirstIs() {
        changes.ask(review.reference(), "OFSTED", review.made().hostHead());

        assertThatThrownBy(() -> changes.ask(
                        review.reference(), "POSTPONE", review.made().leadReviewer()))
                .isInstanceOf(ChangeRefused.class)
                .hasMessageContaining("already")
                .hasMessageNotContaining("Ofsted");
    }

    @Test
    void ifSomethingHasChangedSinceTheTableWasShownNothingIsDone() {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().hostHead());
        WayOut old = changes.first(change, "DAY");
        move.meeting(
                review.reference(),
                AppointmentKind.WORKSHOP,
                day(AppointmentKind.WORKSHOP).plusDays(1));

        assertThatThrownBy(() -> changes.choose(change, old)).isInstanceOf(Refusal.class);

        assertThat(day(AppointmentKind.VISIT)).isEqualTo(TestPartnership.VISIT);
        assertThat(changes.outcome(change)).isEmpty();
        changes.choose(change, changes.first(change, "DAY"));
        assertThat(changes.outcome(change)).contains("CHANGED");
    }

    @Test
    void theStandInTakesTheSeatAndAnotherStandInIsLookedFor() {
        UUID change = changes.askForSomebodyElse(
                review.reference(), Duty.PEER_REVIEWER, review.made().lead());

        changes.choose(change, changes.first(change, "PROMOTE"));

        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
        assertThat(people.searches(review)).isEqualTo(1);
        assertThat(people.tasksOf(review, review.made().peerReviewer())).isEmpty();
    }

    @Test
    void forALostLeadTheDeputyLeadsAndTheStandInIsAskedForTheFreeSeat() {
        UUID change = changes.askForSomebodyElse(
                review.reference(), Duty.LEAD_REVIEWER, review.made().lead());

        changes.choose(change, changes.first(change, "PROMOTE"));

        assertThat(people.on(review, Duty.LEAD_REVIEWER)).contains(review.made().peerReviewer());
        assertThat(people.asked(review)).containsExactly(review.reserve());
        assertThat(people.tasksOf(review, review.made().leadReviewer())).isEmpty();
    }

    @Test
    void aDayOnWhichSomebodyCannotComeSaysSoAndStandInsAreAskedOnlyForTheNewDay() {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().hostHead());
        LocalDate away = LocalDate.parse(changes.first(change, "DAY").what());
        absences.enter(review.made().peerReviewer(), away, away, review.made().peerReviewer());
        WayOut day = changes.waysOut(change).stream()
                .filter(way -> way.way().equals("DAY") && way.what().equals(away.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(day.everything()).contains("is away on");

        changes.choose(change, day);

        assertThat(day(AppointmentKind.VISIT)).isEqualTo(away);
        assertThat(people.on(review, Duty.PEER_REVIEWER)).isEmpty();
        assertThat(people.asked(review)).containsExactly(review.reserve());
    }

    @Test
    void somebodyElseTakesTheSeatAndNobodyIsLookedFor() {
        UUID change = changes.askForSomebodyElse(
                review.reference(), Duty.PEER_REVIEWER, review.made().lead());
        WayOut way = changes.first(change, "PERSON");

        changes.choose(change, way);

        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(way.what());
        assertThat(people.searches(review)).isZero();
        assertThat(people.told(review, "change-who-comes"))
                .contains(
                        way.what(),
                        review.made().leadReviewer(),
                        review.made().champion(),
                        review.reserve(),
                        review.spare(),
                        review.made().hostHead(),
                        review.made().lead());
        assertThat(people.told(review, "change-not-needed"))
                .containsExactly(review.made().peerReviewer());
    }

    @Test
    void ifNobodyDecidesInTimeWhoeverIsNextHearsOfItAndTheDecisionStays() {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().hostHead());
        post.deliver(review.made());

        timers.fire("change-of-plan", review.reference(), "ChangeIsUndecided");

        assertThat(post.deliver(review.made()))
                .filteredOn(one -> one.occasion().equals("change-still-undecided"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.recipient()).isEqualTo(review.made().deputyLead());
                    assertThat(one.template()).isEqualTo("change/still-undecided");
                    assertThat(one.mail().text())
                            .contains(TestPartnership.nameOf(review.made().lead()));
                });
        assertThat(changes.decider(change)).contains(review.made().lead());
    }

    @Test
    void aReviewThatEndsNeedsNoDecisionAndWhoeverAskedHearsSo() {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().leadReviewer());

        cancel.now(review.reference());

        assertThat(changes.outcome(change)).contains("LAPSED");
        assertThat(changes.told(change, "change-decided"))
                .containsExactly(review.made().leadReviewer());
        assertThat(people.tasksAt(review, "DecideOnChange")).isEmpty();
    }

    @Test
    void aReviewGoesAheadSmaller() {
        UUID change = changes.askForSomebodyElse(
                review.reference(), Duty.PEER_REVIEWER, review.made().lead());
        assertThat(changes.first(change, "SMALLER").everything()).contains("the partnership wants 2");

        changes.choose(change, changes.first(change, "SMALLER"));

        assertThat(people.on(review, Duty.PEER_REVIEWER)).isEmpty();
        assertThat(people.searches(review)).isZero();
    }

    @Test
    void aStandInWhoIsReplacedOrNotNeededIsNotAskedAnyMoreToConfirmTheDate() {
        timers.fire("stand-ins", review.reference(), "StandInsAreAsked");
        UUID another = changes.askForSomebodyElse(
                review.reference(), Duty.RESERVE_REVIEWER, review.made().lead());

        changes.choose(another, changes.first(another, "PERSON"));

        assertThat(people.tasksOf(review, review.reserve())).isEmpty();
        UUID none = changes.askForSomebodyElse(
                review.reference(),
                Duty.SPARE_IMPROVEMENT_CHAMPION,
                review.made().lead());

        changes.choose(none, changes.first(none, "SMALLER"));

        assertThat(people.tasksOf(review, review.spare())).isEmpty();
    }

    @Test
    void peopleMeetFromAfar() {
        UUID change =
                changes.ask(review.reference(), "GO_VIRTUAL", review.made().leadReviewer());
        WayOut way = changes.first(change, "AFAR");
        assertThatThrownBy(() -> changes.choose(change, way)).hasMessageContaining("Meeting link");

        changes.choose(change, way, Optional.of("https://meet.example.org/mill-lane"));

        assertThat(appointment(AppointmentKind.VISIT).link()).contains("https://meet.example.org/mill-lane");
    }

    @Test
    void aMeetingIsMovedOutsideItsWindow() {
        UUID change = changes.askToMove(
                review.reference(), AppointmentKind.FOLLOW_UP, review.made().champion());
        WayOut way = changes.first(change, "MEETING");

        changes.choose(change, way);

        assertThat(day(AppointmentKind.FOLLOW_UP)).isEqualTo(LocalDate.parse(way.what()));
    }

    @Test
    void aCancelledReviewEndsTheChange() {
        UUID change = changes.ask(review.reference(), "CANCEL", review.made().hostHead());

        changes.choose(change, changes.first(change, "CANCEL"));

        assertThat(running.of(review.reference()).over()).isTrue();
        assertThat(changes.outcome(change)).contains("CHANGED");
    }

    @Test
    void everythingMayStayAsItIs() {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().hostHead());

        changes.choose(change, changes.first(change, "KEEP"));

        assertThat(day(AppointmentKind.VISIT)).isEqualTo(TestPartnership.VISIT);
        assertThat(changes.outcome(change)).contains("KEPT");
    }

    private LocalDate day(AppointmentKind kind) {
        return appointment(kind).first();
    }

    private Appointment appointment(AppointmentKind kind) {
        return appointments.of(review.reference()).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
