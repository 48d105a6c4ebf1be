package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class TwoPeopleAtOnceTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Autowired
    Reviews reviews;

    private Made made;
    private String reference;

    @RepeatedTest(3)
    void twoReviewersHandInAtTheSameMomentAndNeitherSeesAnError() throws Exception {
        untilVisit();

        List<Rest.Reply> replies =
                atOnce(() -> recordEvidence(made.leadReviewer()), () -> recordEvidence(made.peerReviewer()));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(204));
        timers.runWaiting(reference);
        assertThat(reviews.evidenceOf(reviews.of(reference))).hasSize(4);
        assertThat(new Rest(port, made.leadReviewer()).task(reference, "PresentFeedback", made.leadReviewer()))
                .isNotBlank();
    }

    @RepeatedTest(3)
    void aDoubleClickHandsInOnceAndTellsTheSecondThatItIsDone() throws Exception {
        start();
        Rest lead = new Rest(port, made.leadReviewer());
        String task = lead.task(reference, "HoldPlanningMeeting", made.leadReviewer());

        List<Rest.Reply> replies = atOnce(
                () -> lead.complete(task, Answers.planningMeeting("2026-09-17")),
                () -> lead.complete(task, Answers.planningMeeting("2026-09-17")));

        assertThat(replies).extracting(Rest.Reply::status).containsExactlyInAnyOrder(204, 404);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 404)
                .singleElement()
                .satisfies(reply -> assertThat(reply.message()).contains("not there any more"));
        assertThat(reviews.timetableOf(reviews.of(reference))).hasSize(1);
    }

    private void start() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    private void untilVisit() {
        start();
        Rest lead = new Rest(port, made.leadReviewer());
        lead.complete(
                lead.task(reference, "HoldPlanningMeeting", made.leadReviewer()),
                Answers.planningMeeting("2026-09-17"));
        lead.complete(lead.task(reference, "PrepareQuestions", made.leadReviewer()), Answers.questions());
        timers.runWaiting(reference);
        timers.fire(reference, "VisitDayArrives");
    }

    private Rest.Reply recordEvidence(String person) {
        Rest rest = new Rest(port, person);
        String task = rest.task(reference, "RecordEvidence", person);
        return rest.complete(task, Answers.evidence(rest.form(task)));
    }

    private static List<Rest.Reply> atOnce(Callable<Rest.Reply> one, Callable<Rest.Reply> other) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            Future<Rest.Reply> first = people.submit(() -> {
                together.await();
                return one.call();
            });
            Future<Rest.Reply> second = people.submit(() -> {
                together.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } finally {
            people.shutdown();
        }
    }
}
