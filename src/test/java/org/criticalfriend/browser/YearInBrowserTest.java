package org.criticalfriend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The year at a glance at a desk, on a phone and on paper. */
@ApplicationTest
class YearInBrowserTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Test
    void theYearIsACalendarAtADeskAListOnAPhoneAndATableOnPaper() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        Made made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        Window desk = Window.atADesk(BROWSER, port, made.lead());
        Page page = desk.page();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);

        desk.go("/year");
        page.locator("#year-calendar .fc-event").first().waitFor();
        desk.picture("desk-year");
        assertThat(page.locator("#year-calendar .month-start").count())
                .as("every month")
                .isEqualTo(12);
        assertThat(page.locator("#year-calendar .fc-event.entry-visit").innerText())
                .contains("Visit: School a", "Planning meeting to hold");
        assertThat(Accessible.serious(page, "body")).isEmpty();
        assertThat(complaints).as("what the browser refused or found wrong").isEmpty();

        desk.press("List");
        assertThat(page.locator("#year-calendar").innerText())
                .containsOnlyOnce("Sat 24 Oct 2026 to Sun 1 Nov 2026")
                .containsOnlyOnce("Visit: School a");
        desk.press("Table");
        assertThat(page.locator("#year-calendar").isVisible()).isFalse();
        assertThat(page.locator("table.dates").isVisible()).isTrue();
        desk.press("Calendar");
        assertThat(page.locator("table.dates").isVisible()).isFalse();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#year-calendar").isVisible()).isFalse();
        assertThat(page.locator("table.dates").isVisible()).isTrue();
        desk.picture("print-year");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        desk.press("Year");
        page.locator("#year-calendar .fc-event.entry-visit").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/review/" + reference);

        Window phone = Window.onAPhone(BROWSER, port, made.leadReviewer());
        phone.go("/year");
        phone.page().locator("#year-calendar .fc-list-event").first().waitFor();
        phone.picture("phone-year");
        assertThat(phone.fits()).isTrue();
        assertThat(Accessible.serious(phone.page(), "body")).isEmpty();
        phone.page().locator("details.filters summary").click();
        phone.page().locator("#state").selectOption("QUESTIONS");
        phone.press("Show");
        assertThat(phone.page().locator("main").innerText()).contains("There is no date to show.");
    }
}
