package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P25: the school's leaders check their own judgement against what the team has seen. */
@ApplicationTest
class TeamsViewOfTheSelfReviewTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    MovableClock clock;

    @Autowired
    Reviews reviews;

    @Autowired
    SelfReviews selfReviews;

    private Made made;
    private String reference;

    @BeforeEach
    void aReviewWithTwoStatementsHasItsVisit() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 7), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.handIn(
                reference,
                "CompleteSelfReview",
                made.hostHead(),
                form -> Map.of(
                        "statements",
                        List.of(
                                Map.of("text", "Children explain well", "howWeKnow", "We have listened"),
                                Map.of("text", "Books show it"))));
        scenario.walkToVisit(made, reference);
        scenario.recordEvidence(reference, made.leadReviewer());
        scenario.recordEvidence(reference, made.peerReviewer());
    }

    @Test
    void theFeedbackOpensWithTheStatementsAndTheSchoolReadsWhatTheTeamSays() {
        scenario.handIn(reference, "PresentFeedback", made.leadReviewer(), form -> {
            assertThat(form.get("selfReview").toString())
                    .contains("1. Children explain well", "We have listened", "2. Books show it");
            assertThat(form.get("teamViews").toString()).contains(statement(0), statement(1));
            Map<String, Object> answer = feedback(form);
            answer.put("teamViews", List.of(view(0, "PARTLY", "In some classes"), view(1, null, null)));
            return answer;
        });

        assertThat(statements())
                .extracting(SelfReviewStatement::teamView, SelfReviewStatement::teamNote)
                .containsExactly(tuple("PARTLY", "In some classes"), tuple(null, null));
        for (String reader : List.of(made.hostHead(), made.deputy('a'), made.peerReviewer())) {
            assertThat(page(reader))
                    .as(reader)
                    .containsOnlyOnce("The team:")
                    .contains("agrees in part", "In some classes");
        }
    }

    @Test
    void whatTheTeamSaysIsInNoReportThatOthersMayRead() {
        scenario.handIn(reference, "PresentFeedback", made.leadReviewer(), form -> {
            Map<String, Object> answer = feedback(form);
            answer.put("teamViews", List.of(view(0, "DIFFER", "Heard otherwise")));
            return answer;
        });

        scenario.handIn(reference, "WriteReport", made.leadReviewer(), form -> {
            assertThat(form.toString()).doesNotContain("Heard otherwise", "Children explain well");
            return Map.of("summary", "In our words");
        });
    }

    @Test
    void aStatementIsTakenOnceAndAReasonNeedsAView() {
        assertThatThrownBy(() -> present(view(0, "AGREE", null), view(0, "DIFFER", null)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Statements of the school, row 2, Statement: please take each of them once.");
        assertThatThrownBy(() -> present(view(0, null, "Because")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Statements of the school, row 1, What does the team say?: please fill this in.");
        assertThat(statements()).extracting(SelfReviewStatement::teamView).containsOnlyNulls();
        assertThat(reviews.findingsOf(reviews.of(reference))).isEmpty();
    }

    private void present(Object... views) {
        scenario.handIn(reference, "PresentFeedback", made.leadReviewer(), form -> {
            Map<String, Object> answer = feedback(form);
            answer.put("teamViews", Arrays.asList(views));
            return answer;
        });
    }

    private static Map<String, Object> feedback(VariableMap form) {
        return new HashMap<>(Map.of(
                "findings",
                List.of(Map.of(
                        "question", ReviewScenario.firstQuestion(form), "kind", "STRENGTH", "text", "It goes well")),
                "reflectionDeadline",
                form.get("reflectionDeadline")));
    }

    private Map<String, Object> view(int statement, String view, String note) {
        Map<String, Object> row = new HashMap<>();
        row.put("statement", statement(statement));
        row.put("view", view);
        row.put("note", note);
        return row;
    }

    private String statement(int index) {
        return statements().get(index).id().toString();
    }

    private List<SelfReviewStatement> statements() {
        return selfReviews.statementsOf(reviews.of(reference));
    }

    private String page(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser.get("/review/" + reference + "/self-review").body();
    }
}
