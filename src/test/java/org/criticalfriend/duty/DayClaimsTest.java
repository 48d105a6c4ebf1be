package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.criticalfriend.duty.AppointmentKind.PLANNING_MEETING;
import static org.criticalfriend.duty.AppointmentKind.VISIT;
import static org.criticalfriend.testing.TestPartnership.nameOf;

import com.fasterxml.uuid.Generators;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.BareReviews;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two reviews of one partnership, at schools a and b, on two Thursdays; all of it lies ahead. */
@ApplicationTest
class DayClaimsTest {

    private static final LocalDate NOW = LocalDate.of(2026, 9, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 8);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 5);
    private static final LocalDate THIRD = LocalDate.of(2026, 11, 26);
    private static final LocalDate END = LocalDate.of(2027, 8, 31);

    @Autowired
    Seats seats;

    @Autowired
    DayClaims claims;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    BareReviews reviews;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private Made made;
    private UUID one;
    private UUID other;

    @BeforeEach
    void plan() {
        on(NOW);
        made = partnerships.make();
        one = reviews.add(made, 'a', FIRST);
        other = reviews.add(made, 'b', SECOND);
    }

    @Test
    void nobodyIsPutOnTwoReviewsOfOneDay() {
        place(one, FIRST, made.deputy('c'), made.deputy('d'));

        assertThatThrownBy(() -> place(other, FIRST, made.deputy('c'), made.deputy('d'), made.head('d')))
                .isInstanceOfSatisfying(AlreadyTaken.class, taken -> assertThat(taken.clashes())
                        .containsExactly(new Clash(made.deputy('c'), FIRST), new Clash(made.deputy('d'), FIRST)))
                .hasMessage(
                        "%s holds another duty on Thursday 8 October 2026. %s holds another duty on Thursday 8 October 2026."
                                        .formatted(nameOf(made.deputy('c')), nameOf(made.deputy('d')))
                                + " Choose somebody else or another day.");
        assertThat(seats.of(other, List.of(Duty.values()))).isEmpty();
        assertThat(daysOf(made.head('d'))).isEmpty();
    }

    @Test
    void theDatabaseItselfHoldsADayOnce() {
        place(one, FIRST, made.deputy('c'));
        DayClaim claim = claims.claimsOf(made.deputy('c'), FIRST, FIRST).get(0);

        assertThatThrownBy(() -> database.sql(
                                """
                                insert into day_claim (id, occupancy, person, held_on, review, appointment)
                                values (?, ?, ?, ?, ?, 'VISIT')""")
                        .params(
                                Generators.timeBasedEpochGenerator().generate(),
                                claim.occupancy(),
                                claim.person(),
                                FIRST,
                                other)
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aReviewThatMovesTakesItsPeopleWithIt() {
        place(one, FIRST, made.deputy('c'), made.deputy('d'));
        Occupant declined = seats.occupants(one).get(1);
        seats.decline(declined.id());
        seats.ask(declined.seat(), Candidate.of(made.head('d'), review -> Map.of(VISIT, Set.of(FIRST))));

        claims.moveDays(one, Map.of(VISIT, Set.of(SECOND, SECOND.plusDays(1))));

        assertThat(daysOf(made.deputy('c'))).containsExactly(SECOND, SECOND.plusDays(1));
        assertThat(daysOf(made.head('d'))).containsExactly(SECOND, SECOND.plusDays(1));
        assertThat(daysOf(declined.person())).isEmpty();
    }

    @Test
    void aMoveIsRefusedAsAWholeAndNamesEveryClash() {
        place(one, FIRST, made.deputy('c'), made.deputy('d'), made.head('d'));
        place(other, SECOND, made.deputy('c'), made.deputy('d'));

        assertThatThrownBy(() -> claims.moveDays(one, Map.of(VISIT, Set.of(SECOND, THIRD))))
                .isInstanceOfSatisfying(AlreadyTaken.class, taken -> assertThat(taken.clashes())
                        .containsExactly(new Clash(made.deputy('c'), SECOND), new Clash(made.deputy('d'), SECOND)));
        assertThat(daysOf(made.deputy('c'))).containsExactly(FIRST, SECOND);
        assertThat(daysOf(made.head('d'))).containsExactly(FIRST);
    }

    @Test
    void twoReviewsExchangeTheirDays() {
        place(one, FIRST, made.deputy('c'));
        place(other, SECOND, made.deputy('c'));

        claims.moveDays(Map.of(one, Map.of(VISIT, Set.of(SECOND)), other, Map.of(VISIT, Set.of(FIRST))));

        assertThat(claims.claimsOf(made.deputy('c'), NOW, END))
                .extracting(DayClaim::review)
                .containsExactly(other, one);
    }

    @Test
    void twoReviewsCannotMoveToOneDayWithTheSamePerson() {
        place(one, FIRST, made.deputy('c'), made.deputy('d'));
        place(other, SECOND, made.deputy('c'), made.head('d'));

        assertThatThrownBy(() ->
                        claims.moveDays(Map.of(one, Map.of(VISIT, Set.of(THIRD)), other, Map.of(VISIT, Set.of(THIRD)))))
                .isInstanceOfSatisfying(AlreadyTaken.class, taken -> assertThat(taken.clashes())
                        .containsExactly(new Clash(made.deputy('c'), THIRD)));
        assertThat(daysOf(made.deputy('c'))).containsExactly(FIRST, SECOND);
    }

    @Test
    void aPauseGivesTheDaysBack() {
        place(one, FIRST, made.deputy('c'));

        claims.moveDays(one, Map.of());

        assertThat(daysOf(made.deputy('c'))).isEmpty();
        assertThat(seats.isOnTeam(one, made.deputy('c'))).isTrue();
    }

    @Test
    void daysGoneByStayWhereTheyWere() {
        seats.placeTeam(
                one,
                Map.of(Duty.LEAD_REVIEWER, List.of(made.head('c'))),
                Map.of(PLANNING_MEETING, Set.of(FIRST.minusDays(14)), VISIT, Set.of(FIRST)),
                State.CONFIRMED);

        on(FIRST.minusDays(1));
        claims.moveDays(one, Map.of(PLANNING_MEETING, Set.of(FIRST.minusDays(13)), VISIT, Set.of(SECOND)));

        assertThat(daysOf(made.head('c'))).containsExactly(FIRST.minusDays(14), SECOND);
    }

    @Test
    void todayIsTheDayInSchoolNotOfTheMachine() {
        place(one, FIRST, made.deputy('c'));

        clock.moveTo(SchoolTime.at(FIRST, LocalTime.of(0, 30)));
        claims.moveDays(one, Map.of());

        assertThat(daysOf(made.deputy('c'))).isEmpty();
    }

    @Test
    void whoStandsInTwoPlacesOfAReviewGivesADayForTheWeightierOne() {
        place(one, FIRST, made.deputy('c'));
        Occupant first = seats.occupants(one).get(0);
        UUID reserveSeat = seats.placeTeam(
                        one,
                        Map.of(Duty.RESERVE_REVIEWER, List.of(made.deputy('d'))),
                        Map.of(VISIT, Set.of(FIRST)),
                        State.CONFIRMED)
                .get(0)
                .id();
        seats.withdraw(first.id());
        Occupant promoted =
                seats.ask(first.seat(), Candidate.of(made.deputy('d'), review -> Map.of(VISIT, Set.of(FIRST))));
        claims.moveDays(one, Map.of(VISIT, Set.of(SECOND)));
        DayClaim whileAsked = claims.claimsOf(made.deputy('d'), NOW, END).get(0);
        seats.confirm(promoted.id());
        claims.moveDays(one, Map.of(VISIT, Set.of(THIRD)));

        assertThat(seats.historyOf(reserveSeat)).extracting(Occupant::id).containsExactly(whileAsked.occupancy());
        assertThat(claims.claimsOf(made.deputy('d'), NOW, END))
                .singleElement()
                .satisfies(claim -> assertThat(claim.occupancy()).isEqualTo(promoted.id()))
                .satisfies(claim -> assertThat(claim.heldOn()).isEqualTo(THIRD));
    }

    @Test
    void peopleAreFreeWhoHaveGivenNoneOfTheDays() {
        place(one, FIRST, made.deputy('c'));
        place(other, SECOND, made.deputy('d'));

        assertThat(claims.freePeople(
                        List.of(made.deputy('c'), made.deputy('d'), made.head('d')), List.of(FIRST, THIRD)))
                .containsExactlyInAnyOrder(made.deputy('d'), made.head('d'));
        assertThat(claims.freePeople(List.of(), List.of(FIRST))).isEmpty();
        assertThat(claims.freePeople(List.of(made.deputy('c')), List.of())).containsExactly(made.deputy('c'));
    }

    @Test
    void claimsAreReadFromTheFirstDayToTheLast() {
        place(one, FIRST, made.deputy('c'));

        assertThat(claims.claimsOf(made.deputy('c'), FIRST, FIRST))
                .singleElement()
                .satisfies(claim -> assertThat(claim.review()).isEqualTo(one))
                .satisfies(claim -> assertThat(claim.appointment()).isEqualTo(VISIT));
        assertThat(claims.claimsOf(made.deputy('c'), FIRST.plusDays(1), END)).isEmpty();
        assertThat(claims.claimsOf(made.deputy('c'), NOW, FIRST.minusDays(1))).isEmpty();
    }

    @Test
    void movingManyTakesAsFewStatementsAsMovingOne() {
        place(one, FIRST, made.deputy('c'));
        place(other, SECOND, made.deputy('d'), made.head('d'), made.head('c'), made.teacher('c'));
        Map<UUID, Map<AppointmentKind, Set<LocalDate>>> both = new HashMap<>();
        both.put(one, Map.of(VISIT, Set.of(THIRD)));
        both.put(other, Map.of(VISIT, Set.of(FIRST, FIRST.plusDays(1), SECOND.plusDays(1))));

        assertThat(CountedStatements.during(() -> claims.moveDays(one, Map.of(VISIT, Set.of(FIRST)))))
                .isEqualTo(5);
        assertThat(CountedStatements.during(() -> claims.moveDays(both))).isEqualTo(5);
    }

    @Test
    void aTeamIsPlacedInAFixedNumberOfStatements() {
        int ofOne = CountedStatements.during(() -> place(one, FIRST, made.deputy('c')));
        int ofThree = CountedStatements.during(
                () -> place(other, SECOND, made.deputy('c'), made.deputy('d'), made.head('d')));

        // Six of them place the team. The others find out whom to invite; the first time, they read calendar and school
        // of the host.
        assertThat(ofOne).isLessThanOrEqualTo(24);
        assertThat(ofThree).isLessThanOrEqualTo(ofOne);
    }

    /** Peer reviewers on a review that is visited on one day. */
    private void place(UUID review, LocalDate visit, String... people) {
        seats.placeTeam(review, Map.of(Duty.PEER_REVIEWER, List.of(people)), Map.of(VISIT, Set.of(visit)), State.ASKED);
    }

    private List<LocalDate> daysOf(String person) {
        return claims.claimsOf(person, NOW, END).stream().map(DayClaim::heldOn).toList();
    }

    private void on(LocalDate day) {
        clock.moveTo(SchoolTime.at(day, LocalTime.of(9, 0)));
    }
}
