package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.Whose;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.Rounds;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the daily round reminds, on which mornings, and what of it still holds when the mail goes out. Half-term is from 24 October to 1 November. */
@ApplicationTest
class DailyRoundTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 9);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);
    private static final LocalDate AFTER_HALF_TERM = LocalDate.of(2026, 11, 2);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    StartReview start;

    @Autowired
    Rounds rounds;

    @Autowired
    DailyRound round;

    @Autowired
    RoundOccasion occasion;

    @Autowired
    RoundForLeadOccasion forLead;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private Made made;
    private String reference;

    @BeforeEach
    void aPlanningMeetingIsToBeHeld() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        rounds.beginOn(LocalDate.of(2026, 9, 28));
    }

    @Test
    void fiveSchoolDaysBeforeOneBeforeOnTheDayAndOneAfterAcrossHalfTerm() {
        due(AFTER_HALF_TERM);

        rounds.from(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 11, 6));

        assertThat(told(made.leadReviewer()))
                .containsExactly(
                        LocalDate.of(2026, 10, 19),
                        LocalDate.of(2026, 10, 23),
                        AFTER_HALF_TERM,
                        AFTER_HALF_TERM.plusDays(1));
    }

    @Test
    void insetDaysOfTheHostDoNotCount() {
        calendars.enterInsetDays(made.school('a'), List.of(LocalDate.of(2026, 10, 21), AFTER_HALF_TERM.plusDays(1)));
        due(AFTER_HALF_TERM);

        rounds.from(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 11, 6));

        assertThat(told(made.leadReviewer()))
                .containsExactly(
                        LocalDate.of(2026, 10, 16),
                        LocalDate.of(2026, 10, 23),
                        AFTER_HALF_TERM,
                        AFTER_HALF_TERM.plusDays(2));
    }

    @Test
    void whatFallsOnADayOnWhichTheirOwnSchoolIsClosedIsToldOnTheNextOpenMorning() {
        calendars.enterDays(
                Whose.school(made.school('b')),
                List.of(new CalendarDay(LocalDate.of(2026, 10, 8), CalendarDay.Kind.CLOSED, "Polling station")));
        due(FRIDAY);

        rounds.from(LocalDate.of(2026, 9, 28), FRIDAY);

        assertThat(told(made.leadReviewer())).containsExactly(LocalDate.of(2026, 10, 2), FRIDAY);
    }

    @Test
    void atAWeekendNobodyIsWrittenToAndOneMailSaysItOnMonday() {
        due(FRIDAY.plusDays(1));

        rounds.from(LocalDate.of(2026, 9, 28), MONDAY.plusDays(2));

        assertThat(told(made.leadReviewer())).containsExactly(LocalDate.of(2026, 10, 5), FRIDAY, MONDAY);
    }

    @Test
    void aMissedMorningIsMadeUpForOnce() {
        rounds.beginOn(FRIDAY.minusDays(2));
        due(FRIDAY);
        rounds.on(FRIDAY.minusDays(2));

        rounds.at(SchoolTime.at(MONDAY, LocalTime.of(6, 30)));
        rounds.on(MONDAY);
        rounds.on(MONDAY.plusDays(1));

        assertThat(told(made.leadReviewer())).containsExactly(MONDAY);
        assertThat(notBefore(made.leadReviewer(), MONDAY)).isEqualTo(SchoolTime.at(MONDAY, LocalTime.of(8, 0)));
    }

    @Test
    void whoeverHasNothingOnARungGetsNothing() {
        rounds.beginOn(FRIDAY.minusDays(4));
        due(FRIDAY);

        rounds.from(FRIDAY.minusDays(4), FRIDAY.minusDays(2));

        assertThat(told(made.leadReviewer())).isEmpty();
        assertThat(told(made.teacher('c'))).isEmpty();
    }

    @Test
    void theMailListsWhatIsOpenByThen() {
        due(FRIDAY);

        rounds.on(FRIDAY);

        Map<String, Object> values = letter(made.leadReviewer(), FRIDAY).values();
        assertThat(values.get("summary")).isEqualTo("1 due today");
        assertThat(values.get("dueToday"))
                .isEqualTo(List.of(new RoundOccasion.Line(
                        "Hold planning meeting",
                        "School a " + made.id(),
                        "Friday 9 October 2026",
                        "/task/" + task().getId())));
        assertThat((List<?>) values.get("stillOpen")).isEmpty();
        assertThat((List<?>) values.get("coming")).isEmpty();
    }

    @Test
    void whatElseIsOpenOrComingThisWeekStandsInTheSameMail() {
        String second = anotherReview('d', LocalDate.of(2026, 11, 19));
        String third = anotherReview('c', LocalDate.of(2026, 11, 26));
        due(FRIDAY);
        due(second, FRIDAY.minusDays(3));
        due(third, MONDAY.plusDays(4));

        rounds.on(FRIDAY);

        assertThat(letter(made.leadReviewer(), FRIDAY).values().get("summary"))
                .isEqualTo("1 due today, 1 still open, 1 coming");
    }

    @Test
    void whatIsDoneMeanwhileMailsNobody() {
        due(FRIDAY);
        rounds.on(FRIDAY);

        scenario.holdPlanningMeeting(made, reference);
        due("PrepareQuestions", reference, made.leadReviewer(), FRIDAY.plusDays(40));

        assertThat(toSay(made.leadReviewer(), FRIDAY)).isInstanceOf(NothingToSay.class);
    }

    @Test
    void aMovedDateLeavesNoReminderOfTheOldOne() {
        due(FRIDAY);
        rounds.on(FRIDAY);

        due(AFTER_HALF_TERM);

        assertThat(toSay(made.leadReviewer(), FRIDAY)).isInstanceOf(NothingToSay.class);
        rounds.from(MONDAY, LocalDate.of(2026, 10, 19));
        assertThat(told(made.leadReviewer())).containsExactly(FRIDAY, LocalDate.of(2026, 10, 19));
    }

    @Test
    void aLadderThatAProcessOwnerDeploysHoldsFromTheNextMorning() {
        rounds.beginOn(FRIDAY.minusDays(4));
        due(FRIDAY);
        Deployment deployed = repository
                .createDeployment()
                .addString(
                        "reminder-ladder.dmn", LadderCheckTest.cell(LadderCheckTest.packaged(), "DayBeforeRung", "-2"))
                .deploy();
        try {
            rounds.from(FRIDAY.minusDays(4), FRIDAY.minusDays(1));
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }

        assertThat(told(made.leadReviewer())).containsExactly(FRIDAY.minusDays(2));
        rounds.on(FRIDAY);
        assertThat(told(made.leadReviewer())).containsExactly(FRIDAY.minusDays(2), FRIDAY);
    }

    @Test
    void twoNodesThatDoTheSameRoundTellEverybodyOnce() throws Exception {
        due(FRIDAY);
        clock.moveTo(SchoolTime.at(FRIDAY, LocalTime.of(8, 0)));

        twice(() -> {
            round.on(FRIDAY);
            return null;
        });

        assertThat(told(made.leadReviewer())).containsExactly(FRIDAY);
    }

    @Test
    void afterTheLastRungThePartnershipLeadGetsOneList() {
        rounds.beginOn(FRIDAY);
        due(FRIDAY);

        rounds.from(FRIDAY, MONDAY.plusDays(4));

        assertThat(rounds.told(RoundForLeadOccasion.NAME, made.lead())).containsExactly(MONDAY.plusDays(1));
        assertThat(rounds.told(RoundForLeadOccasion.NAME, made.deputyLead())).isEmpty();
        Letter list = (Letter) forLead.now(notice(RoundForLeadOccasion.NAME, made.lead(), MONDAY.plusDays(1)));
        assertThat(list.values().get("reviews"))
                .asInstanceOf(InstanceOfAssertFactories.list(RoundForLeadOccasion.OfReview.class))
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.school()).isEqualTo("School a " + made.id());
                    assertThat(review.page()).isEqualTo("/review/" + reference);
                    assertThat(review.lines())
                            .contains(new RoundForLeadOccasion.Line(
                                    "Hold planning meeting",
                                    TestPartnership.nameOf(made.leadReviewer()),
                                    "Friday 9 October 2026"));
                });
    }

    @Test
    void theListForTheLeadIsNotSentIfAllIsDoneMeanwhile() {
        rounds.beginOn(FRIDAY);
        due(FRIDAY);
        due("CompleteSelfReview", reference, made.hostHead(), FRIDAY);
        rounds.from(FRIDAY, MONDAY.plusDays(1));
        assertThat(rounds.told(RoundForLeadOccasion.NAME, made.lead())).hasSize(1);

        scenario.holdPlanningMeeting(made, reference);
        scenario.completeSelfReview(made, reference);

        assertThat(forLead.now(notice(RoundForLeadOccasion.NAME, made.lead(), MONDAY.plusDays(1))))
                .isInstanceOf(NothingToSay.class);
    }

    @Test
    void whatIsOpenAtTheLeadsOwnSchoolGoesToTheDeputy() {
        rounds.beginOn(FRIDAY);
        due(reference, AFTER_HALF_TERM.plusWeeks(3));
        due("CompleteSelfReview", reference, made.hostHead(), AFTER_HALF_TERM.plusWeeks(3));
        String atLeads = anotherReview('d', LocalDate.of(2026, 11, 19));
        due(atLeads, FRIDAY);
        due("CompleteSelfReview", atLeads, made.head('d'), AFTER_HALF_TERM.plusWeeks(3));

        rounds.from(FRIDAY, MONDAY.plusDays(3));

        assertThat(rounds.told(RoundForLeadOccasion.NAME, made.lead())).isEmpty();
        assertThat(rounds.told(RoundForLeadOccasion.NAME, made.deputyLead())).containsExactly(MONDAY.plusDays(1));
    }

    private List<LocalDate> told(String person) {
        return rounds.told(RoundOccasion.NAME, person);
    }

    private Instant notBefore(String person, LocalDate morning) {
        return database.sql("select next_try from notice where occasion = ? and recipient = ? and turn = ?")
                .params(RoundOccasion.NAME, person, morning.toString())
                .query(LocalDateTime.class)
                .single()
                .toInstant(ZoneOffset.UTC);
    }

    private Letter letter(String person, LocalDate morning) {
        return (Letter) toSay(person, morning);
    }

    private ToSay toSay(String person, LocalDate morning) {
        return occasion.now(notice(RoundOccasion.NAME, person, morning));
    }

    private Notice notice(String name, String person, LocalDate morning) {
        return new Notice(UUID.randomUUID(), name, person, morning.toString(), person, clock.instant());
    }

    private String anotherReview(char host, LocalDate visit) {
        return start.as(new PlannedReview(
                made.id(),
                made.school(host),
                "A focus",
                visit,
                visit,
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER,
                        List.of(made.leadReviewer()),
                        Duty.PEER_REVIEWER,
                        List.of(made.deputy('a')))));
    }

    private Task task() {
        return scenario.open(reference, "HoldPlanningMeeting", made.leadReviewer());
    }

    private void due(LocalDate day) {
        due(reference, day);
    }

    private void due(String review, LocalDate day) {
        due("HoldPlanningMeeting", review, made.leadReviewer(), day);
    }

    private void due(String activity, String review, String person, LocalDate day) {
        tasks.setDueDate(
                scenario.open(review, activity, person).getId(), Date.from(SchoolTime.at(day, LocalTime.of(17, 0))));
    }

    private static void twice(Callable<Void> work) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : nodes.invokeAll(List.of(work, work))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
    }
}
