package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AlreadyTaken;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class TwoMovesAtOnceTest {

    private static final LocalDate WANTED = LocalDate.of(2026, 11, 19);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    MoveDates move;

    @Autowired
    StartReview start;

    @Autowired
    Reviews reviews;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private Made made;

    @BeforeEach
    void aPartnership() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
    }

    @AfterEach
    void sendPeopleHome() {
        people.shutdown();
    }

    @RepeatedTest(5)
    void twoReviewsThatShareAReviewerCannotMoveToOneDay() throws Exception {
        String one = reviewAt('a', LocalDate.of(2026, 10, 8));
        String other = reviewAt('b', LocalDate.of(2026, 10, 15));

        List<Optional<RuntimeException>> outcomes =
                atOnce(() -> move.visit(one, WANTED), () -> move.visit(other, WANTED));

        assertThat(outcomes.stream().flatMap(Optional::stream))
                .singleElement()
                .isInstanceOfSatisfying(AlreadyTaken.class, refused -> assertThat(refused)
                        .hasMessageContaining("Thursday 19 November 2026"));
        assertThat(Stream.of(one, other)
                        .map(reviews::of)
                        .map(Review::visitFirst)
                        .filter(WANTED::equals))
                .hasSize(1);
    }

    @RepeatedTest(5)
    void twoMovesOfOneReviewComeOneAfterTheOther() throws Exception {
        String review = reviewAt('a', LocalDate.of(2026, 10, 8));

        List<Optional<RuntimeException>> outcomes =
                atOnce(() -> move.visit(review, WANTED), () -> move.visit(review, WANTED.plusWeeks(1)));

        assertThat(outcomes).containsOnly(Optional.empty());
        assertThat(reviews.of(review).visitFirst()).isIn(WANTED, WANTED.plusWeeks(1));
    }

    /** Only the peer reviewer is on both. */
    private String reviewAt(char host, LocalDate visit) {
        String lead = host == 'a' ? made.head('d') : made.deputy('d');
        return start.as(new PlannedReview(
                made.id(),
                made.school(host),
                "A focus",
                visit,
                visit,
                Map.of(AppointmentKind.WORKSHOP, visit.plusDays(5)),
                Map.of(Duty.LEAD_REVIEWER, List.of(lead), Duty.PEER_REVIEWER, List.of(made.peerReviewer()))));
    }

    private List<Optional<RuntimeException>> atOnce(Runnable one, Runnable other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Optional<RuntimeException>> first = people.submit(() -> tried(one, together));
        Future<Optional<RuntimeException>> second = people.submit(() -> tried(other, together));
        return List.of(first.get(1, TimeUnit.MINUTES), second.get(1, TimeUnit.MINUTES));
    }

    private static Optional<RuntimeException> tried(Runnable work, CyclicBarrier together) throws Exception {
        together.await(1, TimeUnit.MINUTES);
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }
}
