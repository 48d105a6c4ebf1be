package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The host looks at its own work first, and nobody but its leadership and the review team reads it (F15, F17). */
@ApplicationTest
class SelfReviewTest {

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
    SelfReviews selfReviews;

    @Autowired
    Partnerships register;

    @Autowired
    TaskService tasks;

    private Made made;

    @BeforeEach
    void itIsSeptember() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 3), LocalTime.of(9, 0)));
        made = partnerships.make();
    }

    @Test
    void theHeadIsAskedForItTwentySchoolDaysBeforeTheVisit() {
        String reference = partnerships.startReview(made, TestPartnership.VISIT);

        assertThat(SchoolTime.dateOf(scenario.open(reference, "CompleteSelfReview", made.hostHead())
                        .getDueDate()
                        .toInstant()))
                .isEqualTo(LocalDate.of(2026, 9, 10));
    }

    @Test
    void theLeadReviewerFindsItInThePlanningMeeting() {
        String reference = partnerships.startReview(made, TestPartnership.VISIT);

        scenario.completeSelfReview(made, reference);

        assertThat(selfReviews.statementsOf(reviews.of(reference)))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.text()).isEqualTo("We do it well");
                    assertThat(statement.howWeKnow()).isEqualTo("We have looked");
                    assertThat(statement.teamView()).isNull();
                });
        Rest lead = new Rest(port, made.leadReviewer());
        assertThat(lead.form(lead.task(reference, "HoldPlanningMeeting", made.leadReviewer()))
                        .path("selfReview")
                        .toString())
                .contains("1. We do it well", "We have looked");
    }

    @Test
    void theTeamsViewOfAStatementIsKept() {
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.completeSelfReview(made, reference);

        selfReviews.writeTeamViews(selfReviews.statementsOf(reviews.of(reference)).stream()
                .map(statement -> statement.withTeamView("PARTLY", "In some classes"))
                .toList());

        assertThat(selfReviews.statementsOf(reviews.of(reference)))
                .extracting(SelfReviewStatement::teamView, SelfReviewStatement::teamNote)
                .containsExactly(org.assertj.core.api.Assertions.tuple("PARTLY", "In some classes"));
    }

    @Test
    void oneToEightStatementsAreTaken() {
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        Rest head = new Rest(port, made.hostHead());
        String task = head.task(reference, "CompleteSelfReview", made.hostHead());

        assertThat(head.complete(task, Map.of("statements", List.of())).message())
                .isEqualTo("Statements: please write down at least one thing that you believe about your work.");
        assertThat(head.complete(task, Map.of("statements", statements(9))).message())
                .startsWith("Statements: please choose the 8 that matter most.");
        assertThat(head.complete(task, Map.of("statements", statements(8))).status())
                .isEqualTo(204);
    }

    private static List<Map<String, String>> statements(int howMany) {
        return IntStream.rangeClosed(1, howMany)
                .mapToObj(number -> Map.of("text", "Statement " + number))
                .toList();
    }

    @Test
    void oneThatNeverComesClosesOnTheVisitDay() {
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        assertThat(SchoolTime.dateOf(timers.dueAt(reference, "SelfReviewCloses")))
                .isEqualTo(TestPartnership.VISIT);

        timers.fire(reference, "SelfReviewCloses");

        assertThat(scenario.open(reference, "CompleteSelfReview", made.hostHead()))
                .isNull();
        assertThat(scenario.open(reference, "HoldPlanningMeeting", made.leadReviewer()))
                .isNotNull();
    }

    @Test
    void aPartnershipWithoutSelfReviewIsNotAskedForOne() {
        Partnership partnership = register.find(made.id()).orElseThrow();
        PartnershipSettings now = partnership.settings();
        register.change(partnership.withSettings(new PartnershipSettings(
                now.ledBy(),
                now.publication(),
                false,
                now.headAtWorkshop(),
                now.team(),
                now.followUpWeeks(),
                now.preferredVisitDays(),
                now.caps(),
                now.templates())));

        String reference = partnerships.startReview(made, TestPartnership.VISIT);

        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).list())
                .extracting(task -> task.getTaskDefinitionKey())
                .containsExactly("HoldPlanningMeeting");
    }

    @Test
    void onlyTheLeadershipOfTheHostAndTheReviewTeamReadIt() {
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.completeSelfReview(made, reference);
        Made others = partnerships.make();

        for (String reader : List.of(
                made.hostHead(), made.deputy('a'), made.leadReviewer(), made.peerReviewer(), made.deputy('d'))) {
            assertThat(page(reader, reference, "/self-review")).as(reader).contains("We do it well");
            assertThat(page(reader, reference, "")).as(reader).contains("/self-review");
        }
        // A teacher of the host, another school, the Champion, the partnership lead, another partnership.
        for (String other :
                List.of(made.teacher('a'), made.head('c'), made.champion(), made.lead(), others.head('a'))) {
            assertThat(page(other, reference, "/self-review")).as(other).isEqualTo("404");
            assertThat(page(other, reference, "")).as(other).doesNotContain("/self-review", "We do it well");
        }
    }

    @Test
    void whoSeesTheTaskAndDoesNotDoItSeesTheHeadingOnly() {
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.completeSelfReview(made, reference);

        String planning = scenario.open(reference, "HoldPlanningMeeting", made.leadReviewer())
                .getId();
        Rest.Reply partnershipLead =
                new Rest(port, made.lead()).get("/task/" + planning + "/form-variables?deserializeValues=false");

        assertThat(partnershipLead.status()).isEqualTo(200);
        assertThat(partnershipLead.body()).contains("drivingQuestion").doesNotContain("We do it well", "selfReview");
    }

    private String page(String person, String reference, String part) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        Browser.Page page = browser.get("/review/" + reference + part);
        return page.status() == 200 ? page.body() : String.valueOf(page.status());
    }
}
