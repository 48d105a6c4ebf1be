package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.criticalfriend.duty.AppointmentKind.FOLLOW_UP;
import static org.criticalfriend.duty.AppointmentKind.PLANNING_MEETING;
import static org.criticalfriend.duty.AppointmentKind.VISIT;
import static org.criticalfriend.duty.AppointmentKind.WORKSHOP;
import static org.criticalfriend.partnership.Duty.ASSOCIATE;
import static org.criticalfriend.partnership.Duty.IMPROVEMENT_CHAMPION;
import static org.criticalfriend.partnership.Duty.LEAD_REVIEWER;
import static org.criticalfriend.partnership.Duty.PEER_REVIEWER;
import static org.criticalfriend.partnership.Duty.RESERVE_REVIEWER;
import static org.criticalfriend.partnership.Duty.SPARE_IMPROVEMENT_CHAMPION;
import static org.criticalfriend.testing.TestPartnership.nameOf;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.BareReviews;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A review at school a, planned on 1 September and visited on 8 October. */
@ApplicationTest
class SeatsTest {

    private static final LocalDate PLANNED = LocalDate.of(2026, 9, 1);
    private static final LocalDate PLANNING = LocalDate.of(2026, 9, 24);
    private static final LocalDate VISITED = LocalDate.of(2026, 10, 8);
    private static final LocalDate WORKED = LocalDate.of(2026, 10, 14);
    private static final LocalDate FOLLOWED_UP = LocalDate.of(2026, 12, 3);
    private static final Map<AppointmentKind, Set<LocalDate>> DAYS = Map.of(
            PLANNING_MEETING, Set.of(PLANNING),
            VISIT, Set.of(VISITED),
            WORKSHOP, Set.of(WORKED),
            FOLLOW_UP, Set.of(FOLLOWED_UP));

    @Autowired
    Seats seats;

    @Autowired
    DayClaims claims;

    @Autowired
    Loads loads;

    @Autowired
    People people;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    BareReviews reviews;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private Made made;
    private UUID review;

    @BeforeEach
    void plan() {
        on(PLANNED);
        made = partnerships.make();
        review = reviews.add(made, 'a', VISITED);
    }

    @Test
    void aTeamSitsInTheOrderOfDutiesAndNumbersAndGivesTheDaysOfItsDuties() {
        List<Seat> placed = placeTeam(Map.of(
                SPARE_IMPROVEMENT_CHAMPION, List.of(made.teacher('d')),
                PEER_REVIEWER, List.of(made.deputy('c'), made.head('c')),
                LEAD_REVIEWER, List.of(made.head('b')),
                IMPROVEMENT_CHAMPION, List.of(made.teacher('b')),
                RESERVE_REVIEWER, List.of(made.deputy('d'))));

        assertThat(placed)
                .extracting(seat -> seat.duty() + " " + seat.number())
                .containsExactly(
                        "LEAD_REVIEWER 1",
                        "PEER_REVIEWER 1",
                        "PEER_REVIEWER 2",
                        "IMPROVEMENT_CHAMPION 1",
                        "RESERVE_REVIEWER 1",
                        "SPARE_IMPROVEMENT_CHAMPION 1");
        assertThat(seats.of(review, List.of(Duty.values()))).isEqualTo(placed);
        assertThat(seats.occupantOf(placed.get(2).id())).contains(made.head('c'));
        assertThat(seats.isOnTeam(review, made.head('c'))).isTrue();
        assertThat(seats.isOnTeam(review, made.head('a'))).isFalse();
        assertThat(seats.vacant(review)).isEmpty();
        assertThat(daysOf(made.head('b'))).containsExactly(PLANNING, VISITED);
        assertThat(daysOf(made.head('c'))).containsExactly(VISITED);
        assertThat(daysOf(made.deputy('d'))).containsExactly(VISITED);
        assertThat(daysOf(made.teacher('b'))).containsExactly(WORKED, FOLLOWED_UP);
        assertThat(daysOf(made.teacher('d'))).containsExactly(WORKED);
        assertThat(seats.occupants(review))
                .hasSize(6)
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(State.ASKED))
                .allSatisfy(one -> assertThat(one.answered()).isEmpty());
    }

    @Test
    void nobodySitsTwiceAtOneAppointment() {
        assertThatThrownBy(() -> placeTeam(
                        Map.of(PEER_REVIEWER, List.of(made.deputy('b')), RESERVE_REVIEWER, List.of(made.deputy('b')))))
                .isInstanceOf(DutyRefused.class)
                .hasMessage("%s cannot be peer reviewer and reserve reviewer of one review."
                                .formatted(nameOf(made.deputy('b')))
                        + " Choose somebody else for one of the two.");
        assertThat(seats.of(review, List.of(Duty.values()))).isEmpty();
    }

    @Test
    void oneDayWithTwoAppointmentsOfOnePersonIsGivenOnce() {
        seats.placeTeam(
                review,
                Map.of(IMPROVEMENT_CHAMPION, List.of(made.teacher('b'))),
                Map.of(WORKSHOP, Set.of(WORKED), FOLLOW_UP, Set.of(WORKED)),
                State.CONFIRMED);

        assertThat(claims.claimsOf(made.teacher('b'), PLANNED, FOLLOWED_UP))
                .singleElement()
                .satisfies(claim -> assertThat(claim.appointment()).isEqualTo(WORKSHOP));
    }

    @Test
    void onePersonMayVisitAndRunTheWorkshop() {
        placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b')), IMPROVEMENT_CHAMPION, List.of(made.deputy('b'))));

        assertThat(daysOf(made.deputy('b'))).containsExactly(VISITED, WORKED, FOLLOWED_UP);
    }

    @Test
    void whoConfirmsKeepsTheSeatAndMaySayItTwice() {
        Occupant asked = onlyOccupant(placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b')))));

        Occupant confirmed = seats.confirm(asked.id());
        on(PLANNED.plusDays(1));
        Occupant again = seats.confirm(asked.id());

        assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
        assertThat(confirmed.answered()).contains(SchoolTime.at(PLANNED, LocalTime.of(9, 0)));
        assertThat(confirmed.version()).isEqualTo(asked.version() + 1);
        assertThat(again).isEqualTo(confirmed).isEqualTo(seats.occupant(asked.id()));
    }

    @Test
    void whoDeclinesLeavesTheSeatVacantAndIsFreeOnItsDays() {
        Occupant asked = onlyOccupant(placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b')))));

        Occupant declined = seats.decline(asked.id());

        assertThat(declined.state()).isEqualTo(State.DECLINED);
        assertThat(declined.fills()).isFalse();
        assertThat(declined.until()).contains(clock.instant());
        assertThat(seats.occupantOf(asked.seat())).isEmpty();
        assertThat(seats.vacant(review)).extracting(Seat::id).containsExactly(asked.seat());
        assertThat(seats.isOnTeam(review, made.deputy('b'))).isFalse();
        assertThat(daysOf(made.deputy('b'))).isEmpty();
        assertThat(seats.decline(asked.id())).isEqualTo(declined);
    }

    @Test
    void whoWithdrawsGivesBackTheDaysFromTodayOnAndKeepsThoseGoneBy() {
        Occupant lead = onlyOccupant(placeTeam(Map.of(LEAD_REVIEWER, List.of(made.head('b')))));
        seats.confirm(lead.id());

        on(VISITED);
        seats.withdraw(lead.id());

        assertThat(daysOf(made.head('b'))).containsExactly(PLANNING);
        assertThat(seats.historyOf(lead.seat())).extracting(Occupant::state).containsExactly(State.WITHDRAWN);
    }

    @Test
    void whoHasConfirmedCannotDeclineButIsToldToWithdraw() {
        Occupant occupant = onlyOccupant(placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b')))));
        seats.confirm(occupant.id());

        assertThatThrownBy(() -> seats.decline(occupant.id()))
                .isInstanceOf(DutyRefused.class)
                .hasMessage("%s has confirmed as peer reviewer and cannot decline any more. To step back, withdraw."
                        .formatted(nameOf(made.deputy('b'))));
    }

    @Test
    void whoHasBeenReleasedCannotConfirmAnyMore() {
        Occupant occupant = onlyOccupant(placeTeam(Map.of(RESERVE_REVIEWER, List.of(made.deputy('b')))));
        seats.release(occupant.id());

        assertThatThrownBy(() -> seats.confirm(occupant.id()))
                .isInstanceOf(DutyRefused.class)
                .hasMessage("%s has been released as reserve reviewer and cannot confirm any more."
                                .formatted(nameOf(made.deputy('b')))
                        + " If they are needed after all, ask them anew.");
    }

    @Test
    void whoIsAskedHoldsTheDaysButNotTheSeatUntilTheyConfirm() {
        Seat seat = vacated(made.deputy('b'));

        Occupant asked = ask(seat, made.deputy('c'));

        assertThat(asked.fills()).isFalse();
        assertThat(seats.vacant(review)).containsExactly(seat);
        assertThat(daysOf(made.deputy('c'))).containsExactly(VISITED);
        assertThat(seats.confirm(asked.id()).fills()).isTrue();
        assertThat(seats.occupantOf(seat.id())).contains(made.deputy('c'));
        assertThat(seats.historyOf(seat.id()))
                .extracting(Occupant::state)
                .containsExactly(State.WITHDRAWN, State.CONFIRMED);
    }

    @Test
    void askingTwiceIsHarmless() {
        Seat seat = vacated(made.deputy('b'));

        assertThat(ask(seat, made.deputy('c'))).isEqualTo(ask(seat, made.deputy('c')));
        assertThat(seats.historyOf(seat.id())).hasSize(2);
    }

    @Test
    void whoHasDeclinedMayBeAskedAnew() {
        Seat seat = vacated(made.deputy('b'));
        seats.decline(ask(seat, made.deputy('c')).id());

        assertThat(ask(seat, made.deputy('c')).state()).isEqualTo(State.ASKED);
        assertThat(daysOf(made.deputy('c'))).containsExactly(VISITED);
    }

    @Test
    void ofSeveralWhoAreAskedTheFirstToConfirmHoldsTheSeatAndTheOthersStayAskedUntilReleased() {
        Seat seat = vacated(made.deputy('b'));
        Occupant first = ask(seat, made.deputy('c'));
        Occupant second = ask(seat, made.deputy('d'));
        Occupant third = ask(seat, made.head('d'));

        seats.confirm(second.id());

        assertThatThrownBy(() -> seats.confirm(first.id()))
                .isInstanceOf(SeatTaken.class)
                .hasMessage(
                        "The seat has been taken: somebody else is peer reviewer now. %s is not needed for it any more."
                                .formatted(nameOf(made.deputy('c'))));
        assertThat(seats.occupant(first.id()).state()).isEqualTo(State.ASKED);
        assertThat(seats.releaseOthersAsked(seat.id()))
                .extracting(Occupant::id)
                .containsExactlyInAnyOrder(first.id(), third.id());
        assertThat(seats.occupants(review)).extracting(Occupant::id).containsExactly(second.id());
        assertThat(daysOf(made.deputy('c'))).isEmpty();
        assertThat(daysOf(made.head('d'))).isEmpty();
        assertThat(daysOf(made.deputy('d'))).containsExactly(VISITED);
        assertThat(seats.releaseOthersAsked(seat.id())).isEmpty();
    }

    @Test
    void somebodyMayBeAskedWhileTheSeatIsStillFilled() {
        Occupant leaving = onlyOccupant(placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b')))));
        Seat seat = seats.of(review, List.of(PEER_REVIEWER)).get(0);
        Occupant asked = ask(seat, made.deputy('c'));

        assertThatThrownBy(() -> seats.confirm(asked.id())).isInstanceOf(SeatTaken.class);
        seats.withdraw(leaving.id());
        seats.confirm(asked.id());

        assertThat(seats.occupantOf(seat.id())).contains(made.deputy('c'));
    }

    @Test
    void theReserveWhoMovesUpGivesUpThatPlaceAndKeepsTheDayForTheWeightierOne() {
        placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b')), RESERVE_REVIEWER, List.of(made.deputy('c'))));
        Occupant reserve = occupant(made.deputy('c'));
        seats.withdraw(occupant(made.deputy('b')).id());

        Occupant promoted = ask(seat(PEER_REVIEWER), made.deputy('c'));
        assertThat(seats.occupant(reserve.id()).state()).isEqualTo(State.ASKED);
        seats.confirm(promoted.id());

        assertThat(seats.occupant(reserve.id()).state()).isEqualTo(State.RELEASED);
        assertThat(claims.claimsOf(made.deputy('c'), PLANNED, FOLLOWED_UP))
                .singleElement()
                .satisfies(claim -> assertThat(claim.occupancy()).isEqualTo(promoted.id()))
                .satisfies(claim -> assertThat(claim.heldOn()).isEqualTo(VISITED));
        assertThat(loads.perPerson(made.id(), PLANNED, FOLLOWED_UP))
                .containsOnly(Map.entry(made.deputy('c'), new Load(Map.of(VISIT, 2))));
        assertThat(seats.vacant(review)).extracting(Seat::duty).containsExactly(RESERVE_REVIEWER);
    }

    @Test
    void theReserveWhoDeclinesToMoveUpStaysTheReserve() {
        placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b')), RESERVE_REVIEWER, List.of(made.deputy('c'))));
        Occupant reserve = occupant(made.deputy('c'));

        seats.decline(ask(seat(PEER_REVIEWER), made.deputy('c')).id());

        assertThat(seats.occupant(reserve.id()).fills()).isTrue();
        assertThat(claims.claimsOf(made.deputy('c'), PLANNED, FOLLOWED_UP))
                .singleElement()
                .satisfies(claim -> assertThat(claim.occupancy()).isEqualTo(reserve.id()));
    }

    @Test
    void theDeputyLeadWhoStepsUpKeepsTheVisitAndGivesThePlanningMeetingToo() {
        placeTeam(Map.of(LEAD_REVIEWER, List.of(made.head('b')), PEER_REVIEWER, List.of(made.deputy('c'))));
        seats.withdraw(occupant(made.head('b')).id());

        seats.place(seat(LEAD_REVIEWER).id(), candidate(made.deputy('c')), State.CONFIRMED);

        assertThat(seats.vacant(review)).extracting(Seat::duty).containsExactly(PEER_REVIEWER);
        assertThat(daysOf(made.deputy('c'))).containsExactly(PLANNING, VISITED);
    }

    @Test
    void theSpareChampionWhoStepsUpGivesTheFollowUpToo() {
        placeTeam(Map.of(
                IMPROVEMENT_CHAMPION, List.of(made.teacher('b')),
                SPARE_IMPROVEMENT_CHAMPION, List.of(made.teacher('c'))));
        seats.withdraw(occupant(made.teacher('b')).id());

        seats.confirm(ask(seat(IMPROVEMENT_CHAMPION), made.teacher('c')).id());

        assertThat(seats.vacant(review)).extracting(Seat::duty).containsExactly(SPARE_IMPROVEMENT_CHAMPION);
        assertThat(daysOf(made.teacher('c'))).containsExactly(WORKED, FOLLOWED_UP);
    }

    @Test
    void nobodyIsAskedForASecondSeatOfTheirDutyOrPutOnIt() {
        List<Seat> placed = placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b'), made.deputy('c'))));
        seats.withdraw(occupant(made.deputy('c')).id());

        assertThatThrownBy(() -> ask(placed.get(1), made.deputy('b')))
                .isInstanceOf(DutyRefused.class)
                .hasMessage(("%s is already peer reviewer on this review and cannot be peer reviewer besides. Choose"
                                + " somebody else, or release them first.")
                        .formatted(nameOf(made.deputy('b'))));
        assertThatThrownBy(() -> seats.place(placed.get(1).id(), candidate(made.deputy('b')), State.CONFIRMED))
                .isInstanceOf(DutyRefused.class);
        assertThat(seats.occupants(review)).hasSize(1);
    }

    @Test
    void whoIsAskedForOneSeatOfADutyIsNotAskedForAnother() {
        List<Seat> placed = placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b'), made.deputy('c'))));
        placed.forEach(seat -> seats.withdraw(seats.historyOf(seat.id()).get(0).id()));
        ask(placed.get(0), made.deputy('d'));

        assertThatThrownBy(() -> ask(placed.get(1), made.deputy('d')))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("has already been asked to be peer reviewer on this review");
    }

    @Test
    void nobodyIsAskedForALesserDutyAtTheirAppointmentNorAnAssociateForAHigherOne() {
        placeTeam(Map.of(
                LEAD_REVIEWER, List.of(made.head('b')),
                PEER_REVIEWER, List.of(made.deputy('c')),
                ASSOCIATE, List.of(made.deputy('d'))));
        seats.withdraw(occupant(made.deputy('c')).id());

        assertThatThrownBy(() -> ask(seat(PEER_REVIEWER), made.head('b')))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("is already lead reviewer on this review and cannot be peer reviewer besides");
        assertThatThrownBy(() -> ask(seat(PEER_REVIEWER), made.deputy('d')))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("is already associate");
    }

    @Test
    void whoWasOnlyAskedHasGivenNothingWhenTheDayIsOver() {
        Seat lead = placeTeam(Map.of(LEAD_REVIEWER, List.of(made.head('b')))).get(0);
        Occupant asked = ask(lead, made.head('c'));
        on(VISITED.plusDays(1));

        seats.releaseOthersAsked(lead.id());

        assertThat(seats.occupant(asked.id()).state()).isEqualTo(State.RELEASED);
        assertThat(daysOf(made.head('c'))).isEmpty();
        assertThat(daysOf(made.head('b'))).containsExactly(PLANNING, VISITED);
    }

    @Test
    void whoHasLeftSinceTheyWereAskedCannotConfirm() {
        Occupant asked = onlyOccupant(placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b')))));
        people.change(people.find(made.deputy('b')).orElseThrow().leaving(PLANNED));

        assertThatThrownBy(() -> seats.confirm(asked.id()))
                .isInstanceOf(Unsuitable.class)
                .hasMessage("%s cannot be peer reviewer: they have left. Choose somebody else."
                        .formatted(nameOf(made.deputy('b'))));
        assertThat(seats.occupant(asked.id()).state()).isEqualTo(State.ASKED);
    }

    @Test
    void aFilledSeatTakesNobodyElse() {
        placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b'))));
        Seat seat = seats.of(review, List.of(PEER_REVIEWER)).get(0);

        assertThatThrownBy(() -> seats.place(seat.id(), candidate(made.deputy('c')), State.ASKED))
                .isInstanceOf(SeatTaken.class);
        assertThatThrownBy(() -> ask(seat, made.deputy('b')))
                .isInstanceOf(DutyRefused.class)
                .hasMessage("%s is peer reviewer already. Ask somebody else.".formatted(nameOf(made.deputy('b'))));
    }

    @Test
    void whoeverReplacesSomebodyHasTheSeatAndTheDaysAndTheOtherHasThemBack() {
        UUID seat = placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b'))))
                .get(0)
                .id();

        seats.replace(seat, candidate(made.deputy('c')), State.CONFIRMED);

        assertThat(seats.occupantOf(seat)).contains(made.deputy('c'));
        assertThat(daysOf(made.deputy('c'))).containsExactly(VISITED);
        assertThat(daysOf(made.deputy('b'))).isEmpty();
    }

    @Test
    void ifWhoeverIsToReplaceSomebodyIsTakenNothingChanges() {
        UUID seat = placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b'))))
                .get(0)
                .id();
        UUID other = reviews.add(made, 'd', VISITED);
        seats.placeTeam(other, Map.of(PEER_REVIEWER, List.of(made.deputy('c'))), DAYS, State.CONFIRMED);

        assertThatThrownBy(() -> transaction.execute(
                        status -> seats.replace(seat, candidate(made.deputy('c')), State.CONFIRMED)))
                .isInstanceOf(AlreadyTaken.class);

        assertThat(seats.occupantOf(seat)).contains(made.deputy('b'));
        assertThat(daysOf(made.deputy('b'))).containsExactly(VISITED);
    }

    @Test
    void aReviewThatGoesAheadWithoutASeatMissesNobodyThereUntilSomebodyIsPutOnIt() {
        Seat seat = placeTeam(Map.of(PEER_REVIEWER, List.of(made.deputy('b')))).get(0);

        seats.goWithout(seat.id());
        seats.goWithout(seat.id());

        assertThat(seats.isGivenUp(seat)).isTrue();
        assertThat(seats.vacant(review)).isEmpty();
        assertThat(daysOf(made.deputy('b'))).isEmpty();
        seats.place(seat.id(), candidate(made.deputy('c')), State.CONFIRMED);
        assertThat(seats.isGivenUp(seat)).isFalse();
    }

    @Test
    void whoIsAskedForASeatIsNotPutOnItBesides() {
        Seat seat = vacated(made.deputy('b'));
        ask(seat, made.deputy('c'));

        assertThatThrownBy(() -> seats.place(seat.id(), candidate(made.deputy('c')), State.CONFIRMED))
                .isInstanceOf(DutyRefused.class)
                .hasMessageContaining("has been asked to be peer reviewer already");
    }

    @Test
    void daysGoneByAreNotClaimedByWhoComesLater() {
        placeTeam(Map.of(LEAD_REVIEWER, List.of(made.head('b'))));
        on(PLANNING.plusDays(1));
        seats.withdraw(occupant(made.head('b')).id());

        seats.place(seats.of(review, List.of(LEAD_REVIEWER)).get(0).id(), candidate(made.head('c')), State.CONFIRMED);

        assertThat(daysOf(made.head('c'))).containsExactly(VISITED);
    }

    @Test
    void aRefusalLeavesTheTransactionOfTheCallerWhole() {
        Seat seat = vacated(made.deputy('b'));

        transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> ask(seat, made.head('a'))).isInstanceOf(Unsuitable.class);
            ask(seat, made.deputy('c'));
        });

        assertThat(seats.occupants(review)).extracting(Occupant::person).containsExactly(made.deputy('c'));
    }

    @Test
    void anAssociateSitsOnTop() {
        placeTeam(Map.of(ASSOCIATE, List.of(made.teacher('b'), made.teacher('c'))));

        assertThat(seats.of(review, List.of(ASSOCIATE)))
                .extracting(Seat::number)
                .containsExactly(1, 2);
    }

    @Test
    void whatIsNotThereIsNamed() {
        UUID unknown = UUID.randomUUID();

        assertThatThrownBy(() -> seats.confirm(unknown)).hasMessage("There is no occupant %s.".formatted(unknown));
        assertThatThrownBy(() -> seats.occupant(unknown)).hasMessage("There is no occupant %s.".formatted(unknown));
        assertThatThrownBy(() -> seats.ask(unknown, candidate(made.deputy('b'))))
                .hasMessage("There is no seat %s.".formatted(unknown));
        assertThatThrownBy(() -> seats.releaseOthersAsked(unknown))
                .hasMessage("There is no seat %s.".formatted(unknown));
        assertThatThrownBy(() -> seats.placeTeam(unknown, Map.of(), DAYS, State.ASKED))
                .hasMessage("There is no review %s.".formatted(unknown));
        assertThatThrownBy(() -> seats.place(unknown, candidate(made.deputy('b')), State.RELEASED))
                .hasMessage("Nobody starts on a seat as RELEASED.");
    }

    private List<Seat> placeTeam(Map<Duty, List<String>> people) {
        return seats.placeTeam(review, people, DAYS, State.ASKED);
    }

    /** A peer reviewer's seat from which a person has withdrawn. */
    private Seat vacated(String person) {
        Seat seat = placeTeam(Map.of(PEER_REVIEWER, List.of(person))).get(0);
        seats.withdraw(occupant(person).id());
        return seat;
    }

    private Occupant ask(Seat seat, String person) {
        return seats.ask(seat.id(), candidate(person));
    }

    private Seat seat(Duty duty) {
        return seats.of(review, List.of(duty)).get(0);
    }

    private Candidate candidate(String person) {
        return Candidate.of(person, review -> DAYS);
    }

    private Occupant onlyOccupant(List<Seat> placed) {
        assertThat(placed).hasSize(1);
        return seats.historyOf(placed.get(0).id()).get(0);
    }

    private Occupant occupant(String person) {
        return seats.occupants(review).stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private List<LocalDate> daysOf(String person) {
        return claims.claimsOf(person, PLANNED, FOLLOWED_UP).stream()
                .map(DayClaim::heldOn)
                .toList();
    }

    private void on(LocalDate day) {
        clock.moveTo(SchoolTime.at(day, LocalTime.of(9, 0)));
    }
}
