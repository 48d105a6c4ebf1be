package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Refusal;
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

/** P31, P32: as soon as the workshop is typed up the head reads the targets; the Champion and senior staff tell them in person. */
@ApplicationTest
class TargetsAreToldToTheHeadTest {

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
    Outcomes outcomes;

    @Autowired
    TaskService tasks;

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
    void theHeadReadsTheTargetsAtOnceAndThePlanOpensWithThem() {
        assertThat(page(made.hostHead()).status()).isEqualTo(404);

        workshop(List.of());

        assertThat(page(made.hostHead()).body())
                .contains("We ask more than we tell")
                .contains("One question more in every lesson.");
        assertThat(page(made.peerReviewer()).status()).isEqualTo(200);
        assertThat(page(made.teacher('a')).status()).isEqualTo(404);
        assertThat(page(made.lead()).status()).isEqualTo(404);
        scenario.handIn(reference, "AgreeActionPlan", made.hostHead(), form -> {
            assertThat(form.get("actions").toString()).contains("We ask more than we tell");
            assertThat(form.get("commitment")).isEqualTo("One question more in every lesson.");
            return Map.of(
                    "actions",
                    List.of(Map.of(
                            "what",
                            "We ask more than we tell",
                            "origin",
                            ReviewScenario.option(form, "originOptions", 0),
                            "owner",
                            "Deputy head",
                            "due",
                            "2026-12-01")));
        });
        assertThat(reviews.actionsOf(review()))
                .singleElement()
                .extracting(Action::target)
                .isEqualTo(outcomes.targetsOf(review()).get(0).id());
    }

    @Test
    void theChampionTicksThatTheHeadWasToldAndSeniorStaffWhoWereThereDoTheSame() {
        workshop(List.of(made.deputy('a')));

        scenario.reportTargetsToHead(made, reference);
        scenario.handIn(reference, "ReportTargetsAsSeniorStaff", made.deputy('a'), form -> Map.of("told", true));
        timers.runWaiting(reference);

        assertThat(outcomes.toldIn(review())).containsExactlyInAnyOrder(made.champion(), made.deputy('a'));
        assertThat(reviews.latenessOf(review())).isEmpty();
        assertThat(scenario.open(reference, "AgreeActionPlan", made.hostHead())).isNotNull();
    }

    @Test
    void withoutSeniorStaffNobodyElseIsAsked() {
        workshop(List.of());

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .taskDefinitionKey("ReportTargetsAsSeniorStaff")
                        .count())
                .isZero();
    }

    @Test
    void aHeadWhoIsNotToldByTheNextNoonIsNotedAsLateAndCanStillBeTold() {
        workshop(List.of(made.deputy('a')));

        timers.fire(reference, "TargetsNotTold");

        assertThat(reviews.latenessOf(review())).extracting(Lateness::what).containsExactly("TargetsNotTold");
        scenario.reportTargetsToHead(made, reference);
        assertThat(outcomes.toldIn(review())).containsExactly(made.champion());
    }

    @Test
    void seniorStaffWhoNeverTickHoldNothingUp() {
        workshop(List.of(made.deputy('a')));
        scenario.agreeActionPlan(made, reference);

        timers.fire(reference, "SeniorStaffTimeIsUp");

        assertThat(scenario.open(reference, "ReportTargetsAsSeniorStaff", made.deputy('a')))
                .isNull();
        assertThat(timers.dueAt(reference, "FollowUpDayArrives")).isAfter(clock.instant());
    }

    @Test
    void theHeadIsNoneOfTheSeniorStaff() {
        assertThatThrownBy(() -> workshop(List.of(made.hostHead())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Senior staff");
    }

    @Test
    void aWorkshopIsNotTypedUpBeforeItIsHeldAndNotWithoutATarget() {
        assertThatThrownBy(() -> handIn(Map.of(
                        "heldOn",
                        SchoolTime.today(clock).plusDays(1).toString(),
                        "targets",
                        List.of(Map.of("text", "Soon", "origin", "COMMITMENT")),
                        "commitment",
                        "We will.")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Date of the workshop: this day is still to come.");
        assertThatThrownBy(() -> handIn(Map.of(
                        "heldOn", SchoolTime.today(clock).toString(), "targets", List.of(), "commitment", "We will.")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Targets: please note at least one target that the staff have set.");
        assertThat(outcomes.workshopOf(review())).isEmpty();
    }

    @Test
    void theDayOnWhichItWasHeldIsKept() {
        workshop(List.of());

        assertThat(review().days().of(AppointmentKind.WORKSHOP)).contains(SchoolTime.today(clock));
        assertThat(review().reached().targetsSetAt()).isEqualTo(clock.instant());
    }

    private void workshop(List<String> seniorStaff) {
        handIn(Map.of(
                "heldOn",
                SchoolTime.today(clock).toString(),
                "seniorStaff",
                seniorStaff,
                "targets",
                List.of(Map.of("text", "We ask more than we tell", "origin", "COMMITMENT", "theme", "Curriculum")),
                "commitment",
                "One question more in every lesson."));
    }

    private void handIn(Map<String, Object> answer) {
        scenario.handIn(reference, "RunImprovementWorkshop", made.champion(), form -> answer);
    }

    private Browser.Page page(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser.get("/review/" + reference + "/targets");
    }

    private Review review() {
        return reviews.of(reference);
    }
}
