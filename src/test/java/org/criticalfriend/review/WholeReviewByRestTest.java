package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole review, lived through by its own people by REST, with the clock, to each of its ends. */
@ApplicationTest
class WholeReviewByRestTest {

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
    Reports reports;

    @Autowired
    Outcomes outcomes;

    @Autowired
    HistoryService history;

    private final Map<String, Rest> people = new HashMap<>();
    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsPlanned() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(24), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void inAReviewInTimeEverybodyDoesTheirPartAndTheGoalIsFollowedUp() {
        completeSelfReview();
        holdPlanningMeeting();
        prepareQuestions();
        assertThat(review().questionsIssuedAt()).isEqualTo(clock.instant());
        handIn("PrepareForVisit", made.hostHead(), form -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            Answers.list(form, "questions")
                    .forEach(row ->
                            rows.add(Map.of("question", row.path("question").asText())));
            rows.set(0, Map.of("question", rows.get(0).get("question"), "note", "Ask in Year 4 too."));
            return Map.of("questions", rows, "showcase", "Our mathematics trail");
        });

        theDayComes("VisitDayArrives");
        assertThat(clock.instant()).isEqualTo(SchoolTime.at(TestPartnership.VISIT, LocalTime.of(8, 0)));
        handIn("RecordEvidence", made.leadReviewer(), Answers::evidence);
        handIn("RecordEvidence", made.peerReviewer(), Answers::evidence);
        handIn("PresentFeedback", made.leadReviewer(), Answers::feedback);
        writeReport();
        handIn("CheckReport", made.hostHead(), form -> Map.of("reply", "Thank you for a good day.", "release", "YES"));

        theDayComes("WorkshopDayArrives");
        runWorkshop();
        handIn("ReportTargetsToHead", made.champion(), form -> Map.of("told", true));
        handIn("ReportTargetsAsSeniorStaff", made.deputy('a'), form -> Map.of("told", true));
        agreeActionPlan(made.teacher('c'));
        handIn("AgreeToSupport", made.teacher('c'), form -> Map.of("answer", "YES"));
        handIn("ReleaseSupporter", made.head('c'), form -> Map.of("answer", "YES"));
        handIn("GiveSupport", made.teacher('c'), form -> Map.of("given", true, "done", "Two lessons seen together"));

        theDayComes("FollowUpDayArrives");
        holdFollowUpMeeting();

        assertThat(timers.endOf(reference)).isEqualTo("GoalFollowedUp");
        assertThat(whoDidWhat())
                .containsEntry(made.hostHead(), 4)
                .containsEntry(made.leadReviewer(), 5)
                .containsEntry(made.peerReviewer(), 1)
                .containsEntry(made.champion(), 3)
                .containsEntry(made.deputy('a'), 1);
        Review review = review();
        assertThat(reviews.latenessOf(review)).isEmpty();
        assertThat(review.drivingQuestion()).contains("How well do children explain their thinking in mathematics?");
        assertThat(reviews.evidenceOf(review)).hasSize(4);
        assertThat(reports.of(review)).hasValueSatisfying(report -> {
            assertThat(report.late()).isFalse();
            assertThat(report.reply()).isEqualTo("Thank you for a good day.");
            assertThat(report.releasedAt()).isNotNull();
        });
        assertThat(outcomes.supportOf(review)).extracting(Support::state).containsExactly(Support.State.GIVEN);
        assertThat(review.followUp().goalNow()).isEqualTo("Most classes do.");
        assertThat(reviews.actionsOf(review)).singleElement().satisfies(action -> {
            assertThat(action.status()).isEqualTo("ON_TRACK");
            assertThat(action.target())
                    .isEqualTo(outcomes.targetsOf(review).get(0).id());
        });
    }

    @Test
    void whereEverythingIsLateItIsNotedAndTheReviewStillComesToItsGoal() {
        timers.fire(reference, "PlanningMeetingLate");
        timers.fire(reference, "PlanningGate");
        handIn(
                "DecideOnVisit",
                made.lead(),
                form -> Map.of("visitDecision", "GO_AHEAD", "reason", "They meet tomorrow"));
        holdPlanningMeeting();
        timers.fire(reference, "QuestionsLate");
        prepareQuestions();
        theDayComes("SelfReviewCloses");
        theDayComes("VisitDayArrives");
        assertThat(openTasksOf(made.hostHead())).isEmpty();
        timers.fire(reference, "FeedbackLate");
        handIn("PresentFeedback", made.leadReviewer(), Answers::feedback);
        theDayComes("WorkshopDayArrives");
        timers.fire(reference, "WorkshopLate");
        runWorkshop();
        timers.fire(reference, "TargetsNotTold");
        timers.fire(reference, "SeniorStaffTimeIsUp");
        timers.fire(reference, "ReportLate");
        writeReport();
        assertThat(openTasksOf(made.peerReviewer()))
                .as("evidence closes with the report")
                .isEmpty();
        timers.fire(reference, "ReportCheckCloses");
        timers.fire(reference, "ReflectionDeadlinePassed");
        agreeActionPlan(made.teacher('c'));
        handIn("AgreeToSupport", made.teacher('c'), form -> Map.of("answer", "NO"));
        handIn("ReportTargetsToHead", made.champion(), form -> Map.of("told", true));
        theDayComes("FollowUpDayArrives");
        timers.fire(reference, "FollowUpLate");
        holdFollowUpMeeting();

        assertThat(timers.endOf(reference)).isEqualTo("GoalFollowedUp");
        assertThat(reviews.latenessOf(review()))
                .extracting(Lateness::what)
                .containsExactlyInAnyOrder(
                        "PlanningMeetingLate",
                        "QuestionsLate",
                        "FeedbackLate",
                        "WorkshopLate",
                        "TargetsNotTold",
                        "ReportLate",
                        "ReflectionDeadlinePassed",
                        "FollowUpLate");
        assertThat(reports.of(review())).hasValueSatisfying(report -> {
            assertThat(report.late()).isTrue();
            assertThat(report.releasedAt()).isNull();
        });
    }

    @Test
    void aVisitThatNobodyPlansIsCancelledByThePartnershipLead() {
        timers.fire(reference, "PlanningGate");

        handIn(
                "DecideOnVisit",
                made.lead(),
                form -> Map.of("visitDecision", "CANCEL", "reason", "The head has asked for next year"));

        assertThat(timers.endOf(reference)).isEqualTo("ReviewCancelled");
        assertThat(review().isCancelled()).isTrue();
        for (String person : List.of(made.hostHead(), made.leadReviewer(), made.lead())) {
            assertThat(openTasksOf(person)).as(person).isEmpty();
        }
    }

    private void completeSelfReview() {
        handIn(
                "CompleteSelfReview",
                made.hostHead(),
                form -> Map.of("statements", List.of(Map.of("text", "We plan together", "howWeKnow", "Book looks"))));
    }

    private void holdPlanningMeeting() {
        handIn(
                "HoldPlanningMeeting",
                made.leadReviewer(),
                form -> Answers.planningMeeting(SchoolTime.today(clock).toString()));
    }

    private void prepareQuestions() {
        handIn("PrepareQuestions", made.leadReviewer(), form -> Answers.questions());
    }

    private void writeReport() {
        handIn("WriteReport", made.leadReviewer(), form -> {
            Map<String, Object> answer = new HashMap<>();
            List.of("summary", "findingsText", "optionsText", "nextSteps")
                    .forEach(key -> answer.put(key, form.path(key).path("value").asText()));
            return answer;
        });
    }

    private void runWorkshop() {
        handIn("RunImprovementWorkshop", made.champion(), form -> {
            Map<String, Object> answer =
                    new HashMap<>(Answers.workshop(form, SchoolTime.today(clock).toString()));
            answer.put("seniorStaff", List.of(made.deputy('a')));
            return answer;
        });
    }

    private void agreeActionPlan(String supporter) {
        handIn("AgreeActionPlan", made.hostHead(), form -> {
            Map<String, Object> action = new HashMap<>(Answers.action(form, "2026-12-01"));
            action.putAll(Map.of("support", "A lesson to watch", "supporter", supporter, "supportBy", "2026-11-12"));
            return Map.of("actions", List.of(action));
        });
    }

    private void holdFollowUpMeeting() {
        handIn(
                "HoldFollowUpMeeting",
                made.champion(),
                form -> Answers.followUp(form, SchoolTime.today(clock).toString()));
    }

    private void theDayComes(String event) {
        timers.fire(reference, event);
    }

    private void handIn(String activity, String person, Function<JsonNode, Map<String, Object>> answer) {
        Rest rest = people(person);
        String task = rest.task(reference, activity, person);
        Rest.Reply reply = rest.complete(task, answer.apply(rest.form(task)));
        assertThat(reply.status())
                .as("%s by %s: %s", activity, person, reply.body())
                .isEqualTo(204);
        timers.runWaiting(reference);
    }

    private Rest people(String person) {
        return people.computeIfAbsent(person, id -> new Rest(port, id));
    }

    private JsonNode openTasksOf(String person) {
        return people(person)
                .get("/task?processInstanceBusinessKey=" + reference + "&assignee=" + person)
                .json();
    }

    private Review review() {
        return reviews.of(reference);
    }

    private Map<String, Integer> whoDidWhat() {
        Map<String, Integer> tasks = new HashMap<>();
        for (HistoricTaskInstance task : history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(StartReview.PROCESS)
                .list()) {
            tasks.merge(task.getAssignee(), 1, Integer::sum);
        }
        return tasks;
    }
}
