package org.criticalfriend.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All that one review asks of the head of the host school, typed and clicked in Tasklist; the others do their steps in between. */
@ApplicationTest
class HeadInTasklistTest {

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    ReviewInFull inFull;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;
    private Window head;

    @BeforeEach
    void aReviewBegins() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        head = Window.atADesk(BROWSER, port, made.hostHead());
    }

    @Test
    void theHeadDoesTheirPartFromTheSelfReviewToTheActionPlan() {
        completesTheSelfReview();
        inFull.holdPlanningMeeting(made, reference);
        inFull.prepareQuestions(made, reference);
        preparesForTheVisit();
        timers.fire(reference, "VisitDayArrives");
        inFull.recordEvidence(reference, made.leadReviewer());
        inFull.recordEvidence(reference, made.peerReviewer());
        inFull.presentFeedback(made, reference);
        scenario.writeReport(made, reference);
        checksAndReleasesTheReport();
        timers.fire(reference, "WorkshopDayArrives");
        inFull.runImprovementWorkshop(made, reference, made.deputy('a'));
        scenario.reportTargetsToHead(made, reference);
        agreesTheActionPlan();

        readsTheReview();
        readsTheActionPlan();
    }

    private void completesTheSelfReview() {
        open("CompleteSelfReview", "Complete self-review");
        head.type("What we believe", "Our older children help younger ones without being asked.");
        head.type("How we know", "Parent survey last summer.");
        head.press("Add new");
        head.type("What we believe", 1, "Slower readers read too little themselves.");
        head.type("What we hope the visit finds out", "How many minutes each child really reads.");
        head.picture("head-self-review");
        head.complete();
    }

    private void preparesForTheVisit() {
        open("PrepareForVisit", "Prepare for the visit");
        assertThat(head.form()).containsText("All of this is optional");
        head.type("Your note", 1, "In Years 5 and 6 there is no check of fluency.");
        head.type("Something that you are proud of", "The book talk in Years 3 and 4, which is outstanding.");
        assertThat(head.form().getByText("A word of an inspection.")).hasCount(1);
        head.type("Something that you are proud of", "The book talk in Years 3 and 4.");
        assertThat(head.form().getByText("A word of an inspection.")).hasCount(0);
        head.picture("head-prepares");
        head.complete();
    }

    private void checksAndReleasesTheReport() {
        open("CheckReport", "Check and release report");
        assertThat(head.form()).containsText("five and sixteen minutes");
        head.type("What is not accurate?", "There are seven reading lessons a fortnight, not eight.");
        head.type("The school's reply", "We recognise our school in this report.");
        head.form().getByLabel("Children talk about books").check();
        head.form()
                .getByLabel("Yes", new Locator.GetByLabelOptions().setExact(true))
                .check();
        head.picture("head-releases-report");
        head.complete();
    }

    private void agreesTheActionPlan() {
        open("AgreeActionPlan", "Agree action plan");
        assertThat(head.field("What will be done", 0))
                .hasValue("Every child reads for at least fifteen minutes of each reading lesson");
        String due = SchoolTime.today(clock).plusWeeks(6).format(AS_TYPED);
        for (int row = 0; row < 2; row++) {
            head.type("Who looks after it", row, row == 0 ? "Subject leader for English" : "Head");
            head.typeDay("Done by", row, due);
        }
        assertThat(head.form().getByText("This is the head.")).hasCount(1);
        head.type("Who looks after it", 1, "Phase leader for Years 5 and 6");
        assertThat(head.form().getByText("This is the head.")).hasCount(0);
        head.type("How you will see it works", "Every child is reading within the first five minutes.");
        head.picture("head-agrees-plan");
        head.complete();
        timers.runWaiting(reference);
    }

    private void readsTheReview() {
        head.go("/review/" + reference);
        Page page = head.page();
        assertThat(page.locator("main")).containsText("Does whole-class reading help every child");
        for (String door : new String[] {"Self-review", "Plan and questions", "Report", "Targets", "Action plan"}) {
            assertThat(page.locator(".doors strong").getByText(door, new Locator.GetByTextOptions().setExact(true)))
                    .hasCount(1);
        }
        head.picture("head-review");
    }

    private void readsTheActionPlan() {
        head.follow("Action plan");
        Page page = head.page();
        assertThat(page.locator("h1")).hasText("Action plan");
        assertThat(page.locator("article.plan")).hasCount(2);
        assertThat(page.locator("article.plan").first()).containsText("Subject leader for English");
        assertThat(page.locator("article.plan").first()).containsText("Every child is reading within");
        assertThat(page.locator("article.plan").last()).not().containsText("Where it stood");
        assertThat(page.locator("blockquote")).containsText("ten minutes in pairs");
        head.picture("head-action-plan");
    }

    private void open(String activity, String name) {
        head.openTask(scenario.open(reference, activity, made.hostHead()).getId());
        assertThat(head.page().locator(".task-card h2").first()).containsText(name);
    }
}
