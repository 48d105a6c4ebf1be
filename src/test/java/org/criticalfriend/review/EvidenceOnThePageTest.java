package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.spin.json.SpinJsonNode;
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

@ApplicationTest
class EvidenceOnThePageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Timers timers;

    @Autowired
    Reviews reviews;

    @Autowired
    Reports reports;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void questionsAreIssued() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.holdPlanningMeeting(made, reference);
        scenario.prepareQuestions(made, reference);
    }

    @Test
    void itOpensAtEightOnTheVisitDayForThoseWhoReview() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT, LocalTime.of(7, 59)));
        assertThat(signedIn(made.peerReviewer()).get(page()).status()).isEqualTo(404);
        assertThat(note(made.peerReviewer(), question(1), "Too soon").body()).contains("from the morning of the visit");

        timers.fire(reference, "VisitDayArrives");

        assertThat(signedIn(made.peerReviewer()).get(page()).status()).isEqualTo(200);
        assertThat(signedIn(made.leadReviewer()).get("/review/" + reference).body())
                .contains(page());
        assertThat(evidence()).isEmpty();
    }

    @Test
    void nobodyElseComesThere() {
        timers.fire(reference, "VisitDayArrives");
        String reserve = made.deputy('d');

        for (String other : List.of(
                made.teacher('a'),
                partnerships.office(made, 'a'),
                made.champion(),
                made.lead(),
                reserve,
                partnerships.make().lead())) {
            Browser browser = signedIn(other);
            assertThat(browser.get(page()).status()).as(other).isEqualTo(404);
            assertThat(browser.post(page(), typed(question(1), "", "Let in")).status())
                    .as(other)
                    .isEqualTo(404);
            assertThat(browser.get("/review/" + reference).body()).as(other).doesNotContain(page() + '"');
        }
        assertThat(evidence()).isEmpty();
    }

    @Test
    void theLeadershipOfTheHostReadsItOnceTheVisitHasBegunAndWritesNothing() {
        for (String reader : List.of(made.hostHead(), made.deputy('a'))) {
            assertThat(signedIn(reader).get(page()).status()).as(reader).isEqualTo(404);
            assertThat(signedIn(reader).get("/review/" + reference).body()).doesNotContain(page() + '"');
        }
        timers.fire(reference, "VisitDayArrives");
        note(made.peerReviewer(), question(1), "Children talk in pairs");
        EvidenceItem item = evidence().get(0);

        for (String reader : List.of(made.hostHead(), made.deputy('a'))) {
            Browser browser = signedIn(reader);
            assertThat(browser.get("/review/" + reference).body()).as(reader).contains(page() + '"');
            assertThat(browser.get(page()).body())
                    .as(reader)
                    .contains("Children talk in pairs", "the team may add to this")
                    .doesNotContain("<textarea")
                    .doesNotContain(TestPartnership.nameOf(made.peerReviewer()));
            Map<String, String> typed = typed(question(1), "", "Let in");
            typed.put("version", String.valueOf(item.version()));
            assertThat(browser.post(page(), typed).status()).isEqualTo(404);
            assertThat(browser.post(page() + "/" + item.id(), typed).status()).isEqualTo(404);
            assertThat(browser.post(page() + "/" + item.id() + "/taken-back", typed)
                            .status())
                    .isEqualTo(404);
            assertThat(database.sql("select act from audit where person = ? and review = ? and subject = 'Evidence'")
                            .params(reader, reference)
                            .query(String.class)
                            .list())
                    .containsExactly("READ");
        }
        assertThat(evidence()).extracting(EvidenceItem::note).containsExactly("Children talk in pairs");

        scenario.recordEvidence(reference, made.leadReviewer());
        scenario.presentFeedback(made, reference);
        scenario.writeReport(made, reference);
        assertThat(signedIn(made.hostHead()).get(page()).body())
                .contains("Children talk in pairs")
                .doesNotContain("the team may add to this");
    }

    @Test
    void aNoteIsAddedCorrectedAndTakenBack() {
        timers.fire(reference, "VisitDayArrives");
        Browser peer = signedIn(made.peerReviewer());

        assertThat(peer.post(page(), typed(question(1), "", "Children\r\ntalk")).location())
                .isEqualTo(page() + "?added");
        EvidenceItem first = evidence().get(0);
        assertThat(first.note()).isEqualTo("Children\ntalk");

        Map<String, String> corrected = typed(question(1), "", "Children talk in pairs");
        corrected.put("version", String.valueOf(first.version()));
        assertThat(peer.post(page() + "/" + first.id(), corrected).location()).isEqualTo(page() + "?corrected");
        EvidenceItem second = evidence().get(0);
        assertThat(second.note()).isEqualTo("Children talk in pairs");

        peer.post(page() + "/" + first.id() + "/taken-back", Map.of("version", String.valueOf(second.version())));
        assertThat(evidence()).isEmpty();
    }

    @Test
    void whoComesSecondIsToldSoAndKeepsWhatTheyTyped() {
        timers.fire(reference, "VisitDayArrives");
        note(made.peerReviewer(), question(1), "First");
        EvidenceItem item = evidence().get(0);
        Map<String, String> faster = typed(question(1), "", "Faster");
        faster.put("version", String.valueOf(item.version()));
        signedIn(made.peerReviewer()).post(page() + "/" + item.id(), faster);

        Map<String, String> slower = typed(question(1), "", "Slower words");
        slower.put("version", String.valueOf(item.version()));
        Browser.Page answer = signedIn(made.peerReviewer()).post(page() + "/" + item.id(), slower);

        assertThat(answer.body())
                .contains("This note was changed meanwhile")
                .contains("Faster")
                .contains("Slower words</textarea>")
                .contains("name=\"version\" value=\"" + (item.version() + 1) + "\"");
        assertThat(evidence()).extracting(EvidenceItem::note).containsExactly("Faster");
    }

    @Test
    void nobodyCorrectsOrTakesBackWhatSomebodyElseNoted() {
        timers.fire(reference, "VisitDayArrives");
        note(made.peerReviewer(), question(1), "Of the peer");
        EvidenceItem item = evidence().get(0);
        Map<String, String> typed = typed(question(1), "", "Of the lead");
        typed.put("version", String.valueOf(item.version()));
        Browser lead = signedIn(made.leadReviewer());

        lead.post(page() + "/" + item.id(), typed);
        lead.post(page() + "/" + item.id() + "/taken-back", Map.of("version", String.valueOf(item.version())));

        assertThat(evidence()).extracting(EvidenceItem::note).containsExactly("Of the peer");
        assertThat(lead.get(page()).body()).doesNotContain("Of the peer");
    }

    @Test
    void aQuestionThatCameUpOnTheDayIsNumberedOnMarkedAndThereOnce() {
        timers.fire(reference, "VisitDayArrives");
        Browser peer = signedIn(made.peerReviewer());

        peer.post(page(), typed("NEW", "What do parents hear?", "A letter each week"));
        scenario.handIn(
                reference,
                "RecordEvidence",
                made.leadReviewer(),
                form -> Map.of(
                        "items",
                        List.of(Map.of(
                                "question", "NEW",
                                "newQuestion", "what do parents hear? ",
                                "type", "OTHER",
                                "note", "An open door"))));

        assertThat(reviews.questionsOf(reviews.of(reference)))
                .extracting(Question::numbered)
                .containsExactly("1. How?", "2. What do parents hear? (added on the day)");
        assertThat(evidence()).extracting(EvidenceItem::question).hasSize(2).containsOnly(question2());
        assertThat(peer.get(page()).body()).contains("2. What do parents hear? (added on the day)");
    }

    @Test
    void whatWasNotedOnThePageNeedNotBeTypedIntoTheTask() {
        timers.fire(reference, "VisitDayArrives");
        note(made.peerReviewer(), question(1), "Noted in the corridor");

        scenario.handIn(reference, "RecordEvidence", made.peerReviewer(), form -> {
            assertThat(form.getValue("own", SpinJsonNode.class).toString()).contains("Noted in the corridor");
            return Map.of("items", List.of());
        });

        assertThat(scenario.open(reference, "RecordEvidence", made.peerReviewer()))
                .isNull();
        assertThat(evidence()).hasSize(1);
    }

    @Test
    void whoHasHandedInTheTaskAddsMoreUntilTheReportIsWritten() {
        scenario.walkToFeedbackFromIssued(made, reference);

        note(made.peerReviewer(), question(1), "Remembered at night");
        assertThat(evidence()).hasSize(3);
        scenario.writeReport(made, reference);

        Browser.Page late = note(made.peerReviewer(), question(1), "Too late, but not lost");
        assertThat(late.body()).contains("The report has been written").contains("Too late, but not lost</textarea>");
        assertThat(evidence()).hasSize(3);
        assertThat(signedIn(made.peerReviewer()).get(page()).body())
                .contains("Remembered at night")
                .contains("nothing can be added or changed");
    }

    @Test
    void aTaskThatIsLeftOpenClosesWithTheReportAndTheLeadHasReadWhoIsMissing() {
        timers.fire(reference, "VisitDayArrives");
        scenario.recordEvidence(reference, made.leadReviewer());
        scenario.presentFeedback(made, reference);

        scenario.handIn(reference, "WriteReport", made.leadReviewer(), form -> {
            assertThat(form.get("notIn")).isEqualTo(TestPartnership.nameOf(made.peerReviewer()) + ".");
            return Map.of("summary", "In short");
        });

        assertThat(scenario.open(reference, "RecordEvidence", made.peerReviewer()))
                .isNull();
    }

    @Test
    void whatAFindingRestsOnIsCorrectedAndNotTakenBack() {
        scenario.walkToFeedbackFromIssued(made, reference);
        EvidenceItem cited = evidence().stream()
                .filter(item -> reports.isCited(item.id()))
                .findFirst()
                .orElseThrow();
        Browser author = signedIn(made.leadReviewer());

        Browser.Page answer = author.post(
                page() + "/" + cited.id() + "/taken-back", Map.of("version", String.valueOf(cited.version())));
        Map<String, String> moved = typed("NEW", "Another?", "Elsewhere");
        moved.put("version", String.valueOf(cited.version()));
        Browser.Page elsewhere = author.post(page() + "/" + cited.id(), moved);

        assertThat(answer.body()).contains("A finding rests on this note");
        assertThat(elsewhere.body()).contains("it stays under its question");
        assertThat(reviews.questionsOf(reviews.of(reference))).hasSize(1);
        assertThat(evidence()).contains(cited);
    }

    @Test
    void whatIsMissingIsToldInWordsAndWhatWasTypedStands() {
        timers.fire(reference, "VisitDayArrives");
        Browser peer = signedIn(made.peerReviewer());

        assertThat(peer.post(page(), Map.of("note", "Half a note")).body())
                .contains("Question it belongs to: please choose one.")
                .contains("Half a note</textarea>");
        assertThat(peer.post(page(), typed("00000000-0000-0000-0000-000000000000", "", "x"))
                        .body())
                .contains("please choose one of the questions shown");
        assertThat(peer.post(page(), typed(question(1), "", "x".repeat(2001))).body())
                .contains("What you saw or heard: please shorten this to at most 2000 characters.");
        assertThat(peer.post(page(), typed(question(1), "", "Half \0 a note")).body())
                .contains("What you saw or heard: this contains characters that cannot be kept");
        assertThat(evidence()).isEmpty();
    }

    @Test
    void aWordOfAnInspectionIsKeptAndHintedAt() {
        timers.fire(reference, "VisitDayArrives");
        note(made.peerReviewer(), question(1), "The display is outstanding.");

        assertThat(signedIn(made.peerReviewer()).get(page()).body()).contains("A word of an inspection");
        assertThat(evidence()).hasSize(1);
    }

    private Browser.Page note(String person, String question, String note) {
        return signedIn(person).post(page(), typed(question, "", note));
    }

    private static Map<String, String> typed(String question, String newQuestion, String note) {
        return new HashMap<>(
                Map.of("question", question, "newQuestion", newQuestion, "type", "LESSON_VISIT", "note", note));
    }

    private String question(int number) {
        return reviews.questionsOf(reviews.of(reference)).get(number - 1).id().toString();
    }

    private UUID question2() {
        return UUID.fromString(question(2));
    }

    private List<EvidenceItem> evidence() {
        return reviews.evidenceOf(reviews.of(reference));
    }

    private String page() {
        return "/review/" + reference + "/evidence";
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        browser.get("/");
        return browser;
    }
}
