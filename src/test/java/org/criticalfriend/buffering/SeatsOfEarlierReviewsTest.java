package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** After an upgrade, reviews that are under way are looked after like those that start now, however often the application starts. */
@ApplicationTest
class SeatsOfEarlierReviewsTest {

    @Autowired
    Buffered people;

    @Autowired
    SeatsOfEarlierReviews earlier;

    @Autowired
    RuntimeService instances;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    private Review review;

    @BeforeEach
    void aReviewIsUnderWayThatNobodyLooksAfter() {
        review = people.started();
        standIns().forEach(one -> instances.deleteProcessInstance(one.getId(), "An earlier version had none."));
    }

    @Test
    void theStandInsWaitToBeAskedIfThereIsTime() {
        start();
        start();

        assertThat(waitingAt()).containsExactly("StandInsAreAsked");
    }

    @Test
    void theyAreNotAskedOnceMoreIfTheDayHasPassed() {
        people.at(TestPartnership.VISIT.minusDays(3), 9, 0);

        start();
        start();

        assertThat(waitingAt()).containsExactly("VisitMorningComes");
    }

    @Test
    void afterTheVisitOnlyTheSpareStandsBy() {
        people.at(TestPartnership.VISIT.plusDays(1), 9, 0);

        start();
        start();

        assertThat(waitingAt()).containsExactly("WorkshopMorningComes");
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).isEmpty();
        assertThat(people.told(review, "stand-in-released"))
                .as("it is a little late for thanks")
                .isEmpty();
        assertThat(people.on(review, Duty.SPARE_IMPROVEMENT_CHAMPION)).contains(review.spare());
    }

    @Test
    void afterTheWorkshopNobodyDoes() {
        people.at(TestPartnership.VISIT.plusDays(30), 9, 0);

        start();

        assertThat(standIns()).isEmpty();
        assertThat(people.on(review, Duty.SPARE_IMPROVEMENT_CHAMPION)).isEmpty();
    }

    @Test
    void whoeverHasSaidThatTheyCannotComeIsReplacedNow() {
        database.sql(
                        """
                        insert into cannot_come (id, review, person, visit, said_at)
                        select ?, id, ?, visit_first, ? from review where reference = ?""")
                .params(
                        UUID.randomUUID(),
                        review.made().peerReviewer(),
                        Timestamp.from(clock.instant()),
                        review.reference())
                .update();

        start();
        start();

        assertThat(people.on(review, Duty.PEER_REVIEWER)).isEmpty();
        assertThat(people.asked(review)).containsExactly(review.reserve());
    }

    @Test
    void aSeatThatWasVacantBeforeIsLookedAfter() {
        database.sql(
                        """
                        update occupancy set fills = null, state = 'WITHDRAWN', until = since
                        where person = ? and fills in (select s.id from seat s join review r on r.id = s.review where r.reference = ?)""")
                .params(review.made().champion(), review.reference())
                .update();

        start();
        start();

        assertThat(people.searches(review)).isEqualTo(1);
        assertThat(people.asked(review)).containsExactly(review.spare());
    }

    /** As {@code StartUp} does it, for one review: those of other tests have clocks of their own. */
    private void start() {
        transaction.executeWithoutResult(status -> earlier.lookAfter(review.reference()));
    }

    private List<ProcessInstance> standIns() {
        return instances
                .createProcessInstanceQuery()
                .processDefinitionKey("stand-ins")
                .processInstanceBusinessKey(review.reference())
                .list();
    }

    private List<String> waitingAt() {
        return standIns().stream()
                .flatMap(one -> instances.getActiveActivityIds(one.getId()).stream())
                .toList();
    }
}
