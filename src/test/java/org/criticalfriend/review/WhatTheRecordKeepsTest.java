package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people type into the forms is in the record afterwards, and comes back where the next step needs it. */
@ApplicationTest
class WhatTheRecordKeepsTest {

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

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsPlanned() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 17), LocalTime.of(16, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WHOLE_SCHOOL", "DEPARTMENT", "YEAR_GROUP", "PROJECT"})
    void aReviewLooksAtTheWholeSchoolOrAPartOfIt(String scope) {
        holdPlanningMeeting("scope", scope);

        assertThat(review().goal().scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMPROVE", "EVALUATE_PROJECT", "VALIDATE"})
    void aReviewIsToImproveToEvaluateAProjectOrToValidate(String purpose) {
        holdPlanningMeeting("purpose", purpose);

        assertThat(review().goal().purpose()).isEqualTo(purpose);
    }

    @Test
    void theFeedbackSaysHowFarTheEvidenceSupportsTheHypothesis() {
        presentFeedback();

        assertThat(review().hypothesis()).contains("Children are told too early.");
        assertThat(review().feedback().hypothesisOutcome()).isEqualTo("PARTLY");
    }

    @Test
    void howCloseTheSchoolIsToItsGoalIsKeptInWords() {
        presentFeedback();

        assertThat(review().goal().goal()).isEqualTo("Children explain how they know.");
        assertThat(review().feedback().distanceToGoal()).isEqualTo("About half way.");
    }

    @Test
    void optionsAreKeptWithWhatSpeaksForThemAndAgainstAndWhoWouldHelp() {
        presentFeedback();

        assertThat(reviews.optionsOf(review())).singleElement().satisfies(option -> {
            assertThat(option.text()).isEqualTo("Plan one question for each lesson");
            assertThat(option.speaksFor()).isEqualTo("It is small.");
            assertThat(option.speaksAgainst()).isEqualTo("It takes time.");
            assertThat(option.whoWouldHelp()).isEqualTo("The subject leader of School b");
        });
    }

    @Test
    void theFeedbackFormSaysWhichQuestionsHaveNoEvidence() {
        walkToFeedback();

        scenario.handIn(reference, "PresentFeedback", made.leadReviewer(), form -> {
            assertThat(form.get("coverage")).isEqualTo("1 of 2 questions has no evidence yet: 2.");
            return feedback(form);
        });
    }

    @Test
    void theFollowUpOpensWithTheGoalThenAndKeepsTheGoalNow() {
        presentFeedback();
        scenario.agreeActionPlan(made, reference);
        timers.fire(reference, "FollowUpDayArrives");

        scenario.handIn(reference, "HoldFollowUpMeeting", made.champion(), form -> {
            assertThat(form).containsEntry("goal", "Children explain how they know.");
            assertThat(form).containsEntry("whereNow", "Some classes do.");
            return Map.of(
                    "heldOn", SchoolTime.today(clock).toString(),
                    "progress", List.of(Map.of("action", "1. Try it", "status", "DONE")),
                    "goalNow", "Most classes do.");
        });

        assertThat(review().followUp().goalNow()).isEqualTo("Most classes do.");
    }

    private void holdPlanningMeeting(String field, String value) {
        Map<String, Object> answer = new LinkedHashMap<>(Answers.planningMeeting("2026-09-17"));
        answer.put(field, value);
        scenario.handIn(reference, "HoldPlanningMeeting", made.leadReviewer(), form -> answer);
    }

    private void walkToFeedback() {
        holdPlanningMeeting("scope", "WHOLE_SCHOOL");
        scenario.handIn(reference, "PrepareQuestions", made.leadReviewer(), form -> Answers.questions());
        timers.runWaiting(reference);
        timers.fire(reference, "VisitDayArrives");
        scenario.recordEvidence(reference, made.leadReviewer());
        scenario.recordEvidence(reference, made.peerReviewer());
    }

    private void presentFeedback() {
        walkToFeedback();
        scenario.handIn(reference, "PresentFeedback", made.leadReviewer(), this::feedback);
    }

    private Map<String, Object> feedback(VariableMap form) {
        return Map.of(
                "findings",
                List.of(Map.of(
                        "question",
                        ReviewScenario.firstQuestion(form),
                        "kind",
                        "STRENGTH",
                        "text",
                        "Children explain to each other.")),
                "hypothesisOutcome",
                "PARTLY",
                "distanceToGoal",
                "About half way.",
                "options",
                List.of(Map.of(
                        "option", "Plan one question for each lesson",
                        "speaksFor", "It is small.",
                        "speaksAgainst", "It takes time.",
                        "whoWouldHelp", "The subject leader of School b")),
                "reflectionDeadline",
                form.get("reflectionDeadline"));
    }

    private Review review() {
        return reviews.of(reference);
    }
}
