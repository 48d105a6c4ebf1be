package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.duty.SeatsChanged;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.DatesMoved;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.RowsOfReviews;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whatever fails while a change is being made, and however late: nothing has changed, and it can still be decided. */
@ApplicationTest
@Import(AllOrNothingTest.Breaking.class)
class AllOrNothingTest {

    /** Where it fails: right after dates or seats have changed, or with everything done, at the commit. */
    enum At {
        DATES_OR_SEATS,
        COMMIT
    }

    /** Fails when it is told to, last of all who listen. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Breaking {

        private final AtomicBoolean armed = new AtomicBoolean();
        private volatile At at = At.COMMIT;

        void arm(At moment) {
            at = moment;
            armed.set(true);
        }

        void disarm() {
            armed.set(false);
        }

        @Order(Ordered.LOWEST_PRECEDENCE)
        @EventListener
        void on(DatesMoved moved) {
            fail();
        }

        @Order(Ordered.LOWEST_PRECEDENCE)
        @EventListener
        void on(SeatsChanged changed) {
            fail();
        }

        private void fail() {
            if (armed.get() && at == At.DATES_OR_SEATS) {
                throw new IllegalStateException("Broken by the test.");
            }
            if (armed.get()) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public int getOrder() {
                        return Ordered.LOWEST_PRECEDENCE;
                    }

                    @Override
                    public void beforeCommit(boolean readOnly) {
                        throw new IllegalStateException("Broken by the test.");
                    }
                });
            }
        }
    }

    @Autowired
    Breaking breaking;

    @Autowired
    Buffered people;

    @Autowired
    Changes changes;

    @Autowired
    RowsOfReviews rows;

    @Autowired
    SeatsAreLookedAfter seats;

    private Review review;

    @BeforeEach
    void aReviewIsPlanned() {
        review = people.planned();
    }

    @AfterEach
    void nothingBreaksAnyMore() {
        breaking.disarm();
        assertThat(seats.faultsIn(review.made().id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNewDayThatFailsLeavesTheOldOne(At at) {
        UUID change = changes.ask(review.reference(), "POSTPONE", review.made().hostHead());

        failsAndChangesNothing(change, changes.first(change, "DAY"), at);
    }

    @ParameterizedTest
    @EnumSource
    void aStandInWhoseComingFailsStandsBy(At at) {
        UUID change = changes.askForSomebodyElse(
                review.reference(), Duty.PEER_REVIEWER, review.made().lead());

        failsAndChangesNothing(change, changes.first(change, "PROMOTE"), at);
    }

    @ParameterizedTest
    @EnumSource
    void aReviewThatWaitsGoesOnWaiting(At at) {
        UUID change = changes.ask(review.reference(), "OFSTED", review.made().hostHead());

        failsAndChangesNothing(change, changes.first(change, "AGAIN"), at);
    }

    @ParameterizedTest
    @EnumSource
    void aReviewWhoseCancellingFailsIsNotCancelled(At at) {
        UUID change = changes.ask(review.reference(), "CANCEL", review.made().hostHead());

        failsAndChangesNothing(change, changes.first(change, "CANCEL"), at);
    }

    @Test
    void whatCannotBeAskedForEitherLeavesNothingBehind() {
        String before = rows.of(review.made());
        breaking.arm(At.COMMIT);

        assertThatThrownBy(() ->
                        changes.ask(review.reference(), "OFSTED", review.made().hostHead()))
                .isInstanceOf(RuntimeException.class);

        assertThat(rows.of(review.made())).isEqualTo(before);
    }

    private void failsAndChangesNothing(UUID change, WayOut way, At at) {
        String before = rows.of(review.made());
        breaking.arm(at);

        assertThatThrownBy(() -> changes.choose(change, way))
                .satisfies(thrown -> assertThat(causes(thrown)).anyMatch("Broken by the test."::equals));

        assertThat(rows.of(review.made())).isEqualTo(before);
        assertThat(changes.outcome(change)).isEmpty();
        breaking.disarm();
        changes.choose(change, way);
        assertThat(changes.outcome(change)).contains("CHANGED");
    }

    private static Stream<String> causes(Throwable thrown) {
        return Stream.iterate(thrown, java.util.Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage);
    }
}
