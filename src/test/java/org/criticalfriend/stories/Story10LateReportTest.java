package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Story 10: a report that comes after the reflection deadline is accepted, and marked late. */
@ApplicationTest
class Story10LateReportTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    TaskService tasks;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private Made made;
    private String reference;

    @BeforeEach
    void feedbackIsGivenAndNoReportWritten() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToFeedback(made, reference);
    }

    @Test
    void afterTheReflectionDeadlineItIsAcceptedAndMarkedLate() {
        timers.fire(reference, "ReportLate");
        clock.moveTo(SchoolTime.at(reflectionDeadline().plusDays(1), LocalTime.of(9, 0)));

        scenario.writeReport(made, reference);

        assertThat(scenario.open(reference, "CheckReport", made.hostHead())).isNotNull();
        assertThat(scenario.open(reference, "WriteReport", made.leadReviewer())).isNull();
        assertThat(reportPage()).contains("later than planned").contains(">late</span>");
        assertThat(database.sql(
                                "select what from lateness l join review r on r.id = l.review where r.reference = ? and what = 'ReportLate'")
                        .param(reference)
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void onItsDayItIsNotLate() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 10, 15), LocalTime.of(16, 59)));

        scenario.writeReport(made, reference);

        assertThat(reportPage())
                .contains("Written on Thursday 15 October 2026.")
                .doesNotContain(">late</span>");
    }

    private String reportPage() {
        Browser head = new Browser(port);
        head.signIn(made.hostHead(), TestPartnership.PASSWORD);
        return head.get("/review/" + reference + "/report").body();
    }

    private LocalDate reflectionDeadline() {
        return database.sql("select reflection_deadline from review where reference = ?")
                .param(reference)
                .query(LocalDate.class)
                .single();
    }
}
