package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.criticalfriend.change.Changes;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Story 4: the host puts its visit off by four weeks, to a day on which two of the team are needed by another school. */
@ApplicationTest
class Story04HostPostponesTest {

    /** Three school weeks on: the week between is half-term. */
    private static final LocalDate WISHED = TestPartnership.VISIT.plusWeeks(4);

    @Autowired
    Buffered people;

    @Autowired
    StartReview start;

    @Autowired
    Changes changes;

    @Autowired
    RunningReviews running;

    @Autowired
    SeatsAreLookedAfter seats;

    private Review review;
    private String other;

    @BeforeEach
    void twoOfTheTeamAreAtAnotherSchoolOnThatDay() {
        review = people.planned();
        other = start.as(new PlannedReview(
                review.made().id(),
                review.made().school('e'),
                "Another focus",
                WISHED,
                WISHED,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(review.made().head('g')),
                        Duty.PEER_REVIEWER, List.of(review.made().peerReviewer()),
                        Duty.IMPROVEMENT_CHAMPION, List.of(review.made().teacher('g')),
                        Duty.RESERVE_REVIEWER, List.of(review.reserve()))));
    }

    @AfterEach
    void everythingIsInOrder() {
        assertThat(seats.faultsIn(review.made().id())).isEmpty();
    }

    @Test
    void theTableSaysWhoCannotComeAndPutsTheDaysFirstThatSuitEverybody() {
        UUID change = hostPostpones();

        List<WayOut> days = changes.waysOut(change).stream()
                .filter(way -> way.way().equals("DAY"))
                .toList();
        assertThat(days.get(0).everything()).contains("Everybody on the team is free.");
        assertThat(onWishedDay(change).everything())
                .contains(
                        TestPartnership.nameOf(review.made().peerReviewer()),
                        TestPartnership.nameOf(review.reserve()),
                        "has another duty on Thu 5 Nov 2026");
    }

    @Test
    void choosingTheWishedDayAsksOthersToStandIn() {
        UUID change = hostPostpones();

        changes.choose(change, onWishedDay(change));

        assertThat(running.of(review.reference()).visitFirst()).isEqualTo(WISHED);
        assertThat(people.on(review, Duty.PEER_REVIEWER)).isEmpty();
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).isEmpty();
        assertThat(people.searches(review)).isEqualTo(2);
        assertThat(people.asked(review))
                .isNotEmpty()
                .doesNotContain(review.made().peerReviewer(), review.reserve());
        assertThat(people.on(new Review(review.made(), other), Duty.PEER_REVIEWER))
                .as("the other review keeps its people")
                .contains(review.made().peerReviewer());
    }

    @Test
    void theTwoReviewsMayExchangeTheirDaysInstead() {
        UUID change = hostPostpones();
        WayOut swap = changes.first(change, "SWAP");
        assertThat(swap.what()).isEqualTo(other);

        changes.choose(change, swap);

        assertThat(running.of(review.reference()).visitFirst()).isEqualTo(WISHED);
        assertThat(running.of(other).visitFirst()).isEqualTo(TestPartnership.VISIT);
        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.made().peerReviewer());
    }

    private UUID hostPostpones() {
        return changes.askWishing(
                review.reference(), "POSTPONE", WISHED, review.made().hostHead());
    }

    private WayOut onWishedDay(UUID change) {
        return changes.waysOut(change).stream()
                .filter(way -> way.way().equals("DAY") && way.what().equals(WISHED.toString()))
                .findFirst()
                .orElseThrow();
    }
}
