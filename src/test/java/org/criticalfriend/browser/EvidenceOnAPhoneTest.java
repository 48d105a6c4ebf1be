package org.criticalfriend.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A reviewer in a corridor, with a phone of 360 pixels. Pictures are kept under {@code target/screenshots}. */
@ApplicationTest
class EvidenceOnAPhoneTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario scenario;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void theVisitDayHasCome() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToVisit(made, reference);
    }

    @Test
    void aReviewerComesFromTheReviewNotesAndCorrects() {
        Page page = signIn(made.peerReviewer());
        page.navigate(url("/review/" + reference));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Evidence Note what"))
                .click();
        assertThat(page.locator("h1")).containsText("Evidence");
        assertFits(page);

        page.locator("#question-new").selectOption("NEW");
        page.getByText("Another question came up?").first().click();
        page.locator("#other-new").fill("What do parents hear about it?");
        page.locator("#type-new").selectOption("CONVERSATION_STUDENTS");
        page.locator("#note-text-new")
                .fill("Six children say that a letter comes home every Friday. It is outstanding.");
        picture(page, "evidence-on-a-phone-typed");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add"))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Noted.");
        assertThat(page.locator(".note")).containsText("2. What do parents hear about it? (added on the day)");
        assertThat(page.locator(".note")).containsText("A word of an inspection");
        assertFits(page);
        picture(page, "evidence-on-a-phone-noted");

        page.getByText("Correct or take back").click();
        page.locator(".note textarea[name=note]").fill("Six children say that a letter comes home every Friday.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Correct"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Corrected.");
        assertThat(page.locator(".note")).not().containsText("A word of an inspection");
        assertFits(page);
    }

    @Test
    void theReportIsReadOnAPhoneAndInPrint() {
        scenario.recordEvidence(reference, made.leadReviewer());
        scenario.recordEvidence(reference, made.peerReviewer());
        scenario.presentFeedback(made, reference);
        scenario.writeReport(made, reference);
        Page page = signIn(made.hostHead());

        page.navigate(url("/review/" + reference + "/report"));

        assertThat(page.locator("h1")).hasText("How well?");
        assertFits(page);
        picture(page, "report-on-a-phone");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header.top")).isHidden();
        picture(page, "report-in-print");
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private Page signIn(String person) {
        Page page = BROWSER.window(360, 740);
        page.navigate(url("/"));
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(TestPartnership.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator("h1")).containsText("Welcome");
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
