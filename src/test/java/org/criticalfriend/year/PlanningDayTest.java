package org.criticalfriend.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.planning.Alternative;
import org.criticalfriend.planning.SeatToFill;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.criticalfriend.year.PartnershipYear.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;

/** A year is proposed, changed, agreed and published. */
@ApplicationTest
class PlanningDayTest {

    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    PlanningDay day;

    @Autowired
    Roles roles;

    @Autowired
    PlannedYears years;

    @Autowired
    SearchForPlans search;

    @Autowired
    Timers timers;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    SeatsAreLookedAfter seats;

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
    void aYearIsStarted() {
        clock.moveTo(SchoolTime.at(TODAY, LocalTime.of(9, 0)));
        made = partnerships.makeLarge();
        reference = day.start(made.id(), YEAR, TODAY, made.lead()).reference();
        timers.runWaiting(reference);
    }

    private PlanningDay.Seen seen() {
        return day.seen(made.id(), YEAR, made.lead());
    }

    private PlanningDay.Seen proposed() {
        search.run();
        return seen();
    }

    private int version() {
        return seen().year().version();
    }

    private void agree() {
        scenario.handIn(reference, "HoldPlanningDay", made.lead(), form -> Map.of("decision", "AGREE"));
        timers.runWaiting(reference);
    }

    private List<String> reviews() {
        return database.sql("select reference from review where partnership = ? order by reference")
                .param(made.id())
                .query(String.class)
                .list();
    }

    @Test
    void theLeadGetsThePlanningDayOnceThereIsAPlan() {
        assertThat(scenario.open(reference, "HoldPlanningDay", made.lead())).isNull();

        PlanningDay.Seen seen = proposed();

        assertThat(seen.plan().visited()).hasSize(8);
        assertThat(PlanningDay.against(seen)).isEmpty();
        assertThat(scenario.open(reference, "HoldPlanningDay", made.lead()).getDueDate())
                .isEqualTo(java.util.Date.from(SchoolTime.at(LocalDate.of(2026, 9, 28), LocalTime.of(17, 0))));
    }

    @Test
    void anAgreedYearStartsOneReviewPerSchoolWithAllDaysAndSeats() {
        PlanOfYear plan = proposed().plan();

        agree();

        assertThat(reviews()).hasSize(8);
        assertThat(instances.createProcessInstanceQuery().processDefinitionKey(StartReview.PROCESS).list().stream()
                        .filter(one -> one.getBusinessKey().startsWith(made.id())))
                .hasSize(8);
        plan.visited().forEach(host -> {
            LocalDate visit =
                    plan.day(host, AppointmentKind.VISIT).orElseThrow().first();
            assertThat(database.sql("select visit_first from review where partnership = ? and host = ?")
                            .params(made.id(), host)
                            .query(LocalDate.class)
                            .single())
                    .isEqualTo(visit);
            assertThat(plan.teamAt(host))
                    .containsKeys(
                            Duty.LEAD_REVIEWER,
                            Duty.PEER_REVIEWER,
                            Duty.IMPROVEMENT_CHAMPION,
                            Duty.RESERVE_REVIEWER,
                            Duty.SPARE_IMPROVEMENT_CHAMPION);
        });
        assertThat(seats.faults(made.id())).isEmpty();
        assertThat(years.find(reference).orElseThrow().state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void aHeadReleasesTheSchoolsPeopleWithOneTick() {
        proposed();
        agree();
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("AgreeOurDuties")
                .taskAssignee(made.head('b'))
                .singleResult();

        assertThat(scenario.form(task).getValue("duties", SpinJsonNode.class).elements())
                .isNotEmpty();
        assertThatThrownBy(() -> scenario.handIn(task, Map.of("note", "We shall see.")))
                .isInstanceOf(Refusal.class);
        scenario.handIn(task, Map.of("released", true, "note", "Our deputy is back in May."));

        assertThat(years.releases(years.find(reference).orElseThrow()))
                .containsExactly(new PlannedYears.Release(made.school('b'), Optional.of("Our deputy is back in May.")));
    }

    @Test
    void whatIsSettledStaysWhenTheRestIsProposedAgain() {
        PlanningDay.Seen first = proposed();
        String host = made.school('a');
        SeatToFill lead = new SeatToFill(host, Duty.LEAD_REVIEWER, 1);
        Alternative other = day.alternatives(first, lead).stream()
                .filter(one -> !one.sitsThere())
                .findFirst()
                .orElseThrow();
        day.seat(made.id(), YEAR, version(), lead, Optional.of(other.person()), made.lead());
        LocalDate visit =
                seen().plan().day(host, AppointmentKind.VISIT).orElseThrow().first();
        day.pinDays(made.id(), YEAR, version(), host, true, made.lead());

        day.propose(made.id(), YEAR, version(), made.lead());
        PlanOfYear again = proposed().plan();

        assertThat(again.seat(lead).orElseThrow().person()).hasValue(other.person());
        assertThat(again.seat(lead).orElseThrow().pinned()).isTrue();
        assertThat(again.day(host, AppointmentKind.VISIT).orElseThrow().first()).isEqualTo(visit);
    }

    @Test
    void whoeverIsAwayIsOnNoVisitThen() {
        proposed();
        day.away(made.id(), YEAR, version(), made.head('b'), YEAR.firstDay(), YEAR.lastDay(), made.lead());

        day.propose(made.id(), YEAR, version(), made.lead());

        assertThat(proposed().plan().people()).doesNotContain(made.head('b'));
    }

    @Test
    void aVisitCannotBeOnADayOnWhichTheSchoolIsClosed() {
        proposed();
        LocalDate holiday = LocalDate.of(2026, 10, 28);

        assertThatThrownBy(() -> day.moveVisit(made.id(), YEAR, version(), made.school('a'), holiday, made.lead()))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("Wednesday 28 October 2026");
    }

    @Test
    void aChangeOfAPlanThatIsAnotherByNowIsRefused() {
        proposed();
        int seen = version();
        day.pinDays(made.id(), YEAR, seen, made.school('a'), true, made.lead());

        assertThatThrownBy(() -> day.pinDays(made.id(), YEAR, seen, made.school('b'), true, made.deputyLead()))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(seen().plan()
                        .day(made.school('b'), AppointmentKind.VISIT)
                        .orElseThrow()
                        .pinned())
                .isFalse();
    }

    @Test
    void aSearchThatIsStoppedKeepsTheBestPlanSoFar() {
        day.stop(made.id(), YEAR, made.lead());

        assertThat(proposed().plan().visited()).hasSize(8);
        assertThat(seen().search().orElseThrow().state()).isEqualTo(Search.State.DONE);
    }

    @Test
    void aSearchWhoseNodeHasDiedIsBegunAnewAndNothingOfItIsWritten() {
        PartnershipYear year = years.find(reference).orElseThrow();
        int dead = years.take(year, clock.instant(), Duration.ofSeconds(30)).orElseThrow();

        search.run();
        assertThat(seen().plan().hosts()).as("it is the dead node's as yet").isEmpty();
        clock.moveTo(clock.instant().plusSeconds(31));
        search.run();

        assertThat(seen().plan().visited()).hasSize(8);
        assertThat(years.end(year, dead, Optional.empty(), Optional.of("Late"), clock.instant()))
                .isFalse();
        assertThat(seen().search().orElseThrow().fault()).isEmpty();
    }

    @Test
    void aSearchThatKillsItsNodesIsGivenUpInWords() {
        PartnershipYear year = years.find(reference).orElseThrow();
        for (int died = 0; died < 3; died++) {
            years.take(year, clock.instant(), Duration.ofSeconds(30)).orElseThrow();
            clock.moveTo(clock.instant().plusSeconds(31));
        }

        assertThat(proposed().search().orElseThrow().fault().orElseThrow()).startsWith("The planner was interrupted");
        assertThat(scenario.open(reference, "HoldPlanningDay", made.lead())).isNotNull();
    }

    @Test
    void startingTheReviewsTwiceStartsNothingTwice() {
        proposed();
        agree();
        PartnershipYear year = years.find(reference).orElseThrow();
        List<String> before = reviews();

        assertThat(years.move(year, State.AGREED, State.PUBLISHED)).isFalse();
        assertThat(years.plan(year).hosts())
                .allSatisfy(host -> assertThat(host.review()).isPresent());
        assertThatThrownBy(() -> day.start(made.id(), YEAR, TODAY, made.lead())).isInstanceOf(EntryRefused.class);
        assertThat(reviews()).isEqualTo(before);
    }

    @Test
    void anAgreedYearIsFrozen() {
        proposed();
        agree();

        assertThatThrownBy(() -> day.pinDays(made.id(), YEAR, version(), made.school('a'), true, made.lead()))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("The year is agreed");
    }

    @Test
    void theDutiesOfASchoolAreForTheNextHeadToAgree() {
        proposed();
        agree();
        roles.dismiss(RoleHeld.in(made.school('b'), Role.HEAD, made.head('b')));
        assertThat(scenario.open(reference, "AgreeOurDuties", made.head('b'))).isNull();

        roles.appoint(RoleHeld.in(made.school('b'), Role.HEAD, made.deputy('b')));

        assertThat(scenario.open(reference, "AgreeOurDuties", made.deputy('b'))).isNotNull();
    }

    @Test
    void aYearWithASchoolThatHasNoHeadCannotBeAgreed() {
        proposed();
        roles.dismiss(RoleHeld.in(made.school('b'), Role.HEAD, made.head('b')));

        assertThatThrownBy(this::agree).hasMessageContaining("nobody is head in the register");

        roles.appoint(RoleHeld.in(made.school('b'), Role.HEAD, made.deputy('b')));
        agree();
        assertThat(reviews()).hasSize(8);
    }

    @Test
    void aYearWithoutALeadReviewerCannotBeAgreed() {
        proposed();
        day.seat(
                made.id(),
                YEAR,
                version(),
                new SeatToFill(made.school('a'), Duty.LEAD_REVIEWER, 1),
                Optional.empty(),
                made.lead());

        assertThatThrownBy(this::agree)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there is no lead reviewer yet");
        assertThat(reviews()).isEmpty();
    }

    @Test
    void aYearThatCannotBeHeldGetsTheBestPlanSoFarAndWhatIsMissingInWords() {
        proposed();
        for (char school : "bcdefgh".toCharArray()) {
            for (String person : List.of(made.head(school), made.deputy(school), made.teacher(school))) {
                day.away(made.id(), YEAR, version(), person, YEAR.firstDay(), YEAR.lastDay(), made.lead());
            }
        }
        day.propose(made.id(), YEAR, version(), made.lead());

        PlanningDay.Seen seen = proposed();

        assertThat(seen.search().orElseThrow().state()).isEqualTo(Search.State.DONE);
        assertThat(seen.explanation().orElseThrow().missing())
                .isNotEmpty()
                .anySatisfy(words -> assertThat(words).contains("School a").contains("nobody"));
        assertThatThrownBy(this::agree).isInstanceOf(Refusal.class);
        assertThat(reviews()).isEmpty();
    }

    @Test
    void aSchoolThatHasAReviewInTheYearAlreadyIsLeftOut() {
        Made other = partnerships.makeLarge();
        partnerships.startReview(other, LocalDate.of(2026, 11, 12));

        day.start(other.id(), YEAR, TODAY, other.lead());
        timers.runWaiting(PartnershipYear.reference(other.id(), YEAR));
        search.run();

        PlanningDay.Seen seen = day.seen(other.id(), YEAR, other.lead());
        assertThat(seen.plan().visited()).hasSize(7).doesNotContain(other.school('a'));
        assertThatThrownBy(() ->
                        day.leaveOut(other.id(), YEAR, seen.year().version(), other.school('a'), false, other.lead()))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("has its review in 2026/27 already");
    }

    @Test
    void onlyThoseInChargeSeeOrChangeAYear() {
        proposed();

        assertThat(day.seen(made.id(), YEAR, made.deputyLead()).plan().visited())
                .hasSize(8);
        for (String other :
                List.of(made.head('a'), made.teacher('b'), partnerships.make().lead())) {
            assertThatThrownBy(() -> day.seen(made.id(), YEAR, other)).isInstanceOf(ResponseStatusException.class);
            assertThatThrownBy(() -> day.propose(made.id(), YEAR, 0, other))
                    .isInstanceOf(ResponseStatusException.class);
            assertThatThrownBy(() -> day.stop(made.id(), YEAR, other)).isInstanceOf(ResponseStatusException.class);
            assertThatThrownBy(() -> day.notAway(made.id(), YEAR, 0, UUID.randomUUID(), other))
                    .isInstanceOf(ResponseStatusException.class);
        }
    }

    @Test
    void thePagesShowThePlanAndWhoCouldSitWhere() {
        proposed();
        Browser lead = new Browser(port);
        lead.signIn(made.lead(), TestPartnership.PASSWORD);
        String page = "/partnership/%s/year/2026".formatted(made.id());

        assertThat(lead.get("/partnership/%s/year".formatted(made.id())).body()).contains("2026/27", "being planned");
        assertThat(lead.get(page).body()).contains("The plan, by date", "Propose again", "What it asks of everybody");
        assertThat(lead.get(page + "/seat?host=%s&duty=LEAD_REVIEWER&number=1".formatted(made.school('a')))
                        .body())
                .contains("in the plan", "Leave the place empty");
        assertThat(lead.get(page + "/progress").body()).contains("\"working\":false");
        Browser.Page stale = lead.post(page + "/propose", Map.of("version", "0"));
        assertThat(stale.body()).contains("Somebody has changed the plan since you looked at it");
    }
}
