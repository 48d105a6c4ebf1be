package org.criticalfriend.buffering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Accepting twice, too late, or two at once: one holds the seat, the other reads why. */
@ApplicationTest
class TwoAnswersAtOnceTest {

    private static final Map<String, Object> YES = Map.of("answer", "YES");

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @RepeatedTest(3)
    void ofTwoWhoSayYesAtTheSameMomentOneHoldsTheSeatAndTheOtherReadsWhy() throws Exception {
        Review review = people.planned();
        people.at(TestPartnership.VISIT.minusDays(1), 18, 0);
        people.cannotCome(review, review.made().peerReviewer());
        List<Task> asked = people.tasksAt(review, "AnswerRequest");
        assertThat(asked).hasSize(2);

        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Rest.Reply>> answers = both.invokeAll(asked.stream()
                    .<Callable<Rest.Reply>>map(task -> () -> {
                        Rest rest = new Rest(port, task.getAssignee());
                        together.await(30, TimeUnit.SECONDS);
                        return rest.complete(task.getId(), YES);
                    })
                    .toList());
            Rest.Reply one = answers.get(0).get();
            Rest.Reply other = answers.get(1).get();

            assertThat(List.of(one.status(), other.status())).containsExactlyInAnyOrder(204, 404);
            String holds = asked.get(one.status() == 204 ? 0 : 1).getAssignee();
            String late = asked.get(one.status() == 204 ? 1 : 0).getAssignee();
            assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(holds);
            assertThat(asPageOf(late, review)).contains("Somebody else was quicker");
            assertThat((one.status() == 204 ? other : one).body())
                    .containsAnyOf("Somebody else was quicker", "not there any more");
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void whoeverAnswersAfterTheTimeIsOverReadsThatSomebodyElseIsAsked() {
        Review review = people.started();
        people.cannotCome(review, review.made().peerReviewer());
        people.silence(review);

        assertThat(asPageOf(review.reserve(), review)).contains("The time to answer is over");
        Browser browser = browser(review.reserve());
        browser.post("/stand-in/" + request(review.reserve(), review), Map.of("answer", "YES"));

        assertThat(people.on(review, Duty.PEER_REVIEWER)).isEmpty();
        assertThat(people.on(review, Duty.RESERVE_REVIEWER)).contains(review.reserve());
    }

    @Test
    void aYesOnThePageHoldsTheSeatAndASecondOneChangesNothing() {
        Review review = people.started();
        people.cannotCome(review, review.made().peerReviewer());
        Browser browser = browser(review.reserve());
        String page = "/stand-in/" + request(review.reserve(), review);
        assertThat(browser.get(page).body()).contains("Yes, I can come").doesNotContain("A focus");
        assertThat(people.on(review, Duty.PEER_REVIEWER))
                .as("to look changes nothing")
                .isEmpty();

        assertThat(browser.post(page, Map.of("answer", "YES")).location()).isEqualTo(page);
        assertThat(browser.get(page).body()).contains("You have said yes");
        browser.post(page, Map.of("answer", "NO"));

        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
    }

    @Test
    void nobodyElseSeesWhatSomebodyIsAskedFor() {
        Review review = people.started();
        people.cannotCome(review, review.made().peerReviewer());

        for (String person : List.of(
                review.made().lead(), review.made().hostHead(), review.made().peerReviewer())) {
            assertThat(browser(person)
                            .get("/stand-in/" + request(review.reserve(), review))
                            .status())
                    .as(person)
                    .isEqualTo(404);
        }
    }

    private String asPageOf(String person, Review review) {
        return browser(person).get("/stand-in/" + request(person, review)).body();
    }

    private String request(String person, Review review) {
        return people.request(review.reference(), person);
    }

    private Browser browser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
