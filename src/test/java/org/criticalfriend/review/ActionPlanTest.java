package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a plan holds, who sees it, and what the follow-up makes of it. */
@ApplicationTest
class ActionPlanTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Autowired
    Reviews reviews;

    @Autowired
    Outcomes outcomes;

    private Made made;
    private String reference;

    @BeforeEach
    void aPlanIsAgreed() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToFeedback(made, reference);
        scenario.runImprovementWorkshop(made, reference);
        scenario.handIn(reference, "AgreeActionPlan", made.hostHead(), form -> Map.of("actions", List.of(action())));
        timers.runWaiting(reference);
    }

    @Test
    void anActionKeepsItsMeasureItsThemeAndItsPlaceInTheDevelopmentPlan() {
        assertThat(reviews.actionsOf(review())).singleElement().satisfies(action -> {
            assertThat(action.measure()).isEqualTo(new Measure("5 of 12 classes", "12 of 12 classes", null));
            assertThat(action.theme()).isEqualTo("Reading");
            assertThat(action.keyIssue()).isTrue();
            assertThat(action.sdpLink()).isEqualTo("Priority 2");
            assertThat(action.target()).isNull();
            assertThat(action.finding()).isNull();
        });
    }

    @Test
    void theFollowUpMeasuresBesideBaselineAndAimAndKeepsWhatWorkedByTheme() {
        timers.fire(reference, "FollowUpDayArrives");

        scenario.handIn(reference, "HoldFollowUpMeeting", made.champion(), form -> {
            assertThat(form.get("progress").toString())
                    .contains("5 of 12 classes")
                    .contains("12 of 12 classes");
            return Map.of(
                    "heldOn",
                    SchoolTime.today(clock).toString(),
                    "progress",
                    List.of(Map.of(
                            "action", "1. =Read together",
                            "baseline", "5 of 12 classes",
                            "aim", "12 of 12 classes",
                            "measuredNow", "9 of 12 classes",
                            "status", "AT_RISK",
                            "evidence", "Seen on the day")),
                    "goalNow",
                    "Nearer.",
                    "whatWorked",
                    List.of(Map.of("theme", "Reading", "text", "Ten minutes a day")));
        });

        assertThat(reviews.actionsOf(review()))
                .singleElement()
                .satisfies(action -> assertThat(action.measure().measuredNow()).isEqualTo("9 of 12 classes"));
        assertThat(outcomes.whatWorkedIn(review())).singleElement().satisfies(worked -> {
            assertThat(worked.theme()).isEqualTo("Reading");
            assertThat(worked.text()).isEqualTo("Ten minutes a day");
        });
    }

    @Test
    void hostAndTeamSeeThePlanAndSayThatTheyHave() {
        Browser lead = as(made.leadReviewer());
        assertThat(lead.get(path()).body()).contains("I have seen it").contains("not yet; counts as seen from");

        assertThat(lead.post(path() + "/seen", Map.of()).status()).isEqualTo(302);
        lead.post(path() + "/seen", Map.of());

        assertThat(lead.get(path()).body()).doesNotContain("I have seen it").contains("seen on");
        assertThat(outcomes.planSeenBy(review())).containsOnlyKeys(made.leadReviewer());
        assertThat(as(made.hostHead()).get(path()).body()).doesNotContain("I have seen it");
        assertThat(as(made.hostHead()).post(path() + "/seen", Map.of()).status())
                .isEqualTo(404);
        assertThat(as(made.teacher('a')).get(path()).status()).isEqualTo(404);
        assertThat(as(made.head('d')).get(path()).status()).isEqualTo(404);
    }

    @Test
    void silenceCountsAsSeenAfterFiveSchoolDays() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 11, 5), LocalTime.of(9, 0)));

        assertThat(as(made.hostHead()).get(path()).body())
                .contains("counts as seen since")
                .doesNotContain("not yet");
        assertThat(outcomes.planSeenBy(review())).isEmpty();
    }

    @Test
    void onlyTheHostTakesTargetsAndNextStepsAway() {
        Browser.Page csv = as(made.deputy('a')).get(path() + ".csv");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body())
                .contains("\"Commitment\",\"\",\"We ask one more question in every lesson.\"")
                .contains("\"Target\",\"1\",\"We ask more\"")
                // A spreadsheet must not take it for a formula.
                .contains("\"Next step\",\"1\",\"'=Read together\"");
        for (String other : List.of(made.leadReviewer(), made.champion(), made.lead())) {
            assertThat(as(other).get(path() + ".csv").status()).as(other).isEqualTo(404);
        }
    }

    @Test
    void aReviewersOwnLearningIsReadByThemAlone() {
        String learning = "/review/" + reference + "/learning";
        Browser peer = as(made.peerReviewer());

        assertThat(peer.post(learning, Map.of("text", "I talk too much.")).status())
                .isEqualTo(302);

        assertThat(peer.get(learning).body()).contains("I talk too much.");
        assertThat(as(made.leadReviewer()).get(learning).body()).doesNotContain("I talk too much.");
        assertThat(as(made.hostHead()).get(learning).status()).isEqualTo(404);
        assertThat(as(made.lead()).get(learning).status()).isEqualTo(404);
        peer.post(learning, Map.of("text", " "));
        assertThat(peer.get(learning).body()).doesNotContain("I talk too much.");
    }

    private static Map<String, Object> action() {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("what", "=Read together");
        action.put("origin", "COMMITMENT");
        action.put("theme", "Reading");
        action.put("owner", "Deputy head");
        action.put("due", "2026-12-01");
        action.put("baseline", "5 of 12 classes");
        action.put("aim", "12 of 12 classes");
        action.put("keyIssue", true);
        action.put("sdpLink", "Priority 2");
        return action;
    }

    private String path() {
        return "/review/" + reference + "/action-plan";
    }

    private Browser as(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }

    private Review review() {
        return reviews.of(reference);
    }
}
