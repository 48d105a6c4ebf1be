package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Drafts;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ColumnsThatHold;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class NothingConfidentialInTheEngineTest {

    private static final String MARKER = "zebrafinch";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    @Autowired
    Drafts drafts;

    @Autowired
    DataSource database;

    private final List<String> hits = new ArrayList<>();
    private int columnsSearched;

    @Test
    void whatIsTypedIntoAnyFormOfAReviewIsInNoTableOfTheEngine() {
        clock.moveTo(TestPartnership.VISIT.minusDays(21).atTime(9, 0).toInstant(java.time.ZoneOffset.UTC));
        Made made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);

        handIn(
                reference,
                "CompleteSelfReview",
                made.hostHead(),
                form -> Map.of(
                        "statements",
                        List.of(Map.of("text", "We explain", "howWeKnow", "We have listened")),
                        "hopes",
                        "What we cannot see"));
        handIn(reference, "HoldPlanningMeeting", made.leadReviewer(), form -> Answers.planningMeeting("2026-09-17"));
        handIn(reference, "PrepareQuestions", made.leadReviewer(), form -> Answers.questions());
        timers.runWaiting(reference);
        timers.fire(reference, "VisitDayArrives");
        handIn(reference, "RecordEvidence", made.leadReviewer(), Answers::evidence);
        handIn(reference, "RecordEvidence", made.peerReviewer(), Answers::evidence);
        timers.runWaiting(reference);
        handIn(reference, "PresentFeedback", made.leadReviewer(), form -> {
            Map<String, Object> answer = Answers.feedback(form);
            answer.put(
                    "teamViews",
                    List.of(Map.of(
                            "statement", Answers.option(form, "statementOptions", 0),
                            "view", "PARTLY",
                            "note", "In some classes")));
            return answer;
        });
        handIn(
                reference,
                "WriteReport",
                made.leadReviewer(),
                form -> Map.of(
                        "summary", "In short",
                        "findingsText", "Findings",
                        "optionsText", "Ways",
                        "nextSteps", "Next"));
        timers.runWaiting(reference);
        handIn(
                reference,
                "CheckReport",
                made.hostHead(),
                form -> Map.of("corrections", "Eight classes", "reply", "Thank you", "release", "NO"));
        timers.fire(reference, "WorkshopDayArrives");
        handIn(
                reference,
                "RunImprovementWorkshop",
                made.champion(),
                form -> Answers.workshop(form, SchoolTime.today(clock).toString()));
        handIn(reference, "AgreeActionPlan", made.hostHead(), form -> Answers.actionPlan(form, "2026-12-01"));
        timers.runWaiting(reference);
        timers.fire(reference, "FollowUpDayArrives");
        handIn(reference, "HoldFollowUpMeeting", made.champion(), form -> Answers.followUp(form, "2026-12-03"));

        search("ACT_");
        assertThat(columnsSearched).isGreaterThan(200);
        assertThat(hits).as("columns of the engine that hold the marker").isEmpty();
        // The search finds what is there: our own record holds it.
        search("QUESTION");
        assertThat(hits).isNotEmpty();
    }

    @Test
    void whyAReviewIsCancelledIsInNoTableOfTheEngineEither() {
        clock.moveTo(TestPartnership.VISIT.minusDays(21).atTime(9, 0).toInstant(java.time.ZoneOffset.UTC));
        Made made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        timers.fire(reference, "PlanningMeetingLate");

        handIn(
                reference,
                "DecideWhatHelps",
                made.lead(),
                form -> Map.of("whatHelps", "CANCEL", "reason", "The school is to close"));

        search("ACT_");
        assertThat(columnsSearched).isGreaterThan(200);
        assertThat(hits).as("columns of the engine that hold the marker").isEmpty();
        search("LATE_DECISION");
        assertThat(hits).isNotEmpty();
    }

    /** Hands in with the marker in every text that was typed; also while the task is open, and in its draft. */
    private void handIn(
            String reference, String activity, String person, Function<JsonNode, Map<String, Object>> answer) {
        Rest rest = new Rest(port, person);
        String task = rest.task(reference, activity, person);
        drafts.keep(person, task, "{\"text\":\"" + MARKER + "\"}");
        JsonNode form = rest.form(task);
        Map<String, Object> marked = marked(answer.apply(form));
        assertThat(marked.toString()).contains(MARKER);
        // Refused first, for a field that is not there: a refusal leaves no trace either.
        Map<String, Object> wrong = new LinkedHashMap<>(marked);
        wrong.put("notInThisForm", MARKER);
        assertThat(rest.complete(task, wrong).status()).isEqualTo(400);
        search("ACT_");
        Rest.Reply reply = rest.complete(task, marked);
        assertThat(reply.status()).as("%s: %s", activity, reply.body()).isEqualTo(204);
        assertThat(drafts.of(person, task)).isEmpty();
        search("ACT_");
    }

    /** Keys of free text in the forms. */
    private static final List<String> TYPED = List.of(
            "rationale",
            "hypothesis",
            "question",
            "goal",
            "whereNow",
            "what",
            "text",
            "howWeKnow",
            "hopes",
            "note",
            "summary",
            "findingsText",
            "optionsText",
            "nextSteps",
            "corrections",
            "reply",
            "distanceToGoal",
            "option",
            "speaksFor",
            "speaksAgainst",
            "whoWouldHelp",
            "owner",
            "successSign",
            "support",
            "evidence",
            "goalNow",
            "commitment",
            "notes",
            "debrief",
            "baseline",
            "aim",
            "measuredNow",
            "sdpLink",
            "reason");

    private static Map<String, Object> marked(Map<String, Object> answer) {
        Map<String, Object> marked = new LinkedHashMap<>();
        answer.forEach((key, value) -> marked.put(key, marked(key, value)));
        return marked;
    }

    @SuppressWarnings("unchecked")
    private static Object marked(String key, Object value) {
        if (value instanceof List<?> rows) {
            return rows.stream()
                    .map(row -> row instanceof Map<?, ?> cells ? marked((Map<String, Object>) cells) : row)
                    .toList();
        }
        boolean optionChosen = value instanceof String text && text.matches("([A-Z]+:)?[0-9a-f]{8}-[0-9a-f-]{27}");
        return TYPED.contains(key) && value instanceof String && !optionChosen ? value + " " + MARKER : value;
    }

    private void search(String prefix) {
        ColumnsThatHold found = ColumnsThatHold.text(database, prefix, MARKER);
        hits.addAll(found.hits());
        columnsSearched = found.searched();
    }
}
