package org.criticalfriend.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.time.LocalTime;
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

/** All that one review asks of a reviewer, in a corridor and on the way home, with a phone of 360 pixels. */
@ApplicationTest
class ReviewerOnAPhoneTest {

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
    private Window reviewer;

    @BeforeEach
    void theQuestionsAreIssued() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        inFull.completeSelfReview(made, reference);
        inFull.holdPlanningMeeting(made, reference);
        inFull.prepareQuestions(made, reference);
        reviewer = Window.onAPhone(BROWSER, port, made.peerReviewer());
    }

    @Test
    void aReviewerDoesTheirPartFromThePlanToWhatTheyTakeHome() {
        readsBeforeTheVisit();
        timers.fire(reference, "VisitDayArrives");
        notesAndCorrectsOnThePage();
        recordsInTasklist();
        inFull.recordEvidence(reference, made.leadReviewer());
        inFull.presentFeedback(made, reference);
        scenario.writeReport(made, reference);
        inFull.checkReport(made, reference);
        readsTheReportAndPrintsIt();
        keepsWhatTheyHaveLearned();
        timers.fire(reference, "WorkshopDayArrives");
        inFull.runImprovementWorkshop(made, reference, made.deputy('a'));
        inFull.agreeActionPlan(made, reference, made.teacher('c'));
        saysThatTheyHaveSeenThePlan();
    }

    private void readsBeforeTheVisit() {
        assertFits("start");
        reviewer.follow("School a " + made.id());
        assertThat(reviewer.page().locator("h1")).containsText("Review of School a");
        assertFits("review");
        reviewer.follow("Plan and questions");
        assertThat(reviewer.page().locator("main")).containsText("How much of a reading lesson");
        assertFits("plan");
        reviewer.follow("Back to the review");
        reviewer.follow("Visit sheet");
        assertThat(reviewer.page().locator("h1")).containsText("Visit to School a");
        assertFits("visit-sheet");
        reviewer.follow("Back to the review");
        reviewer.follow("Evidence sheets");
        assertThat(reviewer.page().locator("main")).containsText("How much of a reading lesson");
        assertFits("evidence-sheet");
    }

    private void notesAndCorrectsOnThePage() {
        Page page = reviewer.page();
        reviewer.go("/review/" + reference);
        reviewer.follow("Evidence Note what");
        assertThat(page.locator("h1")).containsText("Evidence");
        page.locator("#question-new").selectOption("NEW");
        page.getByText("Another question came up?").first().click();
        page.locator("#other-new").fill("What do parents hear about it?");
        page.locator("#type-new").selectOption("CONVERSATION_STUDENTS");
        page.locator("#note-text-new")
                .fill("Six children say that a letter comes home every Friday. It is outstanding.");
        assertFits("evidence-typed");
        reviewer.press("Add");

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Noted.");
        assertThat(page.locator(".note")).containsText("4. What do parents hear about it? (added on the day)");
        assertThat(page.locator(".note")).containsText("A word of an inspection");
        assertFits("evidence-noted");

        page.getByText("Correct or take back").click();
        page.locator(".note textarea[name=note]").fill("Six children say that a letter comes home every Friday.");
        reviewer.press("Correct");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Corrected.");
        assertThat(page.locator(".note")).not().containsText("A word of an inspection");
        assertFits("evidence-corrected");
    }

    private void recordsInTasklist() {
        reviewer.openTask(
                scenario.open(reference, "RecordEvidence", made.peerReviewer()).getId());
        assertThat(reviewer.form()).containsText("a letter comes home every Friday");
        reviewer.choose("Question", 0, "1. How much of a reading lesson");
        reviewer.choose("Kind of evidence", 0, "Lesson visit");
        reviewer.type("What you saw or heard", "Between five and sixteen minutes in three lessons.");
        reviewer.press("Add new");
        reviewer.choose("Question", 1, "3. What do children say");
        reviewer.choose("Kind of evidence", 1, "Conversation with students");
        reviewer.type("What you saw or heard", 1, "Twelve children in the library; all could name a book they love.");
        assertFits("record-evidence");
        reviewer.complete();
        timers.runWaiting(reference);
    }

    private void readsTheReportAndPrintsIt() {
        Page page = reviewer.page();
        reviewer.go("/review/" + reference);
        reviewer.follow("Report");
        assertThat(page.locator("h1")).containsText("Does whole-class reading help");
        assertThat(page.locator("main")).containsText("We recognise our school");
        assertFits("report");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header.top")).isHidden();
        reviewer.picture("reviewer-report-in-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        reviewer.follow("Back to the review");
    }

    private void keepsWhatTheyHaveLearned() {
        Page page = reviewer.page();
        reviewer.follow("My own learning");
        page.getByLabel("My note").fill("I ask for one thing at a time now.");
        reviewer.press("Keep");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Kept.");
        assertThat(page.getByLabel("My note")).hasValue("I ask for one thing at a time now.");
        assertFits("learning");
    }

    private void saysThatTheyHaveSeenThePlan() {
        Page page = reviewer.page();
        reviewer.go("/review/" + reference);
        reviewer.follow("Action plan");
        assertThat(page.locator("article.plan")).hasCount(2);
        assertFits("action-plan");
        reviewer.press("I have seen it");
        assertThat(page.locator("h1")).hasText("Action plan");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("I have seen it")))
                .hasCount(0);
        assertFits("action-plan-seen");
    }

    private void assertFits(String what) {
        reviewer.picture("reviewer-" + what);
        assertThat(reviewer.fits()).as("%s fits on a phone", what).isTrue();
    }
}
