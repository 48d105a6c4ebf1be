package org.criticalfriend.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.HeadAtWorkshop;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Story 8: a head asks to come to the improvement workshop, with a reason. The Champion reads it, and nobody else; being there opens
 * no way to the notes.
 */
@ApplicationTest
class Story08HeadAtTheWorkshopTest {

    private static final String REASON = "It is my first term here.";
    private static final String NOTES = "Two colleagues said that they are tired of projects.";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Partnerships register;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewHasItsFeedback() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToFeedback(made, reference);
    }

    @Test
    void theHeadComesWithAReasonThatOnlyTheChampionReads() {
        Browser head = as(made.hostHead());
        assertThat(head.get("/review/" + reference).body()).contains("Come to the improvement workshop");

        assertThat(head.post(path(), Map.of("reason", "  ")).body())
                .contains("Why you would like to be there: please fill this in.");
        assertThat(head.post(path(), Map.of("reason", REASON)).status()).isEqualTo(302);

        assertThat(head.get(path()).body()).contains(REASON);
        for (String other : List.of(made.champion(), made.deputy('a'), made.leadReviewer(), made.deputyLead())) {
            assertThat(as(other).get(path()).status()).as(other).isEqualTo(404);
        }
        timers.fire(reference, "WorkshopDayArrives");
        scenario.handIn(reference, "RunImprovementWorkshop", made.champion(), form -> {
            assertThat(form.get("headsReason")).isEqualTo(REASON);
            return workshop(true);
        });
        assertThat(headWasThere()).isTrue();
        assertThat(as(made.champion()).get(workshopPage()).body())
                .contains("was there")
                .contains(NOTES);
        // It is over: there is nothing to ask for any more.
        assertThat(head.get("/review/" + reference).body()).doesNotContain("Come to the improvement workshop");
        assertThat(head.post(path(), Map.of("reason", REASON)).status()).isEqualTo(404);
    }

    @Test
    void withoutHavingAskedTheHeadCannotHaveBeenThere() {
        timers.fire(reference, "WorkshopDayArrives");
        Rest champion = new Rest(port, made.champion());
        String task = champion.task(reference, "RunImprovementWorkshop", made.champion());

        assertThat(champion.complete(task, workshop(true)).status()).isEqualTo(400);
        assertThat(champion.complete(task, workshop(false)).status()).isEqualTo(204);

        assertThat(headWasThere()).isFalse();
    }

    @Test
    void whoeverChangesTheirMindStaysOut() {
        Browser head = as(made.hostHead());
        head.post(path(), Map.of("reason", REASON));

        assertThat(head.post(path() + "/stay-out", Map.of()).status()).isEqualTo(302);

        timers.fire(reference, "WorkshopDayArrives");
        scenario.handIn(reference, "RunImprovementWorkshop", made.champion(), form -> {
            assertThat(form.get("headsReason")).isEqualTo("");
            return workshop(false);
        });
        assertThat(headWasThere()).isFalse();
    }

    @Test
    void whereHeadsNeverComeThereIsNoDoorAndNoWayAround() {
        Partnership partnership = register.find(made.id()).orElseThrow();
        PartnershipSettings settings = partnership.settings();
        register.change(partnership.withSettings(new PartnershipSettings(
                settings.ledBy(),
                settings.publication(),
                settings.selfReviewRequired(),
                HeadAtWorkshop.NEVER,
                settings.team(),
                settings.followUpWeeks(),
                settings.preferredVisitDays(),
                settings.caps(),
                settings.templates())));
        Browser head = as(made.hostHead());

        assertThat(head.get("/review/" + reference).body()).doesNotContain("Come to the improvement workshop");
        assertThat(head.get(path()).status()).isEqualTo(404);
        assertThat(head.post(path(), Map.of("reason", REASON)).status()).isEqualTo(404);
    }

    @Test
    void nobodyButTheChampionsFindsTheNotesAnywhere() {
        timers.fire(reference, "WorkshopDayArrives");
        Rest champion = new Rest(port, made.champion());
        String task = champion.task(reference, "RunImprovementWorkshop", made.champion());
        Browser championsBrowser = as(made.champion());
        assertThat(championsBrowser
                        .send("PUT", "/drafts/" + task, "application/json", "{\"notes\":\"" + NOTES + "\"}")
                        .status())
                .isLessThan(500);
        List<String> others = List.of(
                made.hostHead(),
                made.deputy('a'),
                made.leadReviewer(),
                made.peerReviewer(),
                made.lead(),
                made.deputyLead());

        for (String other : others) {
            lookEverywhere(other, task);
        }
        assertThat(champion.complete(task, workshop(false)).status()).isEqualTo(204);

        for (String other : others) {
            lookEverywhere(other, task);
        }
        assertThat(championsBrowser.get(workshopPage()).body()).contains(NOTES);
        assertThat(database.sql(
                                "select count(*) from workshop_note n join review r on r.id = n.review where r.reference = ?")
                        .param(reference)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void lookEverywhere(String person, String task) {
        Rest rest = new Rest(port, person);
        Browser browser = as(person);
        Stream<String> answers = Stream.of(
                rest.get("/task/" + task + "/form-variables").body(),
                rest.get("/task/" + task + "/variables").body(),
                rest.get("/task/" + task + "/rendered-form").body(),
                rest.get("/variable-instance").body(),
                rest.get("/history/variable-instance").body(),
                rest.get("/history/detail").body(),
                rest.get("/history/task").body(),
                browser.get("/drafts/" + task).body(),
                browser.get(workshopPage()).body(),
                browser.get("/review/" + reference + "/targets").body(),
                browser.get("/review/" + reference + "/action-plan").body(),
                browser.get("/review/" + reference + "/debrief").body(),
                browser.get("/review/" + reference).body());
        assertThat(answers).as(person).noneMatch(answer -> answer != null && answer.contains("tired of projects"));
        assertThat(browser.get(workshopPage()).status()).as(person).isEqualTo(404);
    }

    private Map<String, Object> workshop(boolean head) {
        Map<String, Object> answer = new java.util.LinkedHashMap<>(Map.of(
                "heldOn",
                SchoolTime.today(clock).toString(),
                "targets",
                List.of(Map.of("text", "We ask more", "origin", "COMMITMENT")),
                "commitment",
                "One question more.",
                "notes",
                NOTES));
        if (head) {
            answer.put("headWasThere", true);
        }
        return answer;
    }

    private boolean headWasThere() {
        return database.sql(
                        "select w.head_was_there from workshop w join review r on r.id = w.review where r.reference = ?")
                .param(reference)
                .query(Boolean.class)
                .single();
    }

    private String path() {
        return "/review/" + reference + "/head-at-workshop";
    }

    private String workshopPage() {
        return "/review/" + reference + "/workshop";
    }

    private Browser as(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
