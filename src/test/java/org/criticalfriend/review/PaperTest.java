package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.DbsConfirmation;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.VisitingFacts;
import org.criticalfriend.partnership.VisitingRecords;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Browser.Page;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visit sheet and evidence sheets: for whom, when, and with what on them. */
@ApplicationTest
class PaperTest {

    private static final LocalDate SAID = LocalDate.of(2026, 9, 3);

    private static final String YES = "Yes, " + SchoolTime.shortWords(LocalDate.of(2026, 9, 3));

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    StartReview start;

    @Autowired
    VisitingRecords records;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewIsStarted() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(16), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    private void questionsAreIssued() {
        scenario.handIn(reference, "HoldPlanningMeeting", made.leadReviewer(), form -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("heldOn", TestPartnership.VISIT.minusDays(16).toString());
            answer.put("rationale", "Why");
            answer.put("question", "How well do they explain?");
            answer.put("goal", "Well");
            answer.put("scope", "WHOLE_SCHOOL");
            answer.put("purpose", "IMPROVE");
            answer.put("headConfirmed", true);
            answer.put("timetable", List.of(Map.of("time", "08:45", "what", "Coffee in the library")));
            return answer;
        });
        scenario.prepareQuestions(made, reference);
    }

    @Test
    void beforeTheQuestionsAreIssuedThePagesSayThatThereIsNothingYet() {
        for (String sheet : List.of("visit-sheet", "evidence-sheet")) {
            Page page = page(made.peerReviewer(), sheet);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("There is nothing to print yet").doesNotContain("How well");
        }
        assertThat(read("VisitSheet", made.peerReviewer())).isZero();
        assertThat(open(made.peerReviewer(), "/review/" + reference).body()).doesNotContain("visit-sheet");
    }

    @Test
    void teamHostAndWhoeverIsInChargeSeeBothSheetsAndTheReadingIsNoted() {
        questionsAreIssued();

        for (String person : List.of(
                made.leadReviewer(),
                made.peerReviewer(),
                made.champion(),
                made.deputy('d'),
                made.hostHead(),
                made.deputy('a'),
                made.lead())) {
            assertThat(page(person, "visit-sheet").body())
                    .as(person)
                    .contains("Visit to School a", "How well do they explain?", "Coffee in the library");
            assertThat(page(person, "evidence-sheet").body())
                    .as(person)
                    .contains("How well do they explain?", "1. How?", "Lesson visit");
            assertThat(read("VisitSheet", person)).isEqualTo(1);
            assertThat(read("EvidenceSheet", person)).isEqualTo(1);
        }
    }

    @Test
    void nobodyElseSeesEitherSheet() {
        questionsAreIssued();
        Made others = partnerships.make();
        partnerships.startReview(others, TestPartnership.VISIT.plusDays(7));
        String associate = associateOfAnotherReview();

        for (String person : List.of(
                made.head('c'),
                made.teacher('a'),
                made.teacher('c'),
                others.hostHead(),
                others.leadReviewer(),
                others.lead(),
                partnerships.office(others, 'a'),
                associate)) {
            assertThat(page(person, "visit-sheet").status()).as(person).isEqualTo(404);
            assertThat(page(person, "evidence-sheet").status()).as(person).isEqualTo(404);
            assertThat(read("VisitSheet", person)).isZero();
        }
        assertThat(new Browser(port)
                        .get("/review/%s/visit-sheet".formatted(reference))
                        .location())
                .isEqualTo("/sign-in");
        assertThat(open(made.lead(), "/review/no-such-review/visit-sheet").status())
                .isEqualTo(404);
    }

    private String associateOfAnotherReview() {
        start.as(new PlannedReview(
                made.id(),
                made.school('b'),
                "Another focus",
                TestPartnership.VISIT.plusDays(7),
                TestPartnership.VISIT.plusDays(7),
                Map.of(),
                Map.of(
                        Duty.LEAD_REVIEWER, List.of(made.head('c')),
                        Duty.PEER_REVIEWER, List.of(made.head('d')),
                        Duty.ASSOCIATE, List.of(made.teacher('c')))));
        return made.teacher('c');
    }

    @Test
    void officesOfHostAndVisitorsSeeTheVisitSheetWithoutAnyContent() {
        questionsAreIssued();

        for (char school : "abc".toCharArray()) {
            String office = partnerships.office(made, school);
            assertThat(page(office, "visit-sheet").body())
                    .as(office)
                    .contains("Visit to School a", TestPartnership.nameOf(made.leadReviewer()))
                    .doesNotContain("How well do they explain?", "Coffee in the library", "How?");
            assertThat(page(office, "evidence-sheet").status()).as(office).isEqualTo(404);
            assertThat(open(office, "/review/" + reference).body())
                    .as(office)
                    .contains("visit-sheet")
                    .doesNotContain("evidence-sheet", "How well do they explain?");
        }
    }

    @Test
    void theSheetSaysWhatTheSchoolHasEnteredAndWhoComes() {
        questionsAreIssued();
        records.enter(new VisitingFacts(
                made.school('a'),
                0,
                Optional.of("At the village hall"),
                Optional.of("Green door"),
                Optional.of("01632 960777"),
                Optional.of("Soup at noon"),
                Optional.of(true)));
        people.change(people.find(made.leadReviewer()).orElseThrow().withPhone("01632 960888"));
        people.change(people.find(made.peerReviewer()).orElseThrow().withPhone("01632 960999"));

        assertThat(page(made.hostHead(), "visit-sheet").body())
                .contains(
                        "1 School Lane",
                        "Thursday 8 October 2026",
                        "08:30 to 16:30",
                        "At the village hall",
                        "Green door",
                        "01632 960777",
                        "Soup at noon",
                        "please bring identification with a photograph",
                        "01632 960888",
                        "Peer reviewer, deputy lead",
                        "Reserve reviewer: comes only if somebody cannot")
                .as("only the lead's phone; who does not come on the day is not on it")
                .doesNotContain("01632 960999", TestPartnership.nameOf(made.champion()));
    }

    @Test
    void whetherAnEmployerHasConfirmedACheckIsToldToTheHostAndToThePersonButNotToTheTeam() {
        questionsAreIssued();
        records.say(new DbsConfirmation(made.leadReviewer(), 0, true, SAID, made.leadReviewer()));
        String hostOffice = partnerships.office(made, 'a');
        String leadsOffice = partnerships.office(made, 'b');

        for (String told :
                List.of(made.hostHead(), made.deputy('a'), hostOffice, made.lead(), made.leadReviewer(), leadsOffice)) {
            assertThat(page(told, "visit-sheet").body()).as(told).contains(YES);
        }
        assertThat(page(made.peerReviewer(), "visit-sheet").body())
                .doesNotContain(YES)
                .contains("Told to the host school", "Not yet confirmed");
        assertThat(page(leadsOffice, "visit-sheet").body())
                .as("its own people only")
                .contains("Told to the host school")
                .doesNotContain("Not yet confirmed");
    }

    @Test
    void theDoorsToTheSheetsOpenWithTheQuestions() {
        questionsAreIssued();

        assertThat(open(made.peerReviewer(), "/review/" + reference).body())
                .contains("/review/%s/visit-sheet".formatted(reference))
                .contains("/review/%s/evidence-sheet".formatted(reference))
                .contains("/review/%s/team".formatted(reference));
        assertThat(open(made.hostHead(), "/review/" + reference).body())
                .contains("/school/%s/visitors".formatted(made.school('a')))
                .doesNotContain("/review/%s/team".formatted(reference));
        assertThat(open(made.head('c'), "/review/" + reference).body())
                .as("of the same partnership, but on no team of it")
                .doesNotContain("visit-sheet", "evidence-sheet", "/team");
    }

    private Page page(String person, String sheet) {
        return open(person, "/review/%s/%s".formatted(reference, sheet));
    }

    private Page open(String person, String path) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser.get(path);
    }

    private long read(String part, String person) {
        return database.sql(
                        "select count(*) from audit where person = ? and act = 'READ' and subject = ? and review = ?")
                .params(person, part, reference)
                .query(Long.class)
                .single();
    }
}
