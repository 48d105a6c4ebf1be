package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P22: a Champion asks for help, quietly. */
@ApplicationTest
class HelpForTheChampionTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    MovableClock clock;

    @Autowired
    TaskService tasks;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsUnderWay() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void oneClickReachesThePartnershipLeadAndASecondOneChangesNothing() {
        Browser champion = as(made.champion());
        assertThat(champion.get("/review/" + reference).body()).contains("I need help");
        assertThat(champion.get(path()).body()).contains("Ask the partnership lead to ring me");
        assertThat(openRequests()).isZero();

        champion.post(path(), Map.of());
        champion.post(path(), Map.of());

        assertThat(openRequests()).isEqualTo(1);
        assertThat(champion.get(path()).body()).contains("The partnership lead knows");
        scenario.handIn(reference, "OfferHelp", made.lead(), form -> {
            assertThat(form.get("champions")).isEqualTo(TestPartnership.nameOf(made.champion()));
            return Map.of("spoken", true);
        });
        assertThat(openRequests()).isZero();
        champion.post(path(), Map.of());
        assertThat(openRequests()).isEqualTo(1);
    }

    @Test
    void nobodyAtTheSchoolSeesIt() {
        as(made.champion()).post(path(), Map.of());
        String task = scenario.open(reference, "OfferHelp", made.lead()).getId();

        for (String person : List.of(made.hostHead(), made.deputy('a'), made.teacher('a'))) {
            Rest rest = new Rest(port, person);
            assertThat(rest.get("/task/" + task).status()).as(person).isEqualTo(404);
            assertThat(rest.get("/task?taskDefinitionKey=OfferHelp").json()).isEmpty();
            assertThat(rest.get("/history/activity-instance?activityId=OfferHelp")
                            .json())
                    .isEmpty();
            assertThat(rest.get("/history/task?taskDefinitionKey=OfferHelp").json())
                    .isEmpty();
            Browser browser = as(person);
            assertThat(browser.get(path()).status()).as(person).isEqualTo(404);
            assertThat(browser.post(path(), Map.of()).status()).as(person).isEqualTo(404);
            assertThat(browser.get("/review/" + reference).body()).doesNotContain("help");
        }
        assertThat(openRequests()).isEqualTo(1);
    }

    @Test
    void openingThePageAsksForNothing() {
        as(made.champion()).get(path());

        assertThat(openRequests()).isZero();
    }

    private long openRequests() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("OfferHelp")
                .count();
    }

    private String path() {
        return "/review/" + reference + "/help";
    }

    private Browser as(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
