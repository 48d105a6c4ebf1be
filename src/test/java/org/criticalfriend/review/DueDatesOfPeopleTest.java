package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.criticalfriend.calendar.Country;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.OwnLeadTimes;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class DueDatesOfPeopleTest {

    @Autowired
    TestPartnership partnerships;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    OwnLeadTimes leadTimes;

    @Autowired
    MovableClock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    EngineItself engine;

    @Autowired
    JdbcClient database;

    private Made made;
    private String reference;

    @BeforeEach
    void aPartnership() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
    }

    @Test
    void aMeetingIsTypedUpByNoonOfTheNextSchoolDay() {
        start();

        assertThat(due("HoldPlanningMeeting", made.leadReviewer())).isEqualTo(at("2026-09-25", 12));
    }

    @Test
    void aDueDateThatIsClosedAtTheOwnSchoolMovesOnInItsDirection() {
        calendars.enterInsetDays(made.school('b'), List.of(LocalDate.of(2026, 9, 25), LocalDate.of(2026, 9, 30)));
        start();
        assertThat(due("HoldPlanningMeeting", made.leadReviewer())).isEqualTo(at("2026-09-28", 12));

        scenario.holdPlanningMeeting(made, reference);

        assertThat(due("PrepareQuestions", made.leadReviewer())).isEqualTo(at("2026-09-29", 17));
    }

    @Test
    void aStepThatIsHandedOnLooksAtTheSchoolOfWhoGetsIt() {
        calendars.enterInsetDays(made.school('c'), List.of(LocalDate.of(2026, 9, 25)));
        start();
        String task = scenario.open(reference, "HoldPlanningMeeting", made.leadReviewer())
                .getId();

        engine.does(() -> {
            tasks.setAssignee(task, made.peerReviewer());
            return null;
        });

        assertThat(due("HoldPlanningMeeting", made.peerReviewer())).isEqualTo(at("2026-09-28", 12));
    }

    @Test
    void whoGetsAStepThatIsLateHasTwoSchoolDays() {
        start();
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 28), LocalTime.of(9, 0)));
        String task = scenario.open(reference, "HoldPlanningMeeting", made.leadReviewer())
                .getId();

        engine.does(() -> {
            tasks.setAssignee(task, made.peerReviewer());
            return null;
        });

        assertThat(due("HoldPlanningMeeting", made.peerReviewer())).isEqualTo(at("2026-09-30", 17));
    }

    @Test
    void questionsThatStartLateGetTwoSchoolDaysButNotPastTheirLimit() {
        start();
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 10, 1), LocalTime.of(9, 0)));
        scenario.holdPlanningMeeting(made, reference);
        assertThat(due("PrepareQuestions", made.leadReviewer())).isEqualTo(at("2026-10-05", 17));

        Made others = partnerships.make();
        String later = partnerships.startReview(others, TestPartnership.VISIT);
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 10, 2), LocalTime.of(9, 0)));
        scenario.holdPlanningMeeting(others, later);
        assertThat(scenario.open(later, "PrepareQuestions", others.leadReviewer())
                        .getDueDate()
                        .toInstant())
                .isEqualTo(at("2026-10-05", 17));
    }

    @Test
    void aSchoolWhoseTermsNobodyHasEnteredDoesNotHoldUpTheReviewOfAnother() {
        start();
        calendars.add(made.id() + "empty", "Nobody has entered anything", Country.ENGLAND);
        database.sql("update school set calendar = ? where id = ?")
                .params(made.id() + "empty", made.school('b'))
                .update();
        database.sql("update register_state set state = ?")
                .param(UUID.randomUUID())
                .update();

        scenario.holdPlanningMeeting(made, reference);

        assertThat(due("PrepareQuestions", made.leadReviewer())).isEqualTo(at("2026-09-30", 17));
    }

    @Test
    void aRowForOnePartnershipIsForThatPartnershipOnly() {
        Deployment own =
                leadTimes.row(made.id(), "PrepareQuestions", "VISIT_FIRST", -8, "SCHOOL_DAYS", "BACK", "09:30");
        try {
            start();
            scenario.holdPlanningMeeting(made, reference);
            Made others = partnerships.make();
            String usual = partnerships.startReview(others, TestPartnership.VISIT);
            scenario.holdPlanningMeeting(others, usual);

            assertThat(due("PrepareQuestions", made.leadReviewer()))
                    .isEqualTo(SchoolTime.at(LocalDate.of(2026, 9, 28), LocalTime.of(9, 30)));
            assertThat(scenario.open(usual, "PrepareQuestions", others.leadReviewer())
                            .getDueDate()
                            .toInstant())
                    .isEqualTo(at("2026-09-30", 17));
        } finally {
            repository.deleteDeployment(own.getId(), true);
        }
    }

    private void start() {
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    private Instant due(String activity, String person) {
        return scenario.open(reference, activity, person).getDueDate().toInstant();
    }

    private static Instant at(String day, int hour) {
        return SchoolTime.at(LocalDate.parse(day), LocalTime.of(hour, 0));
    }
}
