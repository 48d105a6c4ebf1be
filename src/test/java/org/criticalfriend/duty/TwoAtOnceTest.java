package org.criticalfriend.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Occupant.State;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Memberships;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.BareReviews;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class TwoAtOnceTest {

    private static final LocalDate VISITED = TestPartnership.VISIT;
    private static final Map<AppointmentKind, Set<LocalDate>> DAYS = Map.of(AppointmentKind.VISIT, Set.of(VISITED));

    private static final int LONGEST_SECONDS = 30;
    private static final int MOMENT_MILLIS = 300;

    @Autowired
    Seats seats;

    @Autowired
    DayClaims claims;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient database;

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
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 1), LocalTime.of(9, 0)));
        made = partnerships.make();
        review = reviews.add(made, 'a', VISITED);
    }

    @RepeatedTest(5)
    void ofTwoWhoConfirmAtTheSameMomentOneHoldsTheSeatAndTheOtherReadsThatItIsTaken() throws Exception {
        UUID seat = vacantSeat();
        Occupant one = ask(seat, made.deputy('c'));
        Occupant other = ask(seat, made.deputy('d'));

        List<Optional<RuntimeException>> outcomes =
                atOnce(() -> seats.confirm(one.id()), () -> seats.confirm(other.id()));

        assertThat(outcomes.stream().flatMap(Optional::stream)).singleElement().isInstanceOf(SeatTaken.class);
        assertThat(seats.occupants(review))
                .filteredOn(Occupant::fills)
                .singleElement()
                .satisfies(holder -> assertThat(holder.state()).isEqualTo(State.CONFIRMED));
    }

    @Test
    void whoConfirmsWhileAnotherIsAboutToWaitsForThemAndReadsThatTheSeatIsTaken() throws Exception {
        UUID seat = vacantSeat();
        Occupant one = ask(seat, made.deputy('c'));
        Occupant other = ask(seat, made.deputy('d'));
        CountDownLatch confirmed = new CountDownLatch(1);

        List<Optional<RuntimeException>> outcomes = together(
                () -> transaction.execute(status -> {
                    Occupant holder = seats.confirm(one.id());
                    confirmed.countDown();
                    return holder;
                }),
                () -> {
                    awaited(confirmed);
                    return seats.confirm(other.id());
                });

        assertThat(outcomes.get(0)).isEmpty();
        assertThat(outcomes.get(1)).containsInstanceOf(SeatTaken.class);
        assertThat(seats.occupantOf(seat)).contains(made.deputy('c'));
    }

    @RepeatedTest(5)
    void ofTwoReviewsThatWantOnePersonOnOneDayAtTheSameMomentOneGetsThem() throws Exception {
        Made elsewhere = partnerships.make();
        memberships.join(Membership.of(elsewhere.id(), made.school('b'), MembershipStatus.IN_CYCLE, 0));
        UUID second = reviews.add(elsewhere, 'a', VISITED);

        List<Optional<RuntimeException>> outcomes =
                atOnce(() -> place(review, made.deputy('b')), () -> place(second, made.deputy('b')));

        assertThat(outcomes.stream().flatMap(Optional::stream))
                .singleElement()
                .isInstanceOfAny(AlreadyTaken.class, DuplicateKeyException.class);
        assertThat(claims.claimsOf(made.deputy('b'), VISITED, VISITED)).hasSize(1);
        assertThat(List.of(seats.isOnTeam(review, made.deputy('b')), seats.isOnTeam(second, made.deputy('b'))))
                .containsExactlyInAnyOrder(true, false);
    }

    @RepeatedTest(5)
    void whoDeclinesWhileTheReviewMovesHoldsNoDayAfterwards() throws Exception {
        place(review, made.deputy('b'));
        Occupant asked = seats.occupants(review).get(0);

        List<Optional<RuntimeException>> outcomes = atOnce(() -> seats.decline(asked.id()), () -> {
            claims.moveDays(review, Map.of(AppointmentKind.VISIT, Set.of(VISITED.plusDays(7))));
            return review;
        });

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isEmpty());
        assertThat(claims.claimsOf(made.deputy('b'), VISITED, VISITED.plusDays(7)))
                .isEmpty();
    }

    @Test
    void whoIsAskedWhileTheReviewMovesGivesTheNewDay() throws Exception {
        UUID seat = vacantSeat();
        LocalDate moved = VISITED.plusDays(7);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch daysRead = new CountDownLatch(1);

        List<Optional<RuntimeException>> outcomes = together(
                () -> transaction.execute(status -> {
                    move(moved);
                    held.countDown();
                    return comesThrough(daysRead);
                }),
                () -> {
                    awaited(held);
                    return seats.ask(seat, Candidate.of(made.deputy('c'), asked -> {
                        Map<AppointmentKind, Set<LocalDate>> days = visitOf(asked);
                        daysRead.countDown();
                        return days;
                    }));
                });

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isEmpty());
        assertThat(daysOf(made.deputy('c'))).containsExactly(moved);
    }

    @Test
    void aReviewThatMovesWhileSomebodyIsAskedTakesThemAlong() throws Exception {
        UUID seat = vacantSeat();
        LocalDate moved = VISITED.plusDays(7);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch moving = new CountDownLatch(1);

        List<Optional<RuntimeException>> outcomes = together(
                () -> transaction.execute(status -> {
                    Occupant occupant = ask(seat, made.deputy('c'));
                    asked.countDown();
                    comesThrough(moving);
                    return occupant;
                }),
                () -> {
                    awaited(asked);
                    return transaction.execute(status -> {
                        move(moved);
                        moving.countDown();
                        return moved;
                    });
                });

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isEmpty());
        assertThat(daysOf(made.deputy('c'))).containsExactly(moved);
    }

    /** As a move does: the days of the people and the day of the review. */
    private void move(LocalDate to) {
        claims.moveDays(review, Map.of(AppointmentKind.VISIT, Set.of(to)));
        database.sql("update review set visit_first = ?, visit_last = ? where id = ?")
                .params(to, to, review)
                .update();
    }

    private Map<AppointmentKind, Set<LocalDate>> visitOf(UUID which) {
        return Map.of(
                AppointmentKind.VISIT,
                Set.of(database.sql("select visit_first from review where id = ?")
                        .param(which)
                        .query(LocalDate.class)
                        .single()));
    }

    private List<LocalDate> daysOf(String person) {
        return claims.claimsOf(person, VISITED, VISITED.plusDays(7)).stream()
                .map(DayClaim::heldOn)
                .toList();
    }

    /** Whether the other comes through while this transaction is open. It should wait, so there is no use in waiting long for it. */
    private static boolean comesThrough(CountDownLatch other) {
        try {
            return other.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Seat> place(UUID where, String person) {
        return seats.placeTeam(where, Map.of(Duty.PEER_REVIEWER, List.of(person)), DAYS, State.ASKED);
    }

    private UUID vacantSeat() {
        UUID seat = place(review, made.deputy('b')).get(0).id();
        seats.release(seats.occupants(review).get(0).id());
        return seat;
    }

    private Occupant ask(UUID seat, String person) {
        return seats.ask(seat, Candidate.of(person, review -> DAYS));
    }

    private static List<Optional<RuntimeException>> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        return together(
                () -> {
                    start.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                    return one.call();
                },
                () -> {
                    start.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                    return other.call();
                });
    }

    /** What each of two threads threw, if it did. */
    private static List<Optional<RuntimeException>> together(Callable<?> one, Callable<?> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<Optional<RuntimeException>> first = people.submit(() -> outcome(one));
            Future<Optional<RuntimeException>> second = people.submit(() -> outcome(other));
            return List.of(first.get(LONGEST_SECONDS, TimeUnit.SECONDS), second.get(LONGEST_SECONDS, TimeUnit.SECONDS));
        } finally {
            people.shutdownNow();
        }
    }

    private static void awaited(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The other did not come that far.");
        }
    }

    private static Optional<RuntimeException> outcome(Callable<?> work) throws Exception {
        try {
            work.call();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }
}
