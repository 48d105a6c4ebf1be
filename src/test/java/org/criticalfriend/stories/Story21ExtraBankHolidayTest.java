package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.criticalfriend.calendar.CalendarDay;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.Term;
import org.criticalfriend.calendar.Whose;
import org.criticalfriend.change.Changes;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.review.BrokenAppointments;
import org.criticalfriend.review.BrokenAppointments.Broken;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.ClosedDaysSeen;
import org.criticalfriend.testing.OwnLeadTimes;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.SeatsAreLookedAfter;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Story 21: in the middle of the term an extra bank holiday is announced, as for the Coronation in 2023. */
@ApplicationTest
@Tag("database")
class Story21ExtraBankHolidayTest {

    /** A Monday in the week before the visit. */
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 5);

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Changes changes;

    @Autowired
    ClosedDaysSeen closedDays;

    @Autowired
    Post post;

    @Autowired
    SeatsAreLookedAfter seats;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    Schools schools;

    @Autowired
    BrokenAppointments broken;

    @Autowired
    RunningReviews running;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    OwnLeadTimes leadTimes;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService instances;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsUnderWay() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void whatIsCountedInSchoolDaysFollowsAtOnceAndAppointmentsStay() {
        scenario.holdPlanningMeeting(made, reference);
        assertThat(due("PrepareQuestions", made.leadReviewer()))
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 9, 30), LocalTime.of(17, 0)));

        announce(HOLIDAY);

        assertThat(due("PrepareQuestions", made.leadReviewer()))
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 9, 29), LocalTime.of(17, 0)));
        assertThat(broken.at(List.of(made.school('a')))).isEmpty();
    }

    @Test
    void timersFollowToo() {
        scenario.walkToFeedback(made, reference);
        scenario.runImprovementWorkshop(made, reference);
        assertThat(timers.dueAt(reference, "ReflectionDeadlinePassed"))
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 10, 23), LocalTime.of(8, 0)));

        announce(LocalDate.of(2026, 10, 23));

        assertThat(timers.dueAt(reference, "ReflectionDeadlinePassed"))
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 11, 2), LocalTime.of(8, 0)));
    }

    @Test
    void appointmentsOnThatDayAreListedForTheOneWhoHasToDecide() {
        String planning = "2026-09-24";

        announce(LocalDate.parse(planning));
        announce(TestPartnership.VISIT);

        assertThat(broken.at(List.of(made.school('a'))))
                .extracting(Broken::reference, Broken::kind, Broken::day)
                .containsExactly(
                        tuple(reference, AppointmentKind.PLANNING_MEETING, LocalDate.parse(planning)),
                        tuple(reference, AppointmentKind.VISIT, TestPartnership.VISIT));
    }

    /** For a whole country, as it was; in one of which no other test has reviews on these days. */
    @Test
    void whateverABankHolidayOfTheCountryBreaksIsListedAndEachIsMendedFromItsTable() {
        LocalDate planning = LocalDate.of(2026, 9, 24);
        Made scottish = partnerships.makeIn(Country.SCOTLAND);
        String review = partnerships.startReview(scottish, TestPartnership.VISIT);
        post.deliver(scottish);
        Whose scotland = Whose.country(Country.SCOTLAND);
        try {
            calendars.enterDays(
                    scotland,
                    List.of(
                            new CalendarDay(planning, CalendarDay.Kind.CLOSED, "Coronation"),
                            new CalendarDay(TestPartnership.VISIT, CalendarDay.Kind.CLOSED, "Coronation")));

            assertThat(post.deliver(scottish))
                    .filteredOn(one -> one.occasion().equals("closed-days"))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.recipient()).isEqualTo(scottish.lead());
                        assertThat(one.mail().text()).contains("By now 2 appointments, or places on teams");
                    });
            Browser lead = new Browser(port);
            lead.signIn(scottish.lead(), TestPartnership.PASSWORD);
            assertThat(lead.get(closedDays.path(scottish)).body())
                    .containsSubsequence(
                            "Thursday 24 September 2026", "Planning meeting", "Thursday 8 October 2026", "Visit")
                    .doesNotContain(": their own school is closed", "Coronation");

            UUID meeting = closedDays.seeEveryWayOut(lead, scottish, "Planning meeting");
            changes.choose(meeting, changes.first(meeting, "MEETING"));
            assertThat(lead.get(closedDays.path(scottish)).body()).doesNotContain("Planning meeting");
            UUID visit = closedDays.seeEveryWayOut(lead, scottish, "Visit");
            changes.choose(visit, changes.first(visit, "DAY"));

            assertThat(lead.get(closedDays.path(scottish)).body()).contains("Everything fits the calendars.");
            assertThat(broken.at(List.of(scottish.school('a')))).isEmpty();
            assertThat(seats.faultsIn(scottish.id())).isEmpty();
            assertThat(post.deliver(scottish))
                    .filteredOn(one -> one.mail() != null)
                    .noneMatch(one -> one.mail().text().contains("Our school is closed on the day.")
                            || one.mail().text().contains("Coronation"));
            assertThat(running.of(review).visitFirst()).isNotEqualTo(TestPartnership.VISIT);
        } finally {
            calendars.removeDay(scotland, planning);
            calendars.removeDay(scotland, TestPartnership.VISIT);
        }
    }

    @Test
    void nobodyBecomesLateByIt() {
        scenario.holdPlanningMeeting(made, reference);
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 30), LocalTime.of(9, 0)));

        announce(HOLIDAY);

        assertThat(due("PrepareQuestions", made.leadReviewer()))
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 9, 30), LocalTime.of(17, 0)));
    }

    @Test
    void aSchoolThatChangesToAnotherCalendarTakesItsReviewsAlong() {
        scenario.holdPlanningMeeting(made, reference);
        String other = made.id() + "other";
        calendars.add(other, "Other terms", Country.ENGLAND);
        calendars.enterTerms(
                other,
                new SchoolYear(2026),
                List.of(
                        new Term(LocalDate.of(2026, 9, 3), LocalDate.of(2026, 9, 25)),
                        new Term(LocalDate.of(2026, 10, 5), LocalDate.of(2027, 7, 21))));
        School school = schools.find(made.school('a')).orElseThrow();

        schools.change(school.keeping(other));

        assertThat(due("PrepareQuestions", made.leadReviewer()))
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 9, 23), LocalTime.of(17, 0)));
    }

    @Test
    void aReviewInWhichSomethingCannotBeCountedDoesNotHoldUpTheCalendar() {
        Deployment own = leadTimes.row(made.id(), "ADayOfTheirOwn", "VISIT_LAST", 3, "SCHOOL_DAYS", "FORWARD", "09:00");
        Deployment model = repository
                .createDeployment()
                .addModelInstance("day-of-their-own.bpmn", dayOfTheirOwn())
                .deploy();
        try {
            instances.startProcessInstanceByKey("day-of-their-own", reference);
            scenario.holdPlanningMeeting(made, reference);
            repository.deleteDeployment(own.getId(), true);

            announce(HOLIDAY);

            assertThat(due("PrepareQuestions", made.leadReviewer()))
                    .isEqualTo(SchoolTime.at(LocalDate.of(2026, 9, 29), LocalTime.of(17, 0)));
        } finally {
            repository.deleteDeployment(model.getId(), true);
        }
    }

    private static BpmnModelInstance dayOfTheirOwn() {
        return Bpmn.createExecutableProcess("day-of-their-own")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .intermediateCatchEvent("ADayOfTheirOwn")
                .timerWithDate("${deadlines.at(execution, 'ADayOfTheirOwn')}")
                .endEvent()
                .done();
    }

    @Test
    void aDayThatIsOpenAgainBringsTheOldDatesBack() {
        scenario.holdPlanningMeeting(made, reference);
        announce(HOLIDAY);

        calendars.removeDay(Whose.calendar(made.id()), HOLIDAY);

        assertThat(due("PrepareQuestions", made.leadReviewer()))
                .isEqualTo(SchoolTime.at(LocalDate.of(2026, 9, 30), LocalTime.of(17, 0)));
    }

    /** For the schools of this partnership only, since other tests share the country. */
    private void announce(LocalDate day) {
        calendars.enterDays(
                Whose.calendar(made.id()), List.of(new CalendarDay(day, CalendarDay.Kind.CLOSED, "Coronation")));
    }

    private java.time.Instant due(String activity, String person) {
        return scenario.open(reference, activity, person).getDueDate().toInstant();
    }
}
