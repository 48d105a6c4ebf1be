package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class ThinReviewByRestTest {

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

    @Autowired
    ProcessEngine engine;

    @Autowired
    Outcomes outcomes;

    @Autowired
    RuntimeService instances;

    @Test
    void itsOwnPeopleWalkAReviewFromPlanningMeetingToFollowUp() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        Made made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        ProcessInstance instance = instances
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .singleResult();
        Rest lead = new Rest(port, made.leadReviewer());
        Rest head = new Rest(port, made.hostHead());
        Rest peer = new Rest(port, made.peerReviewer());
        Rest champion = new Rest(port, made.champion());

        handIn(
                lead,
                reference,
                "HoldPlanningMeeting",
                made.leadReviewer(),
                form -> Answers.planningMeeting("2026-09-17"));
        handIn(lead, reference, "PrepareQuestions", made.leadReviewer(), form -> Answers.questions());
        timers.runWaiting(reference);
        assertThat(reviews.of(reference).questionsIssuedAt()).isEqualTo(clock.instant());

        timers.fire(reference, "VisitDayArrives");
        assertThat(clock.instant()).isEqualTo(SchoolTime.at(TestPartnership.VISIT, LocalTime.of(8, 0)));
        handIn(lead, reference, "RecordEvidence", made.leadReviewer(), Answers::evidence);
        handIn(peer, reference, "RecordEvidence", made.peerReviewer(), Answers::evidence);
        timers.runWaiting(reference);
        handIn(lead, reference, "PresentFeedback", made.leadReviewer(), Answers::feedback);
        timers.fire(reference, "WorkshopDayArrives");
        handIn(
                champion,
                reference,
                "RunImprovementWorkshop",
                made.champion(),
                form -> Answers.workshop(form, SchoolTime.today(clock).toString()));
        handIn(champion, reference, "ReportTargetsToHead", made.champion(), form -> java.util.Map.of("told", true));
        handIn(head, reference, "AgreeActionPlan", made.hostHead(), form -> Answers.actionPlan(form, "2026-12-01"));
        timers.runWaiting(reference);
        timers.fire(reference, "FollowUpDayArrives");
        handIn(
                champion,
                reference,
                "HoldFollowUpMeeting",
                made.champion(),
                form -> Answers.followUp(form, "2026-12-03"));

        ProcessEngineTests.init(engine);
        ProcessEngineTests.assertThat(instance)
                .isEnded()
                .hasPassed(
                        "HoldPlanningMeeting",
                        "PrepareQuestions",
                        "IssueQuestions",
                        "VisitDayArrives",
                        "RecordEvidence",
                        "PresentFeedback",
                        "AgreeActionPlan",
                        "FollowUpDayArrives",
                        "HoldFollowUpMeeting",
                        "GoalFollowedUp")
                .hasNotPassed("ReflectionDeadlinePassed", "NoteLateActionPlan", "LatenessNoted");
        Review review = reviews.of(reference);
        assertThat(review.drivingQuestion()).contains("How well do children explain their thinking in mathematics?");
        assertThat(reviews.latenessOf(review)).isEmpty();
        assertThat(review.followUp().goalNow()).isEqualTo("Most classes do.");
        assertThat(reviews.evidenceOf(review)).hasSize(4);
        assertThat(reviews.actionsOf(review)).singleElement().satisfies(action -> {
            assertThat(action.status()).isEqualTo("ON_TRACK");
            assertThat(action.target())
                    .isEqualTo(outcomes.targetsOf(review).get(0).id());
        });
    }

    private void handIn(
            Rest rest,
            String reference,
            String activity,
            String person,
            java.util.function.Function<JsonNode, java.util.Map<String, Object>> answer) {
        String task = rest.task(reference, activity, person);
        Rest.Reply reply = rest.complete(task, answer.apply(rest.form(task)));
        assertThat(reply.status())
                .as("%s by %s: %s", activity, person, reply.body())
                .isEqualTo(204);
    }
}
