package org.criticalfriend.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.criticalfriend.testing.TestPartnership;

/** One person's window on the application, signed in once; pictures are kept under {@code target/screenshots}. */
final class Window {

    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 740;
    private static final int DESK_WIDTH = 1280;
    private static final int DESK_HEIGHT = 900;
    private static final int ROOM_AROUND_A_FORM = 400;

    private final Page page;
    private final String address;
    private int visits;

    private Window(Page page, int port) {
        this.page = page;
        this.address = "http://localhost:" + port;
    }

    /** Nobody has signed in yet; the size of a phone. */
    static Window ofNobody(Browser browser, int port) {
        Window window = new Window(browser.window(PHONE_WIDTH, PHONE_HEIGHT), port);
        window.go("/");
        return window;
    }

    /** Signed in on a phone of 360 pixels. */
    static Window onAPhone(Browser browser, int port, String person) {
        return ofNobody(browser, port).signedIn(person);
    }

    /** Signed in at a desk. */
    static Window atADesk(Browser browser, int port, String person) {
        Window window = new Window(browser.window(DESK_WIDTH, DESK_HEIGHT), port);
        window.go("/");
        return window.signedIn(person);
    }

    /** Signs in on the page that is open. */
    Window signedIn(String person) {
        page.getByLabel("Name").fill(person);
        page.getByLabel("Password").fill(TestPartnership.PASSWORD);
        press("Sign in");
        assertThat(page.locator("h1")).containsText("Welcome");
        return this;
    }

    Page page() {
        return page;
    }

    /** Opens an address of the application. */
    Response go(String path) {
        return page.navigate(address + path);
    }

    /** Follows a link by the beginning of its name. */
    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** The size of a phone. */
    void asOnAPhone() {
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
    }

    /** The size of a desk. */
    void asAtADesk() {
        page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
    }

    /** Opens a task in Tasklist as a link in a mail does, and waits for its form. */
    void openTask(String task) {
        // Another query, or the browser takes it for a place on the page that it shows already.
        go("/camunda/app/tasklist/default/?visit=%d#/?task=%s".formatted(++visits, task));
        form().locator("h1").first().waitFor();
    }

    /** The form of the open task. */
    Locator form() {
        return page.locator(".fjs-form");
    }

    /** Types into a field of the open form, found by its label; the first one if there are rows. */
    void type(String label, String text) {
        type(label, 0, text);
    }

    /** Types into the field of a row, counted from 0. */
    void type(String label, int row, String text) {
        field(label, row).fill(text);
    }

    /** A field to type into, by the beginning of its label. */
    Locator field(String label, int row) {
        return form().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(label))
                .nth(row);
    }

    /** Types a day into a field of form-js with a calendar, as in {@code 31/12/2026}; rows are counted from 0. */
    void typeDay(String label, int row, String day) {
        Locator field =
                form().getByLabel(label, new Locator.GetByLabelOptions()).nth(row);
        field.fill(day);
        field.press("Enter");
    }

    /** Picks from a select of form-js, which is no select of HTML; rows are counted from 0. */
    void choose(String label, int row, String option) {
        Locator field = page.locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHas(page.getByText(label, new Page.GetByTextOptions())))
                .nth(row);
        field.locator(".fjs-input-group, .fjs-select-display").first().click();
        field.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    /** Hands in the open form; it has gone afterwards. What stood in the way is in the message. */
    void complete() {
        // A field takes over what was typed when it is left, and may grow by a hint: only then does the button stand
        // still.
        page.evaluate("document.activeElement.blur()");
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
        assertThat(button).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(10_000));
        button.click();
        Locator refusal = page.locator("[notifications-panel] .alert, .fjs-form-field-error:not(:empty)");
        page.waitForCondition(() -> form().count() == 0 || refusal.count() > 0);
        assertThat(refusal).hasCount(0);
        assertThat(form()).hasCount(0);
    }

    /** Whether nothing stands out to the right. */
    boolean fits() {
        return Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    /** Labels of the open form that are not shown in full. */
    List<String> labelsCutOff() {
        return ((List<?>)
                        form().locator("label")
                                .evaluateAll(
                                        "labels => labels.filter(one => one.scrollWidth > one.clientWidth).map(one => one.innerText)"))
                .stream().map(String::valueOf).toList();
    }

    /** A picture of all that the page shows. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** A picture of the open task, in a window that is high enough for all of its form. */
    void pictureOfTask(String name) {
        int height = ((Number) form().evaluate("form => form.getBoundingClientRect().height")).intValue();
        page.setViewportSize(DESK_WIDTH, height + ROOM_AROUND_A_FORM);
        picture(name);
        asAtADesk();
    }
}
