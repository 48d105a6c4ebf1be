package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.Occasion;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.review.LateDecision.Outcome;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.ColumnsThatHold;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is late comes to those in charge as something to decide; what they choose is done, and nobody is asked in vain. */
@ApplicationTest
class LateStepsAreDecidedTest {

    private static final String QUESTION = "DecideWhatHelps";
    private static final Map<String, Object> GO_AHEAD = Map.of("whatHelps", "GO_AHEAD");

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
    LateDecisions decisions;

    @Autowired
    StartReview start;

    @Autowired
    Seats seats;

    @Autowired
    Roles roles;

    @Autowired
    Absences absences;

    @Autowired
    HandOnDecisions handOn;

    @Autowired
    MoveDates move;

    @Autowired
    CancelReview cancel;

    @Autowired
    TaskService tasks;

    @Autowired
    List<Occasion> occasions;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource source;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsPlanned() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void eachLateStepAsksThoseInChargeAndTheQuestionClosesWhenItIsDone() {
        scenario.completeSelfReview(made, reference);
        asksUntilDone("PlanningMeetingLate", "planning meeting", () -> scenario.holdPlanningMeeting(made, reference));
        asksUntilDone("QuestionsLate", "questions for the visit", () -> scenario.prepareQuestions(made, reference));
        timers.fire(reference, "VisitDayArrives");
        scenario.recordEvidence(reference, made.leadReviewer());
        asksUntilDone("FeedbackLate", "feedback to type up", () -> scenario.presentFeedback(made, reference));
        timers.fire(reference, "WorkshopDayArrives");
        asksUntilDone(
                "WorkshopLate",
                "improvement workshop to type up",
                () -> scenario.runImprovementWorkshop(made, reference));
        asksUntilDone("ReportLate", "report", () -> scenario.writeReport(made, reference));
        asksUntilDone(
                "TargetsNotTold", "telling the head the targets", () -> scenario.reportTargetsToHead(made, reference));
        asksUntilDone("ReflectionDeadlinePassed", "action plan", () -> scenario.agreeActionPlan(made, reference));
        timers.fire(reference, "FollowUpDayArrives");
        asksUntilDone("FollowUpLate", "follow-up meeting", () -> scenario.holdFollowUpMeeting(made, reference));

        assertThat(decisions.allOf(review())).hasSize(8).allSatisfy(one -> assertThat(one.outcome())
                .isEqualTo(Outcome.DONE));
    }

    private void asksUntilDone(String timer, String words, Runnable step) {
        timers.fire(reference, timer);
        assertThat(question(made.lead()).getName())
                .isEqualTo("Decide: %s still open at School a %s".formatted(words, made.id()));
        assertThat(question(made.lead()).getDueDate()).isNotNull();
        step.run();
        assertThat(questions()).as(timer).isEmpty();
    }

    @Test
    void theFormSaysWhatIsLateSinceWhenAndWhoHasItAndOffersWhatIsPossible() {
        timers.fire(reference, "PlanningMeetingLate");

        Rest lead = new Rest(port, made.lead());
        JsonNode form = lead.form(lead.task(reference, QUESTION, made.lead()));

        assertThat(value(form, "what")).isEqualTo("Planning meeting");
        assertThat(value(form, "since")).isEqualTo("Monday 28 September 2026");
        assertThat(value(form, "who")).startsWith(TestPartnership.nameOf(made.leadReviewer()));
        assertThat(value(form, "latest")).contains("at the latest Tuesday 29 September 2026");
        assertThat(value(form, "choiceOptions")).contains("MORE_TIME", "SOMEBODY_ELSE", "GO_AHEAD", "CANCEL");
        assertThat(value(form, "personOptions")).contains(made.peerReviewer()).doesNotContain(made.leadReviewer());
    }

    @Test
    void moreTimeMovesTheDateAndIfItIsStillNotDoneTheQuestionComesBack() {
        scenario.holdPlanningMeeting(made, reference);
        timers.fire(reference, "QuestionsLate");

        decide(made.lead(), Map.of("whatHelps", "MORE_TIME", "newDate", "2026-10-06"));

        assertThat(questions()).isEmpty();
        assertThat(SchoolTime.dateOf(task("PrepareQuestions").getDueDate().toInstant()))
                .isEqualTo(LocalDate.of(2026, 10, 6));
        assertThat(SchoolTime.dateOf(timers.dueAt(reference, "QuestionsLate"))).isEqualTo(LocalDate.of(2026, 10, 7));
        assertThat(told("decision")).containsExactlyInAnyOrder(made.leadReviewer(), made.hostHead());
        assertThat(say("decision", made.leadReviewer())).satisfies(letter -> {
            assertThat(letter.template()).isEqualTo("decision/more-time");
            assertThat(letter.values())
                    .containsEntry("until", LocalDate.of(2026, 10, 6))
                    .containsEntry("yours", true);
        });
        assertThat(say("decision", made.hostHead()).values()).containsEntry("yours", false);

        timers.fire(reference, "QuestionsLate");

        assertThat(question(made.lead())).isNotNull();
        assertThat(decisions.allOf(review()))
                .extracting(LateDecision::outcome)
                .containsExactly(Outcome.MORE_TIME, null);
        scenario.prepareQuestions(made, reference);
        assertThat(questions()).isEmpty();
        assertThat(reason("decision", made.hostHead())).isEqualTo("The step is done.");
    }

    @Test
    void aNewDateThatCannotBeIsRefusedInWords() {
        scenario.holdPlanningMeeting(made, reference);
        timers.fire(reference, "QuestionsLate");
        Map<String, String> refused = Map.of(
                "2026-10-04",
                        "New date: the host school has no pupils in school on that day. The next school day is Monday 5 October 2026.",
                "2026-10-08",
                        "New date: Wednesday 7 October 2026 is the last day that leaves the steps after it where they are. Please choose that or an earlier one.",
                "2026-10-02", "New date: please choose a day that is still to come.");
        // The question arises on Monday 5 October; two days before it, everything is still to come.
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 10, 2), LocalTime.NOON));

        refused.forEach(
                (day, words) -> assertThat(refusal(made.lead(), Map.of("whatHelps", "MORE_TIME", "newDate", day)))
                        .isEqualTo(words));
        assertThat(refusal(made.lead(), Map.of("whatHelps", "MORE_TIME"))).isEqualTo("New date: please fill this in.");
        assertThat(questions()).hasSize(1);
    }

    @Test
    void theLeadReviewersStepGoesToTheDeputyLeadOfTheTeam() {
        timers.fire(reference, "PlanningMeetingLate");

        decide(made.lead(), Map.of("whatHelps", "SOMEBODY_ELSE", "person", made.peerReviewer()));

        assertThat(task("HoldPlanningMeeting").getAssignee()).isEqualTo(made.peerReviewer());
        assertThat(task("HoldPlanningMeeting").getDueDate().toInstant()).isAfter(clock.instant());
        assertThat(told("decision")).containsExactlyInAnyOrder(made.leadReviewer(), made.hostHead());
        assertThat(say("decision", made.leadReviewer()).template()).isEqualTo("decision/somebody-else");
        assertThat(say("decision", made.leadReviewer()).values()).containsEntry("before", true);
        assertThat(SchoolTime.dateOf(timers.dueAt(reference, "PlanningMeetingLate")))
                .isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void theChampionsStepGoesToTheSpareOneAndTheHeadsToTheSeniorTeam() {
        scenario.walkToReport(made, reference);
        timers.fire(reference, "WorkshopDayArrives");
        timers.fire(reference, "WorkshopLate");
        assertThat(refusal(made.lead(), Map.of("whatHelps", "SOMEBODY_ELSE", "person", made.peerReviewer())))
                .startsWith("Who");
        decide(made.lead(), Map.of("whatHelps", "SOMEBODY_ELSE", "person", made.teacher('d')));
        assertThat(task("RunImprovementWorkshop").getAssignee()).isEqualTo(made.teacher('d'));
        decideToGiveBack("WorkshopLate", made.champion());

        scenario.runImprovementWorkshop(made, reference);
        scenario.reportTargetsToHead(made, reference);
        timers.fire(reference, "ReflectionDeadlinePassed");
        decide(made.lead(), Map.of("whatHelps", "SOMEBODY_ELSE", "person", made.deputy('a')));

        assertThat(task("AgreeActionPlan").getAssignee()).isEqualTo(made.deputy('a'));
        assertThat(told("decision")).contains(made.hostHead(), made.champion(), made.leadReviewer());
    }

    private void decideToGiveBack(String timer, String person) {
        timers.fire(reference, timer);
        decide(made.lead(), Map.of("whatHelps", "SOMEBODY_ELSE", "person", person));
    }

    @Test
    void whatGoesAheadAsItIsStaysOpenAndNobodyIsAskedAgain() {
        timers.fire(reference, "PlanningMeetingLate");

        decide(made.lead(), GO_AHEAD);

        assertThat(questions()).isEmpty();
        assertThat(task("HoldPlanningMeeting").getAssignee()).isEqualTo(made.leadReviewer());
        assertThat(told("decision")).containsExactly(made.leadReviewer());
        assertThat(say("decision", made.leadReviewer()).template()).isEqualTo("decision/go-ahead");
        assertThatThrownBy(() -> timers.dueAt(reference, "PlanningMeetingLate")).isInstanceOf(AssertionError.class);
    }

    @Test
    void aReviewIsCancelledWithAReasonThatStandsInTheRecordOnly() {
        timers.fire(reference, "PlanningMeetingLate");
        assertThat(refusal(made.lead(), Map.of("whatHelps", "CANCEL"))).isEqualTo("Reason: please fill this in.");

        decide(made.lead(), Map.of("whatHelps", "CANCEL", "reason", "Wagtail closes for good"));

        assertThat(timers.endOf(reference)).isEqualTo("ReviewCancelled");
        assertThat(review().isCancelled()).isTrue();
        assertThat(seats.occupants(review().id())).isEmpty();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count())
                .isZero();
        assertThat(decisions.allOf(review()))
                .extracting(LateDecision::reason)
                .containsExactly("Wagtail closes for good");
        assertThat(ColumnsThatHold.text(source, "ACT_", "Wagtail").hits()).isEmpty();
        assertThat(ColumnsThatHold.text(source, "NOTICE", "Wagtail").hits()).isEmpty();
    }

    @Test
    void afterTheFeedbackNothingIsCancelledAnyMore() {
        scenario.walkToFeedback(made, reference);
        timers.fire(reference, "ReportLate");

        Rest lead = new Rest(port, made.lead());
        assertThat(value(lead.form(lead.task(reference, QUESTION, made.lead())), "choiceOptions"))
                .contains("GO_AHEAD")
                .doesNotContain("CANCEL");
        assertThat(refusal(made.lead(), Map.of("whatHelps", "CANCEL", "reason", "No")))
                .startsWith("What helps?");
        assertThatThrownBy(() -> cancel.now(reference)).isInstanceOf(DatesRefused.class);
    }

    @Test
    void aReviewIsCancelledFromOutsideInTheSameWayAndOnlyOnce() {
        timers.fire(reference, "PlanningMeetingLate");

        cancel.now(reference);
        cancel.now(reference);

        assertThat(timers.endOf(reference)).isEqualTo("ReviewCancelled");
        assertThat(seats.occupants(review().id())).isEmpty();
        assertThat(questions()).isEmpty();
    }

    @Test
    void ofTheLeadsOwnSchoolTheDeputyDecides() {
        String own = startReviewAtTheLeadsSchool(made.leadReviewer());

        timers.fire(own, "PlanningMeetingLate");

        assertThat(scenario.open(own, QUESTION, made.deputyLead())).isNotNull();
    }

    @Test
    void aLeadWhoHasTheLateStepDoesNotDecideAboutIt() {
        String led = startReviewAtSchoolB(made.lead(), LocalDate.of(2026, 10, 15));

        timers.fire(led, "PlanningMeetingLate");
        assertThat(scenario.open(led, QUESTION, made.deputyLead())).isNotNull();

        timers.fire(led, "PlanningGate");
        assertThat(scenario.open(led, "DecideOnVisit", made.deputyLead())).isNotNull();
    }

    @Test
    void whileTheLeadIsAwayTheDeputyDecidesAndWithoutAnybodyAnAdministrator() {
        partnerships.ofTheInstallation(Role.ADMIN);
        absences.enter(made.lead(), LocalDate.of(2026, 9, 28), LocalDate.of(2026, 9, 28), made.lead());
        timers.fire(reference, "PlanningMeetingLate");
        assertThat(question(made.deputyLead())).isNotNull();

        absences.enter(made.deputyLead(), LocalDate.of(2026, 9, 28), LocalDate.of(2026, 9, 29), made.deputyLead());

        String decides = anybodysQuestion().getAssignee();
        assertThat(roles.heldBy(decides)).extracting(RoleHeld::role).contains(Role.ADMIN);
        scenario.decideWhatHelps(reference, decides, GO_AHEAD);
        assertThat(questions()).isEmpty();
    }

    @Test
    void whatIsOpenIsHandedOnWhenItsPersonGoesAwayNowOrLater() {
        timers.fire(reference, "PlanningMeetingLate");

        absences.enter(made.lead(), LocalDate.of(2026, 9, 29), LocalDate.of(2026, 10, 2), made.lead());
        assertThat(question(made.lead())).isNotNull();
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 29), LocalTime.of(7, 30)));
        handOn.ofThoseAwayToday();

        assertThat(anybodysQuestion().getAssignee()).isEqualTo(made.deputyLead());
        handOn.ofThoseAwayToday();
        assertThat(anybodysQuestion().getAssignee()).isEqualTo(made.deputyLead());
    }

    @Test
    void aQuestionPastItsDayReachesTheDeputyByMail() {
        timers.fire(reference, "PlanningMeetingLate");
        timers.fire(reference, "NobodyHasDecided");

        assertThat(told("decision-open")).containsExactly(made.deputyLead());
        assertThat(say("decision-open", made.deputyLead())).satisfies(letter -> {
            assertThat(letter.template()).isEqualTo("decision/still-open");
            assertThat(letter.values())
                    .containsEntry("who", TestPartnership.nameOf(made.lead()))
                    .containsEntry("since", LocalDate.of(2026, 9, 28));
        });
        decide(made.lead(), GO_AHEAD);
        assertThat(reason("decision-open", made.deputyLead())).isEqualTo("It is decided.");
    }

    @Test
    void theGateTakesThePlaceOfTheEarlierQuestionAndIsNotForgottenEither() {
        timers.fire(reference, "PlanningMeetingLate");
        timers.fire(reference, "PlanningGate");

        assertThat(questions()).isEmpty();
        assertThat(task("DecideOnVisit").getAssignee()).isEqualTo(made.lead());
        timers.fire(reference, "VisitNotDecided");
        assertThat(told("visit-undecided")).containsExactly(made.deputyLead());
        assertThat(say("visit-undecided", made.deputyLead()).template()).isEqualTo("decision/visit-undecided");
        scenario.decideOnVisit(reference, made.lead(), "GO_AHEAD");
        assertThat(reason("visit-undecided", made.deputyLead())).isEqualTo("It is decided.");
    }

    @Test
    void aVisitThatMovesAsksNothingAndComesBackIfItIsLateAgain() {
        timers.fire(reference, "PlanningMeetingLate");

        move.visit(reference, LocalDate.of(2026, 11, 5));

        assertThat(questions()).isEmpty();
        assertThat(decisions.allOf(review())).extracting(LateDecision::outcome).containsExactly(Outcome.OVERTAKEN);
        timers.fire(reference, "PlanningMeetingLate");
        assertThat(question(made.lead())).isNotNull();
    }

    @Test
    void twoQuestionsOfOneReviewAreTwoTasksAndCloseEachForItself() {
        scenario.walkToFeedback(made, reference);
        timers.fire(reference, "WorkshopDayArrives");
        timers.fire(reference, "WorkshopLate");
        timers.fire(reference, "ReportLate");
        assertThat(questions()).hasSize(2);

        scenario.writeReport(made, reference);

        assertThat(question(made.lead()).getName()).contains("improvement workshop");
    }

    @Test
    void thePageOfTheReviewShowsItToThoseInChargeOnly() {
        timers.fire(reference, "PlanningMeetingLate");

        assertThat(page(made.lead(), "/review/" + reference))
                .contains("Needs a decision", "/task/" + question(made.lead()).getId());
        for (String other : List.of(made.hostHead(), made.leadReviewer(), made.peerReviewer(), made.champion())) {
            assertThat(page(other, "/review/" + reference)).as(other).doesNotContain("Needs a decision");
        }
    }

    @Test
    void peopleSayForThemselvesThatTheyAreAwayAndLeadsForTheirPartnership() {
        Browser teacher = signedIn(made.teacher('b'));
        assertThat(teacher.get("/away").body()).doesNotContain("<select");
        assertThat(teacher.post("/away", away(made.lead())).status()).isEqualTo(404);
        assertThat(teacher.post("/away", away(made.teacher('b'))).status()).isLessThan(400);
        Browser lead = signedIn(made.lead());
        assertThat(lead.get("/away").body())
                .contains(
                        TestPartnership.nameOf(made.teacher('b')),
                        "Monday 14 September 2026 to Friday 18 September 2026");
        Made others = partnerships.make();
        assertThat(lead.post("/away", away(others.lead())).status()).isEqualTo(404);
        assertThat(lead.post("/away", Map.of("person", made.lead(), "first", "2026-09-20", "last", "2026-09-16"))
                        .body())
                .contains("The last day is before the first.");

        UUID known = absences.ahead(List.of(made.teacher('b'))).get(0).id();
        teacher.post("/away/take-back", Map.of("person", made.teacher('b'), "absence", known.toString()));
        assertThat(absences.ahead(List.of(made.teacher('b')))).isEmpty();
    }

    private static Map<String, String> away(String person) {
        return Map.of("person", person, "first", "2026-09-14", "last", "2026-09-18");
    }

    private void decide(String person, Map<String, Object> answer) {
        Rest rest = new Rest(port, person);
        Rest.Reply reply = rest.complete(rest.task(reference, QUESTION, person), answer);
        assertThat(reply.status()).as(reply.body()).isEqualTo(204);
    }

    private String refusal(String person, Map<String, Object> answer) {
        Rest rest = new Rest(port, person);
        Rest.Reply reply = rest.complete(rest.task(reference, QUESTION, person), answer);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        return reply.message();
    }

    private static String value(JsonNode form, String key) {
        return form.path(key).path("value").asText();
    }

    private Task question(String person) {
        return scenario.open(reference, QUESTION, person);
    }

    private Task anybodysQuestion() {
        return task(QUESTION);
    }

    private Task task(String activity) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(activity)
                .singleResult();
    }

    private List<Task> questions() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(QUESTION)
                .list();
    }

    private List<String> told(String occasion) {
        return notices(occasion).stream().map(Notice::recipient).distinct().toList();
    }

    /** Of this review; the latest last. */
    private List<Notice> notices(String occasion) {
        List<String> subjects = new ArrayList<>(List.of(reference));
        decisions.allOf(review()).forEach(one -> subjects.add(one.id().toString()));
        return database.sql(
                        "select id, occasion, subject, turn, recipient, since from notice where occasion = :occasion and subject in (:subjects) order by since, subject, turn, recipient")
                .param("occasion", occasion)
                .param("subjects", subjects)
                .query((row, number) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getString("occasion"),
                        row.getString("subject"),
                        row.getString("turn"),
                        row.getString("recipient"),
                        clock.instant()))
                .list();
    }

    private Object now(String occasion, String recipient) {
        Notice notice = notices(occasion).stream()
                .filter(one -> one.recipient().equals(recipient))
                .reduce((one, later) -> later)
                .orElseThrow();
        return occasions.stream()
                .filter(one -> one.name().equals(occasion))
                .findFirst()
                .orElseThrow()
                .now(notice);
    }

    private Letter say(String occasion, String recipient) {
        return (Letter) now(occasion, recipient);
    }

    private String reason(String occasion, String recipient) {
        return ((NothingToSay) now(occasion, recipient)).reason();
    }

    private String startReviewAtTheLeadsSchool(String leadReviewer) {
        return started(made.school('d'), leadReviewer, made.deputy('a'), LocalDate.of(2026, 10, 15));
    }

    private String startReviewAtSchoolB(String leadReviewer, LocalDate visit) {
        return started(made.school('b'), leadReviewer, made.deputy('a'), visit);
    }

    private String started(String host, String leadReviewer, String peer, LocalDate visit) {
        Map<Duty, List<String>> team = new HashMap<>();
        team.put(Duty.LEAD_REVIEWER, List.of(leadReviewer));
        team.put(Duty.PEER_REVIEWER, List.of(peer));
        team.put(Duty.IMPROVEMENT_CHAMPION, List.of(made.teacher('c')));
        return start.as(new PlannedReview(made.id(), host, "A focus", visit, visit, Map.of(), team));
    }

    private Review review() {
        return reviews.of(reference);
    }

    private String page(String person, String path) {
        return signedIn(person).get(path).body();
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
