package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which questions have no evidence is said where it can still be changed: at evidence, feedback and report. */
@ApplicationTest
class CoverageIsSaidTest {

    private static final String COVERAGE = "1 of 2 questions has no evidence yet: 2.";

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

    @Test
    void atEvidenceFeedbackAndReport() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        Made made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.holdPlanningMeeting(made, reference);
        scenario.handIn(reference, "PrepareQuestions", made.leadReviewer(), form -> Answers.questions());
        timers.runWaiting(reference);
        timers.fire(reference, "VisitDayArrives");
        scenario.recordEvidence(reference, made.leadReviewer());

        Browser peer = new Browser(port);
        peer.signIn(made.peerReviewer(), TestPartnership.PASSWORD);
        assertThat(peer.get("/review/" + reference + "/evidence").body()).contains(COVERAGE);
        scenario.handIn(reference, "RecordEvidence", made.peerReviewer(), form -> {
            assertThat(form).containsEntry("coverage", COVERAGE);
            return Map.of(
                    "items",
                    List.of(Map.of("question", ReviewScenario.firstQuestion(form), "type", "OTHER", "note", "Seen")));
        });
        scenario.handIn(reference, "PresentFeedback", made.leadReviewer(), form -> {
            assertThat(form).containsEntry("coverage", COVERAGE);
            return Map.of(
                    "findings",
                    List.of(Map.of(
                            "question",
                            ReviewScenario.firstQuestion(form),
                            "kind",
                            "STRENGTH",
                            "text",
                            "It goes well")),
                    "reflectionDeadline",
                    form.get("reflectionDeadline"));
        });
        scenario.handIn(reference, "WriteReport", made.leadReviewer(), form -> {
            assertThat(form).containsEntry("coverage", COVERAGE);
            assertThat(form).containsEntry("findingsCoverage", "No finding answers question 2.");
            return Map.of("summary", "In our words");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"record-evidence", "present-feedback", "write-report"})
    void theFormShowsIt(String form) throws IOException {
        assertThat(Files.readString(Path.of("forms", form + ".form"))).contains("{{coverage}}");
    }
}
