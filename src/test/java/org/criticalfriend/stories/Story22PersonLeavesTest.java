package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.engine.form.Drafts;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Story 22: somebody leaves. Their duties on reviews that are not over go to others, and with them their tasks. */
@ApplicationTest
class Story22PersonLeavesTest {

    private static final Pattern FEED = Pattern.compile("http://[^\"]*(/calendar/[A-Za-z0-9_-]+\\.ics)");

    @LocalServerPort
    int port;

    @Autowired
    Post post;

    @Autowired
    Drafts drafts;

    @Autowired
    Buffered people;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    People register;

    @Test
    void theLeadLeavesTheDeputyLeadStepsUpAndTheReserveTakesTheFreeSeat() {
        Review review = people.started();
        assertThat(scenario.open(
                        review.reference(), "HoldPlanningMeeting", review.made().leadReviewer()))
                .isNotNull();

        leaves(review.made().leadReviewer());

        assertThat(people.on(review, Duty.LEAD_REVIEWER)).contains(review.made().peerReviewer());
        assertThat(scenario.open(
                        review.reference(), "HoldPlanningMeeting", review.made().peerReviewer()))
                .as("the task is with whoever leads now")
                .isNotNull();
        assertThat(people.told(review, "deputy-leads")).contains(review.made().hostHead());
        assertThat(people.asked(review)).containsExactly(review.reserve());

        people.answer(review, review.reserve(), true);

        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
        assertThat(people.searches(review)).as("for another reserve").isEqualTo(1);
    }

    @Test
    void whoeverIsAskedAndLeavesCountsAsANo() {
        Review review = people.started();
        people.cannotCome(review, review.made().champion());
        assertThat(people.asked(review)).containsExactly(review.spare());

        leaves(review.spare());

        assertThat(people.asked(review)).hasSize(2).doesNotContain(review.spare());
        assertThat(people.tasksOf(review, review.spare())).isEmpty();
        assertThat(people.on(review, Duty.SPARE_IMPROVEMENT_CHAMPION)).isEmpty();
    }

    @Test
    void aStandInWhoLeavesIsReplacedAndAskedNothingAnyMore() {
        Review review = people.started();
        timers.fire("stand-ins", review.reference(), "StandInsAreAsked");
        assertThat(people.tasksAt(review, "ConfirmDate"))
                .extracting(task -> task.getAssignee())
                .containsExactlyInAnyOrder(review.reserve(), review.spare());

        leaves(review.reserve());

        assertThat(people.tasksAt(review, "ConfirmDate"))
                .extracting(task -> task.getAssignee())
                .containsExactly(review.spare());
        assertThat(people.asked(review)).hasSize(1);
    }

    @Test
    void evidenceThatWasHandedInStaysWithTheSeat() {
        Review review = people.planned();
        timers.fire(review.reference(), "VisitDayArrives");
        scenario.recordEvidence(review.reference(), review.made().leadReviewer());

        leaves(review.made().leadReviewer());
        scenario.presentFeedback(review.reference(), review.made().peerReviewer());

        assertThat(people.tasksOf(review, review.made().leadReviewer())).isEmpty();
        assertThat(scenario.open(
                        review.reference(), "WriteReport", review.made().peerReviewer()))
                .isNotNull();
    }

    @Test
    void ifTheLeadIsLostAfterTheVisitTheDeputyLeadWritesTheReportAndNobodyIsLookedFor() {
        Review review = people.planned();
        timers.fire("stand-ins", review.reference(), "StandInsAreAsked");
        timers.fire("stand-ins", review.reference(), "StandInsAnswerNoMore");
        timers.fire(review.reference(), "VisitDayArrives");
        scenario.presentFeedback(review.made(), review.reference());
        people.at(TestPartnership.VISIT.plusDays(1), 9, 0);

        leaves(review.made().leadReviewer());

        assertThat(people.on(review, Duty.LEAD_REVIEWER)).contains(review.made().peerReviewer());
        assertThat(scenario.open(
                        review.reference(), "WriteReport", review.made().peerReviewer()))
                .isNotNull();
        assertThat(people.searches(review)).isZero();
        assertThat(people.asked(review)).isEmpty();
        assertThat(post.deliver(review.made()))
                .filteredOn(one -> one.occasion().equals("deputy-leads") && one.mail() != null)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.mail().text()).doesNotContain("free seat"));
    }

    @Test
    void whoeverHasLeftTheRegisterCanOpenNothingAnyMore() {
        Review review = people.planned();
        String person = review.made().peerReviewer();
        Browser signedIn = browser(person);
        String link = linkTo(review, person);
        assertThat(signedIn.get("/review/%s/team".formatted(review.reference())).status())
                .isEqualTo(200);

        leaves(person);

        assertThat(signedIn.get("/review/%s/team".formatted(review.reference())).status())
                .as("a session that is open")
                .isNotEqualTo(200);
        assertThat(new Rest(port, person).get("/task").status()).isEqualTo(401);
        assertThat(new Browser(port).postWithoutToken(link, Map.of()).body()).contains("does not take part any more");
        assertThat(people.tasksOf(review, person)).isEmpty();
    }

    @Test
    void whoeverHasOnlyLeftTheReviewKeepsNothingOfIt() {
        Review review = people.planned();
        timers.fire(review.reference(), "VisitDayArrives");
        String person = review.made().peerReviewer();
        Task task = scenario.open(review.reference(), "RecordEvidence", person);
        Rest rest = new Rest(port, person);
        assertThat(rest.get("/task/" + task.getId()).status()).isEqualTo(200);
        drafts.keep(person, task.getId(), "{}");
        Browser browser = browser(person);
        assertThat(browser.get("/drafts/" + task.getId()).status()).isEqualTo(200);
        String feed = feedOf(browser);
        assertThat(new Browser(port).get(feed).body()).contains("SUMMARY:Review visit");

        people.cannotCome(review, person);

        assertThat(rest.get("/task/" + task.getId()).status())
                .as("the task by REST")
                .isNotEqualTo(200);
        assertThat(rest.get("/task/" + task.getId() + "/form-variables").status())
                .isNotEqualTo(200);
        assertThat(rest.complete(task.getId(), Map.of()).status()).isEqualTo(404);
        assertThat(browser.get("/drafts/" + task.getId()).status())
                .as("their draft")
                .isEqualTo(204);
        assertThat(browser.get("/task/" + task.getId()).body())
                .as("the page behind the link in the mail")
                .contains("Somebody else does this now")
                .doesNotContain("How well?");
        for (String page :
                List.of("team", "plan", "evidence", "evidence-sheet", "self-review", "cannot-come", "stand-ins")) {
            assertThat(browser.get("/review/%s/%s".formatted(review.reference(), page))
                            .status())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(browser.get("/review/" + review.reference()).body())
                .as("like everybody in the partnership they see dates, and not what it is about")
                .doesNotContain("How well?");
        assertThat(new Browser(port).get(feed).body()).contains("Cancelled: Review visit");
    }

    private String linkTo(Review review, String person) {
        return post.deliver(review.made()).stream()
                .filter(one -> one.recipient().equals(person) && one.mail() != null)
                .flatMap(one -> one.paths("/link/").stream())
                .findFirst()
                .orElseThrow();
    }

    private static String feedOf(Browser browser) {
        Matcher address = FEED.matcher(browser.post("/calendar", Map.of()).body());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private Browser browser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }

    private void leaves(String person) {
        register.change(register.find(person).orElseThrow().leaving(LocalDate.of(2026, 9, 30)));
    }
}
