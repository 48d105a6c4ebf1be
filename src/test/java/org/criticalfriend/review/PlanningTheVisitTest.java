package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.Templates;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the planning meeting holds, what waits for a later one, and the questions that come of it. */
@ApplicationTest
class PlanningTheVisitTest {

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
    Partnerships register;

    private Made made;
    private String reference;

    @BeforeEach
    void theMeetingIsHeld() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 17), LocalTime.of(16, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void theHeadHasToConfirmFocusAndQuestion() {
        Map<String, Object> answer = agreed("2026-09-17");
        answer.put("headConfirmed", false);
        assertThat(handIn(answer).message())
                .isEqualTo("The head has confirmed the focus and the driving question: please tick this.");

        assertThat(handIn(agreed("2026-09-17")).status()).isEqualTo(204);

        assertThat(planning.confirmedAt(review())).contains(clock.instant());
    }

    @Test
    void aSecondQuestionIsRefusedInWordsAndAnotherFocusWaits() {
        Map<String, Object> answer = agreed("2026-09-17");
        answer.put("question", "How well do children explain? And do they like it?");
        assertThat(handIn(answer).message()).startsWith("Driving question: please choose one. A second one can wait");

        answer = agreed("2026-09-17");
        answer.put("otherFocus", "How children learn to like mathematics");
        assertThat(handIn(answer).status()).isEqualTo(204);

        assertThat(planning.notedIn(review()))
                .map(WaitingFocus::focus)
                .contains("How children learn to like mathematics");
        assertThat(planning.waitingFor(review())).isEmpty();
    }

    @Test
    void whatWaitsIsShownAtTheNextMeetingUntilItIsTakenUp() {
        Map<String, Object> answer = agreed("2026-09-17");
        answer.put("otherFocus", "How children learn to like mathematics");
        handIn(answer);

        String next = nextReview();
        assertThat(planning.waitingFor(reviews.of(next))).hasSize(1);
        scenario.handIn(next, "HoldPlanningMeeting", made.leadReviewer(), form -> {
            assertThat(form.get("waitingOptions").toString()).contains("How children learn to like mathematics");
            Map<String, Object> taken = agreed("2027-09-16");
            taken.put(
                    "settled",
                    List.of(planning.notedIn(review()).orElseThrow().id().toString()));
            return taken;
        });

        assertThat(planning.notedIn(review()))
                .map(WaitingFocus::settledIn)
                .contains(reviews.of(next).id());
    }

    @Test
    void theNextMeetingLooksBackOnTheLastReview() {
        handIn(agreed("2026-09-17"));
        Review last = reviews.update(review().withFeedback(new Feedback(null, null), LocalDate.of(2026, 10, 22)));
        reviews.update(last.withFollowUp(new FollowUp(LocalDate.of(2026, 12, 3), "Most classes do.")));
        reviews.insert(List.of(action(1, "Try a question a day", "AT_RISK"), action(2, "Done long ago", "DONE")));

        String next = nextReview();

        scenario.handIn(next, "HoldPlanningMeeting", made.leadReviewer(), form -> {
            assertThat(form.get("lastReview"))
                    .isEqualTo("Visit on Thursday 8 October 2026. Driving question:"
                            + " How well do children explain their thinking in mathematics?");
            assertThat(form).containsEntry("lastGoal", "Children explain how they know.");
            assertThat(form).containsEntry("lastGoalNow", "Thursday 3 December 2026: Most classes do.");
            assertThat(form.get("lastActions").toString())
                    .contains("Try a question a day", "At risk")
                    .doesNotContain("Done long ago");
            return agreed("2027-09-16");
        });
    }

    private Action action(int number, String what, String status) {
        return new Action(
                Reviews.newId(),
                null,
                review().id(),
                number,
                null,
                null,
                what,
                "Deputy head",
                LocalDate.of(2026, 12, 1),
                null,
                new Measure(null, null, null),
                null,
                false,
                null,
                null,
                status,
                null);
    }

    @Test
    void theTeamFindsWhatToReadAndWhatIsReadyOnThePageOfThePlan() {
        Map<String, Object> answer = agreed("2026-09-17");
        answer.put(
                "links", List.of(Map.of("title", "Results of three years", "address", "https://data.example/maths")));
        answer.put("preparation", List.of(Map.of("what", "A room for the team", "byWhom", "School office")));
        handIn(answer);

        assertThat(page(made.peerReviewer(), "/plan"))
                .contains(
                        "Results of three years", "https://data.example/maths", "A room for the team", "School office")
                .contains("Lesson visits", "Results in mathematics have been flat");
        for (String other : List.of(made.teacher('a'), made.head('c'), made.champion(), made.lead())) {
            assertThat(page(other, "/plan")).as(other).isEqualTo("404");
        }
    }

    @Test
    void aLinkIsAnAddressOfTheWebAndNothingElse() {
        Map<String, Object> answer = agreed("2026-09-17");
        for (String address : List.of("javascript:alert(1)", "http://data.example", "https:", "https:///nowhere")) {
            answer.put("links", List.of(Map.of("title", "Data", "address", address)));
            assertThat(handIn(answer).status()).as(address).isEqualTo(400);
        }
    }

    @Test
    void questionsBeginWithThoseOfThePartnershipAndAreLockedOnceIssued() {
        Partnership partnership = register.find(made.id()).orElseThrow();
        PartnershipSettings now = partnership.settings();
        register.change(partnership.withSettings(new PartnershipSettings(
                now.ledBy(),
                now.publication(),
                now.selfReviewRequired(),
                now.headAtWorkshop(),
                now.team(),
                now.followUpWeeks(),
                now.preferredVisitDays(),
                now.caps(),
                new Templates(List.of("What do children say?"), Map.of()))));
        handIn(agreed("2026-09-17"));

        scenario.handIn(reference, "PrepareQuestions", made.leadReviewer(), form -> {
            assertThat(form.get("questions").toString()).contains("What do children say?");
            return Answers.questions();
        });
        timers.runWaiting(reference);

        assertThat(review().questionsIssuedAt()).isNotNull();
        assertThat(scenario.open(reference, "PrepareQuestions", made.leadReviewer()))
                .isNull();
    }

    @Test
    void whoOpensTheQuestionsAtTheHostIsKnownToHaveThem() {
        issueQuestions();
        assertThat(page(made.peerReviewer(), "/plan")).contains("not opened there yet");
        assertThat(preparation.firstSeen(review())).isEmpty();

        Instant opened = clock.instant();
        page(made.deputy('a'), "/plan");
        clock.moveTo(opened.plusSeconds(86_400));
        page(made.deputy('a'), "/plan");

        assertThat(preparation.firstSeen(review())).contains(opened);
        assertThat(page(made.peerReviewer(), "/plan")).contains("opened there on Thursday 17 September 2026");
    }

    @Test
    void toOpenThePreparationIsToHaveTheQuestions() {
        issueQuestions();
        Rest head = new Rest(port, made.hostHead());
        String task = head.task(reference, "PrepareForVisit", made.hostHead());

        // Somebody else who sees the task does not have them by that.
        new Rest(port, made.lead()).form(task);
        assertThat(preparation.firstSeen(review())).isEmpty();

        head.form(task);
        head.form(task);
        assertThat(preparation.firstSeen(review())).contains(clock.instant());
    }

    @Test
    void nothingOfThePreparationHasToBeFilledIn() {
        issueQuestions();

        scenario.handIn(
                reference, "PrepareForVisit", made.hostHead(), form -> Map.of("questions", ReviewScenario.notes(form)));

        assertThat(preparation.notesOf(review())).isEmpty();
        assertThat(preparation.showcaseOf(review())).isEmpty();
    }

    @Test
    void aPreparationThatIsNotHandedInClosesOnTheVisitDay() {
        issueQuestions();

        timers.fire(reference, "VisitDayArrives");

        assertThat(scenario.open(reference, "PrepareForVisit", made.hostHead())).isNull();
        assertThat(scenario.open(reference, "RecordEvidence", made.peerReviewer()))
                .isNotNull();
    }

    @Test
    void theTeamReadsTheNotesAndWhatTheSchoolWouldLikeToShow() {
        issueQuestions();
        scenario.handIn(
                reference,
                "PrepareForVisit",
                made.hostHead(),
                form -> Map.of(
                        "questions",
                        ReviewScenario.notes(form, "They say more in pairs."),
                        "showcase",
                        "Our mathematics trail"));

        assertThat(page(made.peerReviewer(), "/plan")).contains("They say more in pairs.", "Our mathematics trail");
        timers.fire(reference, "VisitDayArrives");
        Rest peer = new Rest(port, made.peerReviewer());
        assertThat(peer.form(peer.task(reference, "RecordEvidence", made.peerReviewer()))
                        .toString())
                .contains("They say more in pairs.", "Our mathematics trail");
    }

    @Test
    void theBriefingForStaffIsMadeOfFocusQuestionTimetableAndQuestions() {
        issueQuestions();

        scenario.handIn(reference, "PrepareForVisit", made.hostHead(), form -> {
            assertThat((String) form.get("briefing"))
                    .contains("On Thursday 8 October 2026, colleagues from School b")
                    .contains("A focus.")
                    .contains("How well do children explain their thinking in mathematics?")
                    .contains("09:00  Lesson visits")
                    .contains("2. How do teachers plan for explanation?")
                    .contains("not an inspection", "nothing is graded")
                    .doesNotContain("Given", "Family");
            return Map.of("questions", ReviewScenario.notes(form));
        });
        // The head finds it again afterwards; visitors do not get it.
        assertThat(page(made.hostHead(), "/plan")).contains("Dear colleagues");
        assertThat(page(made.peerReviewer(), "/plan")).doesNotContain("Dear colleagues");
    }

    private void issueQuestions() {
        handIn(agreed("2026-09-17"));
        scenario.handIn(reference, "PrepareQuestions", made.leadReviewer(), form -> Answers.questions());
        timers.runWaiting(reference);
    }

    private static Map<String, Object> agreed(String heldOn) {
        return new LinkedHashMap<>(Answers.planningMeeting(heldOn));
    }

    private Rest.Reply handIn(Map<String, Object> answer) {
        Rest lead = new Rest(port, made.leadReviewer());
        return lead.complete(lead.task(reference, "HoldPlanningMeeting", made.leadReviewer()), new HashMap<>(answer));
    }

    private String nextReview() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2027, 9, 16), LocalTime.of(16, 0)));
        return partnerships.startReview(made, LocalDate.of(2027, 10, 7));
    }

    private Review review() {
        return reviews.of(reference);
    }

    private String page(String person, String part) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        Browser.Page page = browser.get("/review/" + reference + part);
        return page.status() == 200 ? page.body() : String.valueOf(page.status());
    }
}
