package org.criticalfriend.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.review.LiveActions;
import org.criticalfriend.review.LiveActions.LiveAction;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.criticalfriend.year.PartnershipYear.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What schools agreed to do comes back in every half-term, and the heads talk about it. The year is published without any review of its
 * own; one of the same partnership has been followed up in December. The second half-term ends on Friday 18 December 2026, the third on
 * 12 February 2027, the last on Wednesday 21 July 2027.
 */
@ApplicationTest
class LiveActionsTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    YearScenario years;

    @Autowired
    PlannedYears records;

    @Autowired
    LiveActions live;

    @Autowired
    Timers timers;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService instances;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewHasLeftAnActionAndAYearIsPublished() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 8), LocalTime.of(9, 0)));
        made = partnerships.make();
        String review = partnerships.startReview(made, TestPartnership.VISIT);
        timers.runWaiting(review);
        scenario.walkToReport(made, review);
        scenario.checkReport(made, review, true);
        scenario.agreeActionPlan(made, review);
        timers.fire(review, "FollowUpDayArrives");
        scenario.handIn(
                review,
                "HoldFollowUpMeeting",
                made.champion(),
                form -> Map.of(
                        "heldOn", SchoolTime.today(clock).toString(),
                        "progress",
                                List.of(Map.of("action", "1. Try it", "status", "AT_RISK", "evidence", "Twice only")),
                        "goalNow", "Nearly."));
        reference = publishedYear();
    }

    /** As if agreed with every school left out: the rounds do not depend on the year's own reviews. */
    private String publishedYear() {
        PartnershipYear year = PartnershipYear.planned(made.id(), YEAR, SchoolTime.today(clock));
        records.add(year, made.lead(), clock.instant());
        records.move(records.find(year.reference()).orElseThrow(), State.PLANNING, State.PUBLISHED);
        instances
                .createProcessInstanceByKey(PlanningDay.PROCESS)
                .businessKey(year.reference())
                .startBeforeActivity("YearGoesOn")
                .execute();
        return year.reference();
    }

    private Task update() {
        return scenario.open(reference, "UpdateLiveActions", made.head('a'));
    }

    /** The one row of the list as the form opens with it, and how it is going. */
    private Map<String, Object> row(String status, Optional<String> evidence) {
        SpinJsonNode opens = scenario.form(update())
                .getValue("progress", SpinJsonNode.class)
                .elements()
                .get(0);
        Map<String, Object> row = new HashMap<>();
        row.put("action", opens.prop("action").stringValue());
        row.put("about", opens.prop("about").stringValue());
        row.put("status", status);
        evidence.ifPresent(words -> row.put("evidence", words));
        return Map.of("progress", List.of(row));
    }

    private Map<String, Object> row(String status, String evidence) {
        return row(status, Optional.of(evidence));
    }

    private LiveAction action() {
        return live.of(made.id()).get(0);
    }

    @Test
    void twoWeeksBeforeTheEndOfAHalfTermTheHeadFindsWhatIsOpenByThePenultimateFriday() {
        assertThat(years.halfTermEnds(reference)).isEqualTo(LocalDate.of(2026, 12, 4));

        assertThat(update().getDueDate())
                .isEqualTo(java.util.Date.from(SchoolTime.at(LocalDate.of(2026, 12, 11), LocalTime.of(17, 0))));
        assertThat(scenario.open(reference, "HoldClusterMeeting", made.lead()).getDueDate())
                .isEqualTo(java.util.Date.from(SchoolTime.at(LocalDate.of(2026, 12, 18), LocalTime.of(17, 0))));
        assertThat(years.tasks(reference, "UpdateLiveActions"))
                .as("the other schools have nothing to look at")
                .hasSize(1);
        SpinJsonNode first = scenario.form(update())
                .getValue("progress", SpinJsonNode.class)
                .elements()
                .get(0);
        assertThat(first.prop("action").stringValue()).isEqualTo("Try it");
        assertThat(first.prop("status").stringValue()).isEqualTo("AT_RISK");
        assertThat(first.prop("evidence").stringValue()).isEqualTo("Twice only");
    }

    @Test
    void whatIsNotDoneComesBackInTheNextHalfTermAndWhatIsDoneDoesNot() {
        years.halfTermEnds(reference);
        scenario.handIn(update(), row("ON_TRACK", "Every week now"));
        assertThat(action().status()).hasValue("ON_TRACK");

        timers.fire(PlanningDay.PROCESS, reference, "NextHalfTermEnds");
        assertThat(SchoolTime.today(clock)).isEqualTo(LocalDate.of(2027, 1, 29));
        timers.fire(PlanningDay.PROCESS, reference, "HalfTermEnds");
        assertThat(scenario.open(reference, "HoldClusterMeeting", made.lead()))
                .as("the meeting that was not noted is asked for once, not twice")
                .isNotNull();
        scenario.handIn(update(), row("DONE", "It is what we do"));

        timers.fire(PlanningDay.PROCESS, reference, "NextHalfTermEnds");
        timers.fire(PlanningDay.PROCESS, reference, "HalfTermEnds");
        assertThat(live.of(made.id())).isEmpty();
        assertThat(years.tasks(reference, "UpdateLiveActions")).isEmpty();
        assertThat(years.tasks(reference, "HoldClusterMeeting")).isEmpty();
    }

    @Test
    void anActionIsDroppedOnlyForAReason() {
        years.halfTermEnds(reference);

        assertThatThrownBy(() -> scenario.handIn(update(), row("DROPPED", Optional.empty())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("please say why it is dropped");
        scenario.handIn(update(), row("DROPPED", "The new scheme does it for us"));

        assertThat(live.of(made.id())).isEmpty();
    }

    @Test
    void theListThatHasChangedMeanwhileIsNotOverwritten() {
        years.halfTermEnds(reference);
        LiveAction seen = action();
        Map<String, Object> answer = row("ON_TRACK", "Every week now");
        live.update(List.of(seen.with(Optional.empty(), "DONE", Optional.empty())));

        assertThatThrownBy(() -> scenario.handIn(update(), answer))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rows cannot be added or taken away");
        assertThat(live.of(made.id())).isEmpty();
    }

    @Test
    void theLeadNotesWhenTheHeadsMet() {
        years.halfTermEnds(reference);
        Supplier<Task> meeting = () -> scenario.open(reference, "HoldClusterMeeting", made.lead());
        assertThatThrownBy(() -> scenario.handIn(meeting.get(), Map.of("meeting", "HELD", "heldOn", "2026-12-10")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("this day is still to come");
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 12, 15), LocalTime.of(18, 0)));

        scenario.handIn(meeting.get(), Map.of("meeting", "HELD", "heldOn", "2026-12-14"));

        assertThat(records.meetings(made.id())).containsExactly(LocalDate.of(2026, 12, 14));
    }

    @Test
    void headsAndThoseInChargeReadTheAgendaAndNobodyElseDoes() {
        String agenda = "/partnership/%s/agenda".formatted(made.id());
        for (String reader : List.of(made.lead(), made.deputyLead(), made.head('b'))) {
            Browser browser = new Browser(port);
            browser.signIn(reader, TestPartnership.PASSWORD);
            assertThat(browser.get(agenda).body()).contains("Try it", "at risk", "Twice only");
            assertThat(browser.get("/").body()).contains(agenda);
        }
        for (String other :
                List.of(made.teacher('a'), made.deputy('b'), partnerships.make().lead())) {
            Browser browser = new Browser(port);
            browser.signIn(other, TestPartnership.PASSWORD);
            assertThat(browser.get(agenda).status()).isEqualTo(404);
            assertThat(browser.get("/").body()).doesNotContain(agenda);
        }
    }

    @Test
    void theAgendaBringsTogetherWhatSeveralSchoolsNeed() {
        database.sql(
                        "update action set theme = 'Reading' where review in (select id from review where partnership = ?)")
                .param(made.id())
                .update();
        Browser head = new Browser(port);
        head.signIn(made.head('c'), TestPartnership.PASSWORD);

        assertThat(head.get("/partnership/%s/agenda".formatted(made.id())).body())
                .contains("What could be learned together", "Reading");
    }

    @Test
    void theYearGoesOnUntilItsLastHalfTermHasBeenLookedAtAndThenIsOver() {
        years.halfTermEnds(reference);
        scenario.handIn(update(), row("DONE", "It is what we do"));
        scenario.handIn(reference, "HoldClusterMeeting", made.lead(), form -> Map.of("meeting", "NOT_HELD"));
        assertThat(years.state(reference)).isEqualTo("PUBLISHED");

        assertThat(years.untilOver(reference, 7)).last().isEqualTo(LocalDate.of(2027, 7, 9));

        assertThat(years.state(reference)).isEqualTo("ENDED");
        assertThat(instances
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .count())
                .isZero();
    }

    @Test
    void aLaterYearThatIsPublishedLooksAfterWhatIsOpen() {
        PartnershipYear next = PartnershipYear.planned(made.id(), YEAR.plus(1), SchoolTime.today(clock));
        records.add(next, made.lead(), clock.instant());
        records.move(records.find(next.reference()).orElseThrow(), State.PLANNING, State.PUBLISHED);

        years.untilOver(reference, 7);

        assertThat(years.state(reference)).isEqualTo("ENDED");
        assertThat(live.of(made.id())).as("it is still open, in the record").hasSize(1);
    }
}
