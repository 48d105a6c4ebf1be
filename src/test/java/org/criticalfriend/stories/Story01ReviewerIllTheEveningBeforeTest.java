package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Story 1: a reviewer falls ill the evening before the visit. The reserve and the next candidate are asked, and the reserve comes. */
@ApplicationTest
class Story01ReviewerIllTheEveningBeforeTest {

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    private Review review;

    @BeforeEach
    void itIsTheEveningBeforeTheVisit() {
        review = people.planned();
        people.at(TestPartnership.VISIT.minusDays(1), 19, 30);
    }

    @Test
    void theReserveAndTheNextCandidateAreAskedTogetherAndTheReserveComes() {
        String ill = review.made().peerReviewer();

        people.cannotCome(review, ill);

        List<String> asked = people.asked(review);
        assertThat(asked).hasSize(2).contains(review.reserve());
        assertThat(people.answerBy(review))
                .as("two hours of the daytime: asked at half past seven, to answer by half past seven the next morning")
                .containsOnly(SchoolTime.at(TestPartnership.VISIT, LocalTime.of(7, 30)));
        assertThat(people.told(review, "please-ring"))
                .as("the partnership lead rings them")
                .containsExactly(review.made().lead());
        assertThat(numbersSeenBy(review.made().lead())).contains("is asked");

        people.answer(review, review.reserve(), true);

        String other = asked.stream()
                .filter(person -> !person.equals(review.reserve()))
                .findFirst()
                .orElseThrow();
        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
        assertThat(people.on(review, Duty.RESERVE_REVIEWER))
                .as("so late nobody is looked for as a reserve")
                .isEmpty();
        assertThat(people.searches(review)).isZero();
        assertThat(people.told(review, "stand-in-not-needed")).containsExactly(other);
        assertThat(people.told(review, "seat-is-held"))
                .contains(
                        review.made().lead(),
                        review.made().hostHead(),
                        review.made().leadReviewer(),
                        review.reserve())
                .doesNotContain(ill, other);
    }

    @Test
    void onTheDayTheStandInHasTheTasksAndWhoIsIllHasNoneAndSeesNothingAnyMore() {
        String ill = review.made().peerReviewer();
        assertThat(openedBy(ill)).isEqualTo(200);
        people.cannotCome(review, ill);
        people.answer(review, review.reserve(), true);

        timers.fire(review.reference(), "VisitDayArrives");

        assertThat(scenario.open(review.reference(), "RecordEvidence", review.reserve()))
                .isNotNull();
        assertThat(people.tasksOf(review, ill)).isEmpty();
        assertThat(openedBy(ill)).isEqualTo(404);
        assertThat(openedBy(review.reserve())).isEqualTo(200);
    }

    @Test
    void aVisitThatBeginsWhileTheSeatIsStillVacantWaitsWithTheTaskForWhoeverComes() {
        people.cannotCome(review, review.made().peerReviewer());
        people.at(TestPartnership.VISIT, 7, 0);
        timers.fire(review.reference(), "VisitDayArrives");
        assertThat(people.tasksAt(review, "RecordEvidence"))
                .extracting(task -> task.getAssignee())
                .containsExactlyInAnyOrder(review.made().leadReviewer(), null);

        people.answer(review, review.reserve(), true);

        assertThat(people.tasksAt(review, "RecordEvidence"))
                .extracting(task -> task.getAssignee())
                .containsExactlyInAnyOrder(review.made().leadReviewer(), review.reserve());
    }

    private String numbersSeenBy(String person) {
        return browser(person)
                .get("/review/%s/stand-ins".formatted(review.reference()))
                .body();
    }

    private int openedBy(String person) {
        return browser(person)
                .get("/review/%s/team".formatted(review.reference()))
                .status();
    }

    private Browser browser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
