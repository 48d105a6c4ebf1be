package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.SeatsChanged;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.DatesMoved;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.RowsOfReviews;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
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
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Whatever fails while a change is being made, and however late: nothing has changed, and it can still be decided. */
@ApplicationTest
@Import(AllOrNothingTest.Breaking.class)
class AllOrNothingTest {

    private static final BooleanSupplier NEVER = () -> false;

    /** The ways that change no date and no seat. */
    private static final Set<Way> NEITHER = EnumSet.of(Way.AFAR, Way.KEEP);

    /** Where it fails: right after dates or seats have changed, or with everything done, at the commit. */
    enum At {
        DATES_OR_SEATS,
        COMMIT
    }

    /** Fails when it is told to, last of all who listen. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Breaking implements TransactionExecutionListener {

        private volatile At at = At.COMMIT;
        private volatile BooleanSupplier done = NEVER;

        /** @param done whether it has happened, as far as can be seen inside its transaction */
        void arm(At moment, BooleanSupplier done) {
            this.at = moment;
            this.done = done;
        }

        void disarm() {
            this.done = NEVER;
        }

        @Order(Ordered.LOWEST_PRECEDENCE)
        @EventListener
        void on(DatesMoved moved) {
            fail(At.DATES_OR_SEATS);
        }

        @Order(Ordered.LOWEST_PRECEDENCE)
        @EventListener
        void on(SeatsChanged changed) {
            fail(At.DATES_OR_SEATS);
        }

        @Override
        public void beforeCommit(TransactionExecution transaction) {
            fail(At.COMMIT);
        }

        private void fail(At moment) {
            if (at == moment && done.getAsBoolean()) {
                throw new IllegalStateException("Broken by the test.");
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

    @Autowired
    StartReview start;

    @Autowired
    Absences absences;

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
    void whicheverWayOutFailsNothingHasChanged(Way way) {
        if (way == Way.SWAP) {
            anotherReviewIsPlanned();
        }
        UUID change = askedFor(way);

        failsAndChangesNothing(change, changes.first(change, way.name()));
    }

    @Test
    void aNewDayThatFailsLeavesOnTheTeamWhoCannotComeThen() {
        UUID change = askedFor(Way.DAY);
        LocalDate away = LocalDate.parse(changes.first(change, "DAY").what());
        absences.enter(review.made().peerReviewer(), away, away, review.made().peerReviewer());
        WayOut day = changes.waysOut(change).stream()
                .filter(way -> way.way().equals("DAY") && way.what().equals(away.toString()))
                .findFirst()
                .orElseThrow();

        failsAndChangesNothing(change, day);

        assertThat(people.on(review, Duty.PEER_REVIEWER)).isEmpty();
    }

    @Test
    void whatCannotBeAskedForEitherLeavesNothingBehind() {
        String before = rows.of(review.made());
        breaking.arm(At.COMMIT, () -> !before.equals(rows.of(review.made())));

        assertThatThrownBy(() ->
                        changes.ask(review.reference(), "OFSTED", review.made().hostHead()))
                .satisfies(thrown -> assertThat(causes(thrown)).anyMatch("Broken by the test."::equals));

        assertThat(rows.of(review.made())).isEqualTo(before);
    }

    private UUID askedFor(Way way) {
        Made made = review.made();
        return switch (way) {
            case AGAIN -> changes.ask(review.reference(), "OFSTED", made.hostHead());
            case PROMOTE, PERSON, SMALLER ->
                changes.askForSomebodyElse(review.reference(), Duty.PEER_REVIEWER, made.lead());
            case MEETING -> changes.askToMove(review.reference(), AppointmentKind.FOLLOW_UP, made.champion());
            case DAY, SWAP, KEEP -> changes.ask(review.reference(), "POSTPONE", made.hostHead());
            case AFAR -> changes.ask(review.reference(), "GO_VIRTUAL", made.hostHead());
            case CANCEL -> changes.ask(review.reference(), "CANCEL", made.hostHead());
        };
    }

    private void anotherReviewIsPlanned() {
        Made made = review.made();
        LocalDate visit = TestPartnership.VISIT.plusDays(5);
        start.as(new PlannedReview(
                made.id(),
                made.school('e'),
                "Another focus",
                visit,
                visit,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.head('f')),
                        Duty.PEER_REVIEWER, List.of(made.deputy('g')),
                        Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('f')),
                        Duty.RESERVE_REVIEWER, List.of(made.deputy('h')),
                        Duty.SPARE_IMPROVEMENT_CHAMPION, List.of(made.teacher('h')))));
    }

    /** Wherever it fails; unless it is broken it can be made. */
    private void failsAndChangesNothing(UUID change, WayOut way) {
        for (At at : At.values()) {
            if (at == At.DATES_OR_SEATS && NEITHER.contains(Way.valueOf(way.way()))) {
                continue;
            }
            String before = rows.of(review.made());
            breaking.arm(at, () -> changes.outcome(change).isPresent());

            assertThatThrownBy(() -> choose(change, way)).as("%s", at).satisfies(thrown -> assertThat(causes(thrown))
                    .anyMatch("Broken by the test."::equals));

            breaking.disarm();
            assertThat(rows.of(review.made())).as("%s", at).isEqualTo(before);
            assertThat(changes.outcome(change)).isEmpty();
        }
        choose(change, way);
        assertThat(changes.outcome(change)).contains(way.way().equals("KEEP") ? "KEPT" : "CHANGED");
    }

    private void choose(UUID change, WayOut way) {
        changes.choose(
                change, way, way.way().equals("AFAR") ? Optional.of("https://meet.example/x") : Optional.empty());
    }

    private static Stream<String> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).map(Throwable::getMessage);
    }
}
