package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Refusal;
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

/** F26, G27, G30: an offer of support is agreed by the supporter and their head, and then given; or it is not possible this time. */
@ApplicationTest
class SupportTest {

    private static final LocalDate BY = LocalDate.of(2026, 11, 20);

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

    @Autowired
    StartSupport start;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    private Made made;
    private String reference;

    @BeforeEach
    void theTargetsAreSet() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToFeedback(made, reference);
        scenario.runImprovementWorkshop(made, reference);
    }

    @Test
    void theSupporterAndTheirHeadSayYesAndTheSupportIsGiven() {
        planWith(made.teacher('c'), BY);

        scenario.handIn(reference, "AgreeToSupport", made.teacher('c'), form -> {
            assertThat(form.get("support")).isEqualTo("A lesson to watch");
            assertThat(form.get("action")).isEqualTo("Try it");
            return Map.of("answer", "YES");
        });
        assertThat(support().state()).isEqualTo(Support.State.ACCEPTED);
        scenario.handIn(reference, "ReleaseSupporter", made.head('c'), form -> Map.of("answer", "YES"));
        assertThat(support().state()).isEqualTo(Support.State.AGREED);
        Task give = scenario.open(reference, "GiveSupport", made.teacher('c'));
        assertThat(give.getDueDate().toInstant()).isEqualTo(SchoolTime.at(BY, LocalTime.of(17, 0)));
        scenario.handIn(
                reference, "GiveSupport", made.teacher('c'), form -> Map.of("given", true, "done", "Two lessons seen"));

        assertThat(support().state()).isEqualTo(Support.State.GIVEN);
        assertThat(ended("SupportGiven")).isTrue();
        assertThat(as(made.hostHead())
                        .get("/review/" + reference + "/action-plan")
                        .body())
                .contains("given")
                .contains("Two lessons seen");
    }

    @Test
    void aHeadWhoHelpsNeedsNobodysLeave() {
        planWith(made.head('c'), BY);

        scenario.handIn(reference, "AgreeToSupport", made.head('c'), form -> Map.of("answer", "YES"));

        assertThat(support().state()).isEqualTo(Support.State.AGREED);
        assertThat(scenario.open(reference, "GiveSupport", made.head('c'))).isNotNull();
    }

    @Test
    void whoeverCannotHelpSaysSoWithoutAReason() {
        planWith(made.teacher('c'), BY);

        scenario.handIn(reference, "AgreeToSupport", made.teacher('c'), form -> Map.of("answer", "NO"));

        assertThat(support().state()).isEqualTo(Support.State.DECLINED);
        assertThat(ended("SupportDeclined")).isTrue();
        assertThat(as(made.hostHead())
                        .get("/review/" + reference + "/action-plan")
                        .body())
                .contains("not possible this time");
    }

    @Test
    void aSchoolThatNeedsItsPeopleItselfSaysSo() {
        planWith(made.teacher('c'), BY);
        scenario.handIn(reference, "AgreeToSupport", made.teacher('c'), form -> Map.of("answer", "YES"));

        scenario.handIn(reference, "ReleaseSupporter", made.head('c'), form -> Map.of("answer", "NO"));

        assertThat(support().state()).isEqualTo(Support.State.DECLINED);
        assertThat(ended("SupporterIsNeeded")).isTrue();
    }

    @Test
    void askedTwiceIsAskedOnce() {
        planWith(made.teacher('c'), BY);

        start.of(reviews.of(reference));

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey("AgreeToSupport")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void supportThatIsAgreedAfterItsDayIsDueSoon() {
        LocalDate soon = SchoolTime.today(clock).plusDays(1);
        planWith(made.head('c'), soon);
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 11, 4), LocalTime.of(9, 0)));

        scenario.handIn(reference, "AgreeToSupport", made.head('c'), form -> Map.of("answer", "YES"));

        assertThat(scenario.open(reference, "GiveSupport", made.head('c'))
                        .getDueDate()
                        .toInstant())
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 11, 6), LocalTime.of(17, 0)));
    }

    @Test
    void nobodyOfTheHostCanBeAskedAndWhoIsAskedHasToKnowWhatFor() {
        assertThatThrownBy(() -> planWith(made.teacher('a'), BY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scenario.handIn(reference, "AgreeActionPlan", made.hostHead(), form -> {
                    Map<String, Object> action = action(made.teacher('c'), BY);
                    action.remove("support");
                    return Map.of("actions", List.of(action));
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage("Actions, row 1, Support offered: please fill this in.");
        assertThat(outcomes.supportOf(reviews.of(reference))).isEmpty();
    }

    @Test
    void aVisitThatBelongsToNoActionIsArrangedOnAPage() {
        String path = "/review/" + reference + "/support";
        Browser champion = as(made.champion());
        assertThat(champion.get("/review/" + reference).body()).contains("Arrange a support visit");
        assertThat(champion.get(path).body()).contains(TestPartnership.nameOf(made.teacher('c')));

        assertThat(champion.post(path, Map.of("who", made.teacher('a'), "what", "A visit", "byWhen", BY.toString()))
                        .body())
                .contains("Please choose somebody to ask.");
        assertThat(champion.post(path, Map.of("who", made.teacher('c'), "what", "A visit", "byWhen", "2026-09-01"))
                        .body())
                .contains("Please choose a day that is still to come.");
        assertThat(champion.post(path, Map.of("who", made.teacher('c'), "what", "A visit", "byWhen", BY.toString()))
                        .status())
                .isEqualTo(302);

        assertThat(support().action()).isNull();
        assertThat(scenario.open(reference, "AgreeToSupport", made.teacher('c')))
                .isNotNull();
        assertThat(as(made.hostHead()).get(path).body()).contains("A visit");
        for (String other : List.of(made.leadReviewer(), made.deputy('a'), made.lead(), made.teacher('c'))) {
            assertThat(as(other).get(path).status()).as(other).isEqualTo(404);
            assertThat(as(other)
                            .post(path, Map.of("who", made.teacher('c'), "what", "A visit", "byWhen", BY.toString()))
                            .status())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    private void planWith(String supporter, LocalDate by) {
        scenario.handIn(
                reference,
                "AgreeActionPlan",
                made.hostHead(),
                form -> Map.of("actions", List.of(action(supporter, by))));
        timers.runWaiting(reference);
    }

    private static Map<String, Object> action(String supporter, LocalDate by) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("what", "Try it");
        action.put("origin", "COMMITMENT");
        action.put("owner", "Deputy head");
        action.put("due", "2026-12-01");
        action.put("support", "A lesson to watch");
        action.put("supporter", supporter);
        action.put("supportBy", by.toString());
        return action;
    }

    private Support support() {
        List<Support> all = outcomes.supportOf(reviews.of(reference));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private boolean ended(String end) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(reference)
                                .processDefinitionKey("support")
                                .finished()
                                .singleResult()
                                .getId())
                        .activityId(end)
                        .count()
                == 1;
    }

    private Browser as(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
