package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.Answers;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Between questions and visit, lead reviewer and head may want another driving question (G9). */
@ApplicationTest
class ChangingTheDrivingQuestionTest {

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
    PlanningRecord planning;

    @Autowired
    PreparationRecord preparation;

    @Autowired
    JdbcClient database;

    private Made made;
    private String reference;

    @BeforeEach
    void theQuestionsAreWithTheSchoolAndTheHeadHasNotedSomething() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 17), LocalTime.of(16, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.handIn(
                reference, "HoldPlanningMeeting", made.leadReviewer(), form -> Answers.planningMeeting("2026-09-17"));
        issue(Answers.questions());
        scenario.handIn(
                reference,
                "PrepareForVisit",
                made.hostHead(),
                form -> Map.of("questions", ReviewScenario.notes(form, "On the first", "On the second")));
    }

    @Test
    void thePlanningOpensOnceMoreFilledInAsItWasAndTheQuestionsAreIssuedAnew() {
        clock.moveTo(clock.instant().plusSeconds(86_400));
        assertThat(ask(made.hostHead()).status()).isEqualTo(302);

        scenario.handIn(reference, "HoldPlanningMeeting", made.leadReviewer(), form -> {
            assertThat(form)
                    .containsEntry("question", "How well do children explain their thinking in mathematics?")
                    .containsEntry("goal", "Children explain how they know.");
            Map<String, Object> changed = new LinkedHashMap<>(Answers.planningMeeting("2026-09-17"));
            changed.put("question", "What helps children to explain?");
            return changed;
        });
        assertThat(review().questionsIssuedAt()).isNull();
        issue(Map.of(
                "questions",
                List.of(
                        Map.of("text", "What do children say when asked how they know?"),
                        Map.of("text", "Which help do they choose?"))));

        assertThat(SchoolTime.dateOf(review().questionsIssuedAt())).isEqualTo(LocalDate.of(2026, 9, 18));
        assertThat(planning.changesOf(review())).singleElement().satisfies(change -> {
            assertThat(change.drivingQuestion())
                    .isEqualTo("How well do children explain their thinking in mathematics?");
            assertThat(change.askedBy()).isEqualTo(made.hostHead());
        });
        // The new set has not been opened yet, and no note is lost.
        assertThat(preparation.firstSeen(review())).isEmpty();
        scenario.handIn(reference, "PrepareForVisit", made.hostHead(), form -> {
            assertThat(form.get("questions").toString())
                    .contains("On the first")
                    .doesNotContain("On the second");
            assertThat(form.get("earlierNotes").toString()).contains("On the second");
            return Map.of("questions", ReviewScenario.notes(form, "", "On the new one"));
        });
        assertThat(preparation.notesOf(review()))
                .extracting(QuestionNote::note)
                .containsExactlyInAnyOrder("On the second", "On the new one");
    }

    @Test
    void theDoorIsForLeadReviewerAndHeadOnly() {
        for (String person : List.of(made.hostHead(), made.leadReviewer())) {
            assertThat(page(person, "").body()).as(person).contains("/change-question");
            assertThat(page(person, "/change-question").body()).as(person).contains("Open the planning once more");
        }
        for (String person :
                List.of(made.deputy('a'), made.peerReviewer(), made.champion(), made.lead(), made.head('c'))) {
            assertThat(page(person, "").body()).as(person).doesNotContain("/change-question");
            assertThat(page(person, "/change-question").status()).as(person).isEqualTo(404);
            assertThat(ask(person).status()).as(person).isEqualTo(404);
        }
        assertThat(planning.changesOf(review())).isEmpty();
    }

    @Test
    void toAskTwiceIsHarmless() {
        ask(made.leadReviewer());
        ask(made.leadReviewer());
        ask(made.hostHead());

        assertThat(planning.changesOf(review())).hasSize(1);
        assertThat(scenario.open(reference, "HoldPlanningMeeting", made.leadReviewer()))
                .isNotNull();
        assertThat(page(made.leadReviewer(), "/change-question").body())
                .contains("The planning is open.")
                .doesNotContain("<button type=\"submit\">Open");
        assertThat(page(made.leadReviewer(), "").body()).doesNotContain("/change-question");
        assertThat(database.sql("select count(*) from audit where review = ? and act = 'CHANGED'")
                        .param(reference)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void toLookChangesNothing() {
        page(made.leadReviewer(), "/change-question");

        assertThat(planning.changesOf(review())).isEmpty();
        assertThat(scenario.open(reference, "HoldPlanningMeeting", made.leadReviewer()))
                .isNull();
    }

    @Test
    void onceTheVisitHasBegunItIsTooLateInWords() {
        timers.fire(reference, "VisitDayArrives");

        assertThat(page(made.leadReviewer(), "").body()).doesNotContain("/change-question");
        assertThat(ask(made.leadReviewer()).status()).isEqualTo(302);
        assertThat(page(made.leadReviewer(), "/change-question").body())
                .contains("too late to change the driving question");
        assertThat(planning.changesOf(review())).isEmpty();
        assertThat(scenario.open(reference, "PresentFeedback", made.leadReviewer()))
                .isNotNull();
    }

    private void issue(Map<String, Object> questions) {
        scenario.handIn(reference, "PrepareQuestions", made.leadReviewer(), form -> questions);
        timers.runWaiting(reference);
    }

    private Review review() {
        return reviews.of(reference);
    }

    private Browser.Page page(String person, String part) {
        return signedIn(person).get("/review/" + reference + part);
    }

    private Browser.Page ask(String person) {
        return signedIn(person).post("/review/" + reference + "/change-question", Map.of());
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
