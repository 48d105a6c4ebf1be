package org.criticalfriend.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.engine.form.Drafts;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do in Tasklist, in Chromium. Pictures are kept under {@code target/screenshots}. */
@ApplicationTest
class TasklistTest {

    private static final String RATIONALE = "Why this review, and why now?";

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    Timers timers;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient database;

    private Made made;
    private String reference;
    private String task;

    @BeforeEach
    void aPlanningMeetingToHold() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        task = new Rest(port, made.leadReviewer()).task(reference, "HoldPlanningMeeting", made.leadReviewer());
    }

    @Test
    void aLeadSignsInIsRefusedInWordsCorrectsAndHandsIn() {
        Page page = signIn(made.leadReviewer(), 1280, 900);
        page.getByText("Tasklist").click();
        Locator card = page.locator("li.task").first();
        assertThat(card).containsText("Hold planning meeting");
        assertThat(card).containsText("School a " + made.id());
        assertThat(card).containsText("Thu 8 Oct 2026");
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        card.click();
        assertThat(page.locator(".fjs-form")).containsText("Driving question: not agreed yet");
        assertThat(page.locator(".fjs-form")).containsText("Who can read what you type here");

        page.getByLabel(RATIONALE).fill("Results have been flat for two years.");
        drivingQuestion(page).fill("How well do children explain? And do they write?");
        page.getByLabel("Goal").first().fill("Children explain how they know.");
        choose(page, "Which part of the school?", "The whole school");
        page.locator(".fjs-form input[type=radio]").first().check();
        page.getByLabel("The head has confirmed").check();
        picture(page, "planning-filled-in");
        complete(page);

        Locator refusal = page.locator("[notifications-panel], .notifications").first();
        assertThat(refusal).containsText("Driving question: please choose one");
        picture(page, "planning-refused");

        drivingQuestion(page).fill("How well do children explain their thinking?");
        complete(page);
        assertThat(card).containsText("Prepare questions");
        assertThat(refusal).not().containsText("please choose one");
        picture(page, "planning-handed-in");
        assertThat(database.sql("select driving_question from review where reference = ?")
                        .param(reference)
                        .query(String.class)
                        .single())
                .isEqualTo("How well do children explain their thinking?");
    }

    @Test
    void whatWasTypedComesBackInAnotherBrowserAndNothingOfItStaysAfterSigningOut() {
        Page page = signIn(made.leadReviewer(), 1280, 900);
        open(page);
        page.getByLabel(RATIONALE).pressSequentially("Half a thought");
        assertThat(page.getByText(Pattern.compile("Draft saved \\d\\d:\\d\\d"))).isVisible();
        assertThat(drafts.of(made.leadReviewer(), task).orElseThrow().content()).contains("Half a thought");

        Page elsewhere = signIn(made.leadReviewer(), 360, 740);
        open(elsewhere);
        assertThat(elsewhere.getByLabel(RATIONALE)).hasValue("Half a thought");
        picture(elsewhere, "planning-on-a-phone");
        assertThat(elsewhere.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);

        assertThat(stored(page)).doesNotContain("Half a thought");
        page.locator(".account.dropdown, [cam-widget-header] .account").first().click();
        page.getByText("Sign out").click();
        page.waitForURL(Pattern.compile(".*/sign-in.*"));
        assertThat(stored(page)).doesNotContain("Half a thought");
    }

    @Test
    void aLinkToATaskLeadsOverTheSignInToTheTask() {
        Page page = BROWSER.window(1280, 900);
        page.navigate(url("/camunda/app/tasklist/default/#/?task=" + task));
        fillSignIn(page, made.leadReviewer());

        assertThat(page.locator(".task-card h2").first()).containsText("Hold planning meeting");
    }

    @Test
    void aReviewerRecordsEvidenceInRowsAndCompletes() {
        Rest lead = new Rest(port, made.leadReviewer());
        lead.complete(task, Answers.planningMeeting("2026-09-17"));
        lead.complete(lead.task(reference, "PrepareQuestions", made.leadReviewer()), Answers.questions());
        timers.runWaiting(reference);
        timers.fire(reference, "VisitDayArrives");
        Page page = signIn(made.peerReviewer(), 1280, 900);
        open(page);
        assertThat(page.locator(".fjs-form h1").first())
                .hasText("How well do children explain their thinking in mathematics?");

        choose(page, "Question", "1. What do children say");
        choose(page, "Kind of evidence", "Lesson visit");
        page.locator(".fjs-form textarea").first().fill("Children talk in pairs.");
        picture(page, "evidence");
        complete(page);
        assertThat(page.getByText("There is no task here at the moment.")).isVisible();
        assertThat(database.sql(
                                "select count(*) from evidence_item e join review r on r.id = e.review where r.reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPersonOfTheHostSchoolSeesNothingOfTheLeadsTask() {
        Page page = signIn(made.teacher('a'), 1280, 900);
        page.navigate(url("/camunda/app/tasklist/default/#/?task=" + task));

        assertThat(page.getByText("There is no task here at the moment.")).isVisible();
        assertThat(page.locator(".fjs-form")).hasCount(0);
    }

    private static Locator drivingQuestion(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Driving question"));
    }

    private Page signIn(String person, int width, int height) {
        Page page = BROWSER.window(width, height);
        page.navigate(url("/"));
        fillSignIn(page, person);
        assertThat(page.locator("h1")).containsText("Welcome");
        return page;
    }

    private static void fillSignIn(Page page, String person) {
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(TestPartnership.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private void open(Page page) {
        page.navigate(url("/camunda/app/tasklist/default/"));
        page.locator("li.task").first().click();
        page.locator(".fjs-form textarea").first().waitFor();
    }

    private static void complete(Page page) {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
        assertThat(button).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(10_000));
        button.click();
    }

    /** Picks from a select of form-js, which is no select of HTML. */
    private static void choose(Page page, String label, String option) {
        Locator field = page.locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHas(page.getByText(label, new Page.GetByTextOptions())))
                .first();
        field.locator(".fjs-input-group, .fjs-select-display").first().click();
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    private static String stored(Page page) {
        return String.valueOf(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
