package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The packaged model alone, on an engine of its own: which way a review goes, whatever its steps do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeerReviewModelTest {

    private static final Date LATER = Date.from(Instant.now().plus(365, ChronoUnit.DAYS));

    private ProcessEngine engine;
    private ProcessInstance review;
    private final Rules rules = new Rules();
    private boolean askedWhatHelps;
    private final List<String> seniorStaff = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    /** What the model asks about duties. */
    public final class Duties {
        public String assignee(DelegateExecution execution, String duty, String... concerned) {
            return duty;
        }

        public String decidesOnLateStep(DelegateExecution execution) {
            return "PARTNERSHIP_LEAD";
        }

        public List<String> seats(DelegateExecution execution, String... duties) {
            return List.of("seat1", "seat2");
        }

        public String occupant(DelegateExecution execution, String seat) {
            return "reviewer-" + seat;
        }

        public List<String> seniorStaffAtWorkshop(DelegateExecution execution) {
            return seniorStaff;
        }

        public String person(String id) {
            return id;
        }
    }

    /** What the model asks about dates. */
    public static final class Dates {
        public Date at(DelegateExecution execution, String row) {
            return LATER;
        }
    }

    /** What the model asks about decisions. */
    public final class Decisions {
        public boolean areAskedFor(DelegateExecution execution) {
            return askedWhatHelps;
        }
    }

    /** What the model asks about settings. */
    public static final class Rules {
        private boolean selfReview = true;

        public boolean selfReviewAskedFor(DelegateExecution execution) {
            return selfReview;
        }
    }

    @BeforeAll
    void deploy() throws Exception {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setProcessEngineName(UUID.randomUUID().toString());
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        JavaDelegate noted = execution -> done.add(execution.getCurrentActivityId());
        JavaDelegate late = execution -> done.add("late: " + execution.getVariable("late"));
        configuration.setBeans(new HashMap<>(Map.of(
                "duties", new Duties(),
                "deadlines", new Dates(),
                "rules", rules,
                "issueQuestions", noted,
                "releaseTeam", noted,
                "acceptReport", noted,
                "askForSupport", noted,
                "noteLateness", late)));
        configuration.getBeans().put("decisions", new Decisions());
        configuration.getBeans().put("closeEarlierQuestion", noted);
        configuration.getBeans().put("tellNextInCharge", noted);
        configuration.getBeans().put("nameDecision", (TaskListener) task -> task.setName("Named"));
        engine = configuration.buildProcessEngine();
        AbstractAssertions.init(engine);
        engine.getRepositoryService()
                .createDeployment()
                .addString("peer-review.bpmn", Files.readString(Path.of("processes/peer-review.bpmn")))
                .deploy();
    }

    @AfterAll
    void close() {
        AbstractAssertions.reset();
        engine.close();
    }

    @AfterEach
    void forget() {
        engine.getRuntimeService().createProcessInstanceQuery().list().forEach(left -> engine.getRuntimeService()
                .deleteProcessInstance(left.getId(), "test is over"));
        rules.selfReview = true;
        askedWhatHelps = false;
        seniorStaff.clear();
        done.clear();
    }

    @Test
    void aReviewGoesFromSelfReviewToFollowUp() {
        seniorStaff.add("deputy");
        start();
        complete("CompleteSelfReview");
        walkToVisit();
        complete("RecordEvidence");
        complete("RecordEvidence");
        complete("PresentFeedback");
        complete("WriteReport", Map.of("reportWritten", true));
        complete("CheckReport");
        fire("WorkshopDayArrives");
        complete("RunImprovementWorkshop");
        complete("ReportTargetsToHead");
        complete("ReportTargetsAsSeniorStaff");
        complete("AgreeActionPlan");
        fire("FollowUpDayArrives");
        complete("HoldFollowUpMeeting");

        assertThat(review)
                .isEnded()
                .hasPassedInOrder(
                        "CompleteSelfReview",
                        "HoldPlanningMeeting",
                        "IssueQuestions",
                        "VisitDayArrives",
                        "PresentFeedback",
                        "WriteReport",
                        "RunImprovementWorkshop",
                        "AgreeActionPlan",
                        "AskForSupport",
                        "HoldFollowUpMeeting",
                        "GoalFollowedUp")
                .hasNotPassed("ReviewCancelled", "AcceptReport", "NoteLateness", "SelfReviewCloses");
    }

    @Test
    void withoutSelfReviewThePlanningBeginsAtOnce() {
        rules.selfReview = false;
        start();

        assertThat(open()).containsExactly("HoldPlanningMeeting");
    }

    @Test
    void aSelfReviewThatDoesNotComeClosesOnTheVisitDayAndHoldsNothingUp() {
        start();
        fire("SelfReviewCloses");

        assertThat(open()).containsExactly("HoldPlanningMeeting");
    }

    @Test
    void whatIsLateIsNotedAndTheStepStaysOpen() {
        start();
        fire("PlanningMeetingLate");
        complete("HoldPlanningMeeting");
        fire("QuestionsLate");

        assertThat(done).containsExactly("late: PlanningMeetingLate", "late: QuestionsLate");
        assertThat(open()).contains("PrepareQuestions").doesNotContain("DecideWhatHelps");
    }

    @Test
    void thoseInChargeAreAskedWhatHelpsAndTheStepStaysOpen() {
        askedWhatHelps = true;
        start();
        fire("PlanningMeetingLate");

        Task question = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("DecideWhatHelps")
                .singleResult();
        assertThat(question.getAssignee()).isEqualTo("PARTNERSHIP_LEAD");
        assertThat(question.getName()).isEqualTo("Named");
        complete("DecideWhatHelps", Map.of("whatHelps", "GO_AHEAD"));
        assertThat(open()).containsExactlyInAnyOrder("CompleteSelfReview", "HoldPlanningMeeting");
        assertThat(review).hasPassed("StepIsHelped");
    }

    @Test
    void twoQuestionsMayBeOpenAtOnceAndEachClosesByItself() {
        askedWhatHelps = true;
        start();
        fire("PlanningMeetingLate");
        complete("HoldPlanningMeeting");
        fire("QuestionsLate");
        List<Task> questions = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("DecideWhatHelps")
                .list();
        assertThat(questions).hasSize(2);

        engine.getRuntimeService()
                .messageEventReceived("LateStepIsDone", questions.get(0).getExecutionId());

        assertThat(open()).containsOnlyOnce("DecideWhatHelps").contains("PrepareQuestions");
        assertThat(review).hasPassed("NothingToDecide");
    }

    @Test
    void aQuestionPastItsDayReachesTheNextInChargeAndStaysOpen() {
        askedWhatHelps = true;
        start();
        fire("PlanningMeetingLate");
        fire("NobodyHasDecided");

        assertThat(done).contains("TellNextInCharge");
        assertThat(open()).contains("DecideWhatHelps", "HoldPlanningMeeting");
    }

    @Test
    void aVisitThatNobodyDecidesOnIsLateToo() {
        start();
        fire("PlanningGate");
        fire("VisitNotDecided");

        assertThat(done).containsExactly("CloseEarlierQuestion", "late: VisitNotDecided");
        assertThat(open()).contains("DecideOnVisit");
    }

    @Test
    void whatHelpsMayBeToCancelTheReview() {
        askedWhatHelps = true;
        start();
        fire("PlanningMeetingLate");
        complete("DecideWhatHelps", Map.of("whatHelps", "CANCEL"));

        assertThat(review).isEnded().hasPassed("ReleaseTeam", "ReviewCancelled");
        assertThat(open()).isEmpty();
    }

    @Test
    void aReviewIsCancelledFromOutsideTheSameWay() {
        askedWhatHelps = true;
        start();
        fire("PlanningMeetingLate");
        engine.getRuntimeService()
                .createMessageCorrelation("ReviewIsToBeCalledOff")
                .processInstanceId(review.getId())
                .correlate();

        assertThat(review).isEnded().hasPassed("ReleaseTeam", "ReviewCancelled");
        assertThat(done).contains("ReleaseTeam");
        assertThat(open()).isEmpty();
    }

    @Test
    void atTheGateTheVisitMayGoAheadAndThePlanningStaysOpen() {
        start();
        fire("PlanningGate");
        complete("DecideOnVisit", Map.of("visitDecision", "GO_AHEAD"));

        assertThat(open()).containsExactlyInAnyOrder("CompleteSelfReview", "HoldPlanningMeeting");
    }

    @Test
    void aCancelledReviewEndsWithAllThatIsOpen() {
        start();
        fire("PlanningGate");
        complete("DecideOnVisit", Map.of("visitDecision", "CANCEL"));

        assertThat(review).isEnded().hasPassed("ReleaseTeam", "ReviewCancelled").hasNotPassed("PrepareQuestions");
        assertThat(done).containsExactly("CloseEarlierQuestion", "ReleaseTeam");
    }

    @Test
    void aDecisionThatIsOvertakenByThePlanningCloses() {
        start();
        fire("PlanningGate");
        complete("HoldPlanningMeeting");
        complete("PrepareQuestions");
        run();

        assertThat(open()).containsExactlyInAnyOrder("CompleteSelfReview", "PrepareForVisit");
    }

    @Test
    void anotherDrivingQuestionOpensThePlanningOnceMoreAndIssuesTheQuestionsAnew() {
        start();
        complete("HoldPlanningMeeting");
        complete("PrepareQuestions");
        run();
        engine.getRuntimeService()
                .createMessageCorrelation("DrivingQuestionIsToChange")
                .processInstanceId(review.getId())
                .correlate();
        assertThat(open()).containsExactlyInAnyOrder("CompleteSelfReview", "HoldPlanningMeeting");
        complete("HoldPlanningMeeting");
        complete("PrepareQuestions");
        run();

        assertThat(open()).containsExactlyInAnyOrder("CompleteSelfReview", "PrepareForVisit");
        assertThat(done).containsExactly("IssueQuestions", "IssueQuestions");
    }

    @Test
    void thePreparationClosesByItselfOnTheVisitDay() {
        start();
        walkToVisit();

        assertThat(open())
                .containsExactlyInAnyOrder("CompleteSelfReview", "RecordEvidence", "RecordEvidence", "PresentFeedback");
    }

    @Test
    void evidenceThatIsStillOpenClosesWhenTheReportIsWritten() {
        start();
        walkToVisit();
        complete("RecordEvidence");
        complete("PresentFeedback");
        complete("WriteReport", Map.of("reportWritten", true));

        assertThat(open()).containsExactlyInAnyOrder("CompleteSelfReview", "CheckReport");
        assertThat(review).hasPassed("EvidenceCloses").hasNotPassed("EvidenceIsIn");
    }

    @Test
    void silenceAcceptsTheReport() {
        start();
        walkToVisit();
        complete("PresentFeedback");
        complete("WriteReport", Map.of("reportWritten", true));
        fire("ReportCheckCloses");

        assertThat(done).contains("AcceptReport");
        assertThat(open()).containsExactly("CompleteSelfReview");
    }

    @Test
    void theActionPlanWaitsForTheTargetsAndForNothingElse() {
        start();
        walkToVisit();
        complete("PresentFeedback");
        fire("WorkshopDayArrives");
        assertThat(open()).doesNotContain("AgreeActionPlan");
        complete("RunImprovementWorkshop");
        complete("AgreeActionPlan");
        run();

        assertThat(open()).contains("WriteReport", "ReportTargetsToHead").doesNotContain("ReportTargetsAsSeniorStaff");
        assertThat(review).hasPassed("AskForSupport");
    }

    @Test
    void seniorStaffWhoDoNotTickAreNotWaitedFor() {
        seniorStaff.addAll(List.of("deputy", "senco"));
        start();
        walkToVisit();
        complete("PresentFeedback");
        fire("WorkshopDayArrives");
        complete("RunImprovementWorkshop");
        complete("ReportTargetsToHead");
        assertThat(open()).contains("ReportTargetsAsSeniorStaff");
        fire("SeniorStaffTimeIsUp");

        assertThat(review).hasPassed("TellHead", "HeadIsTold");
    }

    @Test
    void aReviewIsNotOverBeforeItsReportIsWritten() {
        start();
        complete("CompleteSelfReview");
        walkToVisit();
        complete("RecordEvidence");
        complete("RecordEvidence");
        complete("PresentFeedback");
        fire("WorkshopDayArrives");
        complete("RunImprovementWorkshop");
        complete("ReportTargetsToHead");
        complete("AgreeActionPlan");
        fire("FollowUpDayArrives");
        complete("HoldFollowUpMeeting");

        assertThat(review).isNotEnded();
        assertThat(open()).containsExactly("WriteReport");
    }

    @Test
    void aChampionWhoNeedsHelpReachesThePartnershipLeadAndNothingStops() {
        start();
        engine.getRuntimeService()
                .createMessageCorrelation("ChampionNeedsHelp")
                .processInstanceId(review.getId())
                .correlate();

        assertThat(open()).contains("HoldPlanningMeeting", "OfferHelp");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("OfferHelp")
                        .singleResult()
                        .getAssignee())
                .isEqualTo("PARTNERSHIP_LEAD");
    }

    private void start() {
        review = engine.getRuntimeService().startProcessInstanceByKey("peer-review", "one");
    }

    private void walkToVisit() {
        complete("HoldPlanningMeeting");
        complete("PrepareQuestions");
        run();
        fire("VisitDayArrives");
    }

    private void complete(String activity) {
        complete(activity, Map.of());
    }

    private void complete(String activity, Map<String, Object> routing) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(activity)
                .listPage(0, 1)
                .get(0);
        engine.getTaskService().complete(task.getId(), routing);
        run();
    }

    private void fire(String timer) {
        Job job =
                engine.getManagementService().createJobQuery().activityId(timer).singleResult();
        assertThat(job).as(timer).isNotNull();
        engine.getManagementService().executeJob(job.getId());
        run();
    }

    private void run() {
        Stream.iterate(waiting(), jobs -> !jobs.isEmpty(), jobs -> waiting())
                .forEach(jobs ->
                        jobs.forEach(job -> engine.getManagementService().executeJob(job.getId())));
    }

    private List<Job> waiting() {
        return engine.getManagementService().createJobQuery().messages().list();
    }

    private List<String> open() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }
}
