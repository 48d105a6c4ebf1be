package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.notification.Letter;
import org.criticalfriend.notification.NothingToSay;
import org.criticalfriend.notification.Notice;
import org.criticalfriend.notification.ToSay;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A head's steps belong to the place: they go to the next head, and wait, with those in charge knowing, while there is none. */
@ApplicationTest
class HeadsComeAndGoTest {

    private static final String SELF_REVIEW = "CompleteSelfReview";

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

    @Autowired
    OpenDecisions decisions;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService instances;

    @Autowired
    MailOfMissingHead mail;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsPlanned() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void whenAHeadLeavesTheirStepsWaitThoseInChargeHearOfItAndTheNextHeadFindsThem() {
        leaves(made.hostHead());

        assertThat(task(SELF_REVIEW).getAssignee()).isNull();
        assertThat(tasks.createTaskQuery().taskAssignee(made.hostHead()).count())
                .isZero();
        assertThat(told()).extracting(Notice::recipient).containsExactly(made.lead());
        assertThat(say()).isInstanceOfSatisfying(Letter.class, letter -> assertThat(letter.values())
                .containsEntry("partnership", made.id())
                .containsEntry("reference", reference));

        roles.appoint(RoleHeld.in(made.school('a'), Role.HEAD, made.deputy('a')));

        assertThat(task(SELF_REVIEW).getAssignee()).isEqualTo(made.deputy('a'));
        assertThat(toldOfTasks(made.deputy('a')))
                .containsExactly(task(SELF_REVIEW).getId());
        assertThat(say()).isEqualTo(new NothingToSay("The school has a head again."));
        scenario.handIn(
                reference,
                SELF_REVIEW,
                made.deputy('a'),
                form -> Map.of("statements", List.of(Map.of("text", "We do it well", "howWeKnow", "We have looked"))));
    }

    @Test
    void aStepThatOpensWhileThereIsNoHeadWaitsForTheNextOne() {
        scenario.walkToFeedback(made, reference);
        leaves(made.hostHead());

        scenario.runImprovementWorkshop(made, reference);

        assertThat(task("AgreeActionPlan").getAssignee()).isNull();
        roles.appoint(RoleHeld.in(made.school('a'), Role.HEAD, made.deputy('a')));
        assertThat(task("AgreeActionPlan").getAssignee()).isEqualTo(made.deputy('a'));
    }

    @Test
    void whenOneHeadFollowsAnotherAtOnceNobodyIsWorried() {
        RoleHeld before = RoleHeld.in(made.school('a'), Role.HEAD, made.hostHead());

        transaction.executeWithoutResult(status -> {
            roles.dismiss(before);
            roles.appoint(RoleHeld.in(made.school('a'), Role.HEAD, made.deputy('a')));
        });

        assertThat(task(SELF_REVIEW).getAssignee()).isEqualTo(made.deputy('a'));
        assertThat(told()).allSatisfy(notice -> assertThat(mail.now(notice)).isInstanceOf(NothingToSay.class));
    }

    @Test
    void aHeadOfWhomSomethingElseChangesKeepsWhatTheyHave() {
        decisions.give(reference, SELF_REVIEW, made.deputy('a'));
        Person head = people.find(made.hostHead()).orElseThrow();

        people.change(head.withPhone("01632 960123"));

        assertThat(task(SELF_REVIEW).getAssignee()).isEqualTo(made.deputy('a'));
        assertThat(told()).isEmpty();
    }

    @Test
    void whatWasGivenToSomebodyElseGoesBackToTheHeadWhenTheyLeave() {
        decisions.give(reference, SELF_REVIEW, made.deputy('a'));

        leaves(made.deputy('a'));

        assertThat(task(SELF_REVIEW).getAssignee()).isEqualTo(made.hostHead());
    }

    @Test
    void helpOfSomebodyWhoLeavesIsNotPossibleAnyMoreAndNobodyIsAskedAboutIt() {
        supportBy(made.teacher('c'));
        scenario.handIn(reference, "AgreeToSupport", made.teacher('c'), form -> Map.of("answer", "YES"));

        leaves(made.teacher('c'));

        assertThat(support().state()).isEqualTo(Support.State.DECLINED);
        assertThat(instances
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .processDefinitionKey("support")
                        .count())
                .isZero();
    }

    @Test
    void whetherSomebodyCanBeSparedIsForTheNextHeadToSay() {
        supportBy(made.teacher('c'));
        scenario.handIn(reference, "AgreeToSupport", made.teacher('c'), form -> Map.of("answer", "YES"));

        leaves(made.head('c'));
        assertThat(task("ReleaseSupporter").getAssignee()).isNull();
        roles.appoint(RoleHeld.in(made.school('c'), Role.HEAD, made.deputy('c')));

        scenario.handIn(reference, "ReleaseSupporter", made.deputy('c'), form -> Map.of("answer", "YES"));
        assertThat(support().state()).isEqualTo(Support.State.AGREED);
    }

    @Test
    void nobodyWaitsForSeniorStaffWhoHaveLeft() {
        scenario.walkToFeedback(made, reference);
        timers.fire(reference, "WorkshopDayArrives");
        scenario.handIn(
                reference,
                "RunImprovementWorkshop",
                made.champion(),
                form -> Map.of(
                        "heldOn", SchoolTime.today(clock).toString(),
                        "seniorStaff", List.of(made.deputy('a')),
                        "targets", List.of(Map.of("text", "We ask more", "origin", "COMMITMENT")),
                        "commitment", "One question more in every lesson."));

        leaves(made.deputy('a'));

        assertThat(task("ReportTargetsAsSeniorStaff")).isNull();
        assertThat(outcomes.toldIn(review())).isEmpty();
        scenario.agreeActionPlan(made, reference);
    }

    @Test
    void aReviewOfASchoolWithoutAHeadIsNotStarted() {
        Made others = partnerships.make();
        leaves(others.hostHead());

        assertThatThrownBy(() -> partnerships.startReview(others, TestPartnership.VISIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("has no head in the register. Enter who is head, then start the review.");
    }

    private void leaves(String person) {
        people.change(people.find(person).orElseThrow().leaving(SchoolTime.today(clock)));
    }

    private Review review() {
        return reviews.of(reference);
    }

    private Task task(String activity) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(activity)
                .singleResult();
    }

    private Support support() {
        return outcomes.supportOf(review()).get(0);
    }

    private void supportBy(String supporter) {
        scenario.walkToFeedback(made, reference);
        scenario.runImprovementWorkshop(made, reference);
        scenario.handIn(reference, "AgreeActionPlan", made.hostHead(), form -> {
            Map<String, Object> action = new LinkedHashMap<>();
            action.put("what", "Try it");
            action.put("origin", "COMMITMENT");
            action.put("owner", "Deputy head");
            action.put("due", "2026-12-01");
            action.put("support", "A lesson to watch");
            action.put("supporter", supporter);
            action.put("supportBy", "2026-11-20");
            return Map.of("actions", List.of(action));
        });
        timers.runWaiting(reference);
    }

    private List<String> toldOfTasks(String person) {
        return database.sql("select subject from notice where occasion = 'task' and recipient = ? order by since")
                .param(person)
                .query(String.class)
                .list();
    }

    private List<Notice> told() {
        return database.sql(
                        "select id, occasion, subject, turn, recipient, since from notice where occasion = ? and subject = ?")
                .params(mail.name(), reference)
                .query((row, number) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getString("occasion"),
                        row.getString("subject"),
                        row.getString("turn"),
                        row.getString("recipient"),
                        clock.instant()))
                .list();
    }

    private ToSay say() {
        return mail.now(told().get(0));
    }
}
