package org.criticalfriend.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our own pages, looked at with axe-core on a phone-sized window. */
@ApplicationTest
class PagesForEverybodyTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void aReview() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
    }

    @Test
    void signInStartPasswordAndReviewPageCanBeUsedByEverybody() {
        Page page = BROWSER.window(360, 740);
        page.navigate(url("/"));
        look(page, "sign-in");
        page.getByLabel("Name").fill(made.hostHead());
        page.getByLabel("Password").fill(TestPartnership.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator("h1")).containsText("Welcome");
        look(page, "start");
        page.navigate(url("/password"));
        look(page, "password");
        page.navigate(url("/review/" + reference));
        assertThat(page.locator("h1")).containsText("Review of");
        look(page, "review");
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "phone-" + name + ".png"))
                .setFullPage(true));
        Accessible.assertNothingSerious(page, name, "body");
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits on a phone", name)
                .isEqualTo(true);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
