package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was found on the visit day can be followed to what the school does about it: typed once (P37), nothing without a source. */
@ApplicationTest
class FromFindingToActionTest {

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
    Outcomes outcomes;

    private Made made;
    private String reference;

    @BeforeEach
    void theWorkshopDayIsHere() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToFeedback(made, reference);
        timers.fire(reference, "WorkshopDayArrives");
    }

    @Test
    void aTargetAnswersAFindingAndAnActionATargetOrAFinding() {
        UUID finding = reviews.findingsOf(review()).get(0).id();

        workshop("FINDING:" + finding);
        UUID target = outcomes.targetsOf(review()).get(0).id();
        plan("TARGET:" + target, "FINDING:" + finding, "COMMITMENT");

        assertThat(outcomes.targetsOf(review())).extracting(Target::finding).containsExactly(finding);
        assertThat(reviews.actionsOf(review())).extracting(Action::target).containsExactly(target, null, null);
        assertThat(reviews.actionsOf(review())).extracting(Action::finding).containsExactly(null, finding, null);
    }

    @Test
    void anActionHasAnOwnerADayAndASignOfSuccessAndTheFormSaysWhoWasAtTheWorkshop() {
        scenario.handIn(
                reference,
                "RunImprovementWorkshop",
                made.champion(),
                form -> Map.of(
                        "heldOn", SchoolTime.today(clock).toString(),
                        "seniorStaff", List.of(made.deputy('a')),
                        "targets", List.of(Map.of("text", "We ask more", "origin", "COMMITMENT")),
                        "commitment", "One question more."));

        scenario.handIn(reference, "AgreeActionPlan", made.hostHead(), form -> {
            assertThat(form).containsEntry("whoWasThere", "Post");
            return Map.of(
                    "actions",
                    List.of(Map.of(
                            "what", "Try it",
                            "origin", "COMMITMENT",
                            "owner", "Mathematics lead",
                            "due", "2026-12-01",
                            "successSign", "Children answer in sentences",
                            "support", "Somebody to plan with")));
        });

        assertThat(reviews.actionsOf(review())).singleElement().satisfies(action -> {
            assertThat(action.owner()).isEqualTo("Mathematics lead");
            assertThat(action.due()).isEqualTo(LocalDate.of(2026, 12, 1));
            assertThat(action.successSign()).isEqualTo("Children answer in sentences");
            assertThat(action.support()).isEqualTo("Somebody to plan with");
        });
    }

    @Test
    void neitherRestsOnAFindingOfAnotherReviewOrOnNothing() {
        assertThatThrownBy(() -> workshop("FINDING:" + UUID.randomUUID()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Where it comes from: please choose one of the options shown");
        assertThatThrownBy(() -> workshop("")).isInstanceOf(Refusal.class).hasMessageContaining("Where it comes from");
        scenario.runImprovementWorkshop(made, reference);

        assertThatThrownBy(() -> plan("TARGET:" + UUID.randomUUID()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Where it comes from: please choose one of the options shown");
        assertThat(reviews.actionsOf(review())).isEmpty();
    }

    private void workshop(String origin) {
        scenario.handIn(
                reference,
                "RunImprovementWorkshop",
                made.champion(),
                form -> Map.of(
                        "heldOn", SchoolTime.today(clock).toString(),
                        "targets", List.of(Map.of("text", "We ask more", "origin", origin)),
                        "commitment", "One question more."));
    }

    private void plan(String... origins) {
        scenario.handIn(
                reference,
                "AgreeActionPlan",
                made.hostHead(),
                form -> Map.of(
                        "actions",
                        List.of(origins).stream()
                                .map(origin -> Map.of(
                                        "what",
                                        "Try it",
                                        "origin",
                                        origin,
                                        "owner",
                                        "Deputy head",
                                        "due",
                                        "2026-12-01"))
                                .toList()));
    }

    private Review review() {
        return reviews.of(reference);
    }
}
