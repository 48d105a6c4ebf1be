package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.engine.form.HandIn;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people change the plan of one review at the same moment. */
@ApplicationTest
class TwoChangesAtOnceTest {

    @Autowired
    Buffered people;

    @Autowired
    Changes changes;

    @Autowired
    ChangeRecord record;

    @Autowired
    WhoDecides decides;

    @Autowired
    HandIn handIn;

    @Autowired
    RunningReviews running;

    @Autowired
    SeatsAreLookedAfter seats;

    private final ExecutorService both = Executors.newFixedThreadPool(2);
    private Review review;

    @BeforeEach
    void aReviewIsPlanned() {
        review = people.planned();
    }

    @AfterEach
    void everythingIsInOrder() {
        both.shutdown();
        assertThat(seats.faultsIn(review.made().id())).isEmpty();
    }

    @RepeatedTest(3)
    void ofTwoWhoAskOneIsHeardAndTheOtherReadsWhy() throws Exception {
        List<Optional<RuntimeException>> outcomes = atOnce(
                () -> changes.ask(review.reference(), "POSTPONE", review.made().hostHead()),
                () -> changes.ask(review.reference(), "CANCEL", review.made().lead()));

        assertThat(outcomes.stream().flatMap(Optional::stream))
                .singleElement()
                .isInstanceOfSatisfying(ChangeRefused.class, refused -> assertThat(refused)
                        .hasMessageContaining("Somebody has asked for a change of this review already")
                        .hasMessageContaining("it is being decided"));
    }

    @RepeatedTest(3)
    void ofTwoDecisionsOneIsMade() throws Exception {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().hostHead());
        List<WayOut> days = changes.waysOut(change).stream()
                .filter(way -> way.way().equals("DAY"))
                .toList();

        WhoDecides.Open task = decides.of(record.of(change).orElseThrow()).orElseThrow();

        List<Optional<RuntimeException>> outcomes =
                atOnce(() -> choose(task, days.get(0)), () -> choose(task, days.get(1)));

        assertThat(outcomes.stream().flatMap(Optional::stream)).singleElement().satisfies(refused -> assertThat(
                        causes(refused))
                .anyMatch(cause -> cause instanceof ChangeRefused || cause instanceof Refusal));
        WayOut made = days.get(outcomes.get(0).isEmpty() ? 0 : 1);
        assertThat(running.of(review.reference()).visitFirst()).isEqualTo(LocalDate.parse(made.what()));
        assertThat(changes.outcome(change)).contains("CHANGED");
    }

    private void choose(WhoDecides.Open task, WayOut day) {
        handIn.as(task.person(), task.id(), Map.of("wayOut", day.key()));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
    }

    private List<Optional<RuntimeException>> atOnce(Runnable one, Runnable other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Optional<RuntimeException>> first = both.submit(() -> tried(one, together));
        Future<Optional<RuntimeException>> second = both.submit(() -> tried(other, together));
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
