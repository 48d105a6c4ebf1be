package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A review without its lead, and at first without anybody on the team who could lead instead. */
@ApplicationTest
class LeadIsLostTest {

    private static final String END = "NobodyIsNeeded";

    @Autowired
    Buffered people;

    @Autowired
    Timers timers;

    @Autowired
    SeatsAreLookedAfter lookedAfter;

    @Test
    void whoeverComesOntoTheTeamMeanwhileLeadsWhenTheVisitIsOver() {
        Review review = people.started();
        people.cannotCome(review, review.made().peerReviewer());
        people.cannotCome(review, review.made().leadReviewer());
        assertThat(people.asked(review)).hasSize(2).contains(review.reserve());
        String askedToLead = anotherAsked(review, review.reserve());
        people.answer(review, review.reserve(), true);
        people.answer(review, anotherAsked(review, askedToLead), true);
        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
        assertThat(lookedAfter.faultsIn(review.made().id())).isEmpty();

        assertThat(timers.dueAt(Buffered.SEARCH, review.reference(), END))
                .isEqualTo(SchoolTime.at(TestPartnership.VISIT, LocalTime.of(18, 0)));
        timers.fire(Buffered.SEARCH, review.reference(), END);

        assertThat(people.on(review, Duty.LEAD_REVIEWER)).contains(review.reserve());
        assertThat(people.searches(review)).isZero();
    }

    private String anotherAsked(Review review, String than) {
        return people.asked(review).stream()
                .filter(person -> !person.equals(than))
                .findFirst()
                .orElseThrow();
    }
}
