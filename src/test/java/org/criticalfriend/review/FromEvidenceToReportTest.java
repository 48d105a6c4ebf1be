package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.spin.json.SpinJsonNode;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class FromEvidenceToReportTest {

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    Reviews reviews;

    @Autowired
    Reports reports;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void bothReviewersHaveHandedIn() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToVisit(made, reference);
        scenario.recordEvidence(reference, made.leadReviewer());
        scenario.recordEvidence(reference, made.peerReviewer());
    }

    @Test
    void aFindingRestsOnWhatWasTickedElseOnAllUnderItsQuestion() {
        EvidenceItem ticked = evidence().get(1);

        present(List.of(
                finding(Map.of("evidence", List.of(ticked.id().toString()))),
                finding(Map.of("text", "Everything says so"))));

        Map<UUID, Set<UUID>> links = reports.linksOf(review());
        List<Finding> findings = reviews.findingsOf(review());
        assertThat(links.get(findings.get(0).id())).containsExactly(ticked.id());
        assertThat(links.get(findings.get(1).id()))
                .containsExactlyInAnyOrderElementsOf(
                        evidence().stream().map(EvidenceItem::id).toList());
    }

    @Test
    void aFindingCannotRestOnEvidenceOfAnotherReview() {
        assertThatThrownBy(() -> present(List.of(
                        finding(Map.of("evidence", List.of(UUID.randomUUID().toString()))))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("What it rests on: please choose one of the options shown");
        assertThat(reviews.findingsOf(review())).isEmpty();
    }

    @Test
    void theReflectionDeadlineLeavesTheSchoolTimeToReadTheReport() {
        assertThatThrownBy(() -> handInFeedback("2026-10-19"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("time to read the report, Tuesday 20 October 2026 or later");
    }

    @Test
    void theReportOpensPutTogetherFromWhatIsKnown() {
        present(List.of(finding(Map.of("text", "Children explain to each other", "kind", "GOOD_PRACTICE"))));

        scenario.handIn(reference, "WriteReport", made.leadReviewer(), form -> {
            assertThat((String) form.get("summary")).startsWith("The school asked: How well?");
            assertThat(form.get("findingsText"))
                    .isEqualTo(
                            "Question 1. How?\n\nGood practice to share: Children explain to each other (Evidence: other.)");
            assertThat((String) form.get("optionsText")).isEmpty();
            assertThat((String) form.get("nextSteps"))
                    .contains("agrees its action plan by Thursday 22 October 2026")
                    .contains("The follow-up meeting in school is on");
            assertThat(form.get("notIn")).isEqualTo("");
            assertThat(form.get("findingsCoverage")).isEqualTo("Every question is answered by a finding.");
            assertThat((String) form.get("readers")).contains("once the head has released the report");
            return Map.of("summary", "In our words");
        });

        assertThat(reports.of(review()).orElseThrow().text().summary()).isEqualTo("In our words");
        assertThat(review().reached().reportWrittenOn()).isEqualTo(TestPartnership.VISIT);
    }

    @Test
    void theHeadsAnswerStandsBesideTheTextAndSharesWhatIsTicked() {
        present(List.of(
                finding(Map.of("text", "Talk partners", "kind", "GOOD_PRACTICE")),
                finding(Map.of("text", "A quiet corner", "kind", "GOOD_PRACTICE")),
                finding(Map.of("text", "To think about", "kind", "TO_CONSIDER"))));
        scenario.writeReport(made, reference);
        Report before = reports.of(review()).orElseThrow();

        scenario.handIn(
                reference,
                "CheckReport",
                made.hostHead(),
                form -> Map.of(
                        "corrections", "There are eight classes.",
                        "reply", "We were glad of the visit.",
                        "sharedPractice", List.of(options(form.getValue("practiceOptions", SpinJsonNode.class), 1)),
                        "release", "NO"));

        Report after = reports.of(review()).orElseThrow();
        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.schoolsCorrections()).contains("There are eight classes.");
        assertThat(after.schoolsReply()).contains("We were glad of the visit.");
        assertThat(after.isAccepted()).isTrue();
        assertThat(after.acceptedBySilence()).isFalse();
        assertThat(reports.sharedOf(review()))
                .containsExactly(reviews.findingsOf(review()).get(1).id());
    }

    @Test
    void theReleaseHasToBeDecidedAndNothingElse() {
        present(List.of(finding(Map.of())));
        scenario.writeReport(made, reference);

        assertThatThrownBy(() -> scenario.handIn(reference, "CheckReport", made.hostHead(), form -> Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("Do you release the report? – please choose one.");
    }

    private void present(List<Map<String, Object>> findings) {
        scenario.handIn(
                reference,
                "PresentFeedback",
                made.leadReviewer(),
                form -> Map.of("findings", findings, "reflectionDeadline", form.get("reflectionDeadline")));
    }

    private void handInFeedback(String deadline) {
        scenario.handIn(
                reference,
                "PresentFeedback",
                made.leadReviewer(),
                form -> Map.of("findings", List.of(finding(Map.of())), "reflectionDeadline", deadline));
    }

    private Map<String, Object> finding(Map<String, Object> more) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "question",
                reviews.questionsOf(review()).get(0).id().toString(),
                "kind",
                "STRENGTH",
                "text",
                "It goes well"));
        row.putAll(more);
        return row;
    }

    private static String options(SpinJsonNode options, int index) {
        return options.elements().get(index).prop("value").stringValue();
    }

    private List<EvidenceItem> evidence() {
        return reviews.evidenceOf(review());
    }

    private Review review() {
        return reviews.of(reference);
    }
}
