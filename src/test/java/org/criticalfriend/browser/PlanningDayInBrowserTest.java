package org.criticalfriend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.criticalfriend.year.SearchForPlans;
import org.criticalfriend.year.YearScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A partnership lead holds a whole planning day: on the page of the year, and in Tasklist to agree it. */
@ApplicationTest
class PlanningDayInBrowserTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final int WEEKS_TRIED = 4;

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    SearchForPlans search;

    @Autowired
    YearScenario years;

    @Autowired
    Timers timers;

    @Autowired
    MovableClock clock;

    private Window lead;
    private String reference;

    /** The school whose review is changed by hand: the second, so that its visit may also come sooner. */
    private String host;

    @Test
    void aYearIsProposedStoppedChangedProposedAgainAgreedAndPublished() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        Made made = partnerships.makeLarge();
        reference = made.id() + "-2026";
        lead = Window.atADesk(BROWSER, port, made.lead());

        lead.follow("Years of");
        lead.page().getByLabel("School year").selectOption("2026");
        picture("years");
        lead.press("Have it proposed");
        timers.runWaiting(reference);
        assertThat(text()).contains("A plan is being made", "The planner is about to begin");
        picture("planner-at-work");
        CompletableFuture<Void> firstSearch = CompletableFuture.runAsync(search::run);
        // Nobody presses anything: the page shows the plan when it is there.
        waitForPlan();
        firstSearch.join();
        assertThat(rows()).hasSize(8);
        host = lead.page().locator("table.year-plan > tbody > tr").nth(1).getAttribute("id");
        picture("plan");

        String day = anotherDay();
        String chosen = somebodyElse();
        submit(row().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Pin: improvement champion"))
                .first());
        away(made);
        picture("plan-changed");

        submit(button("Propose again around what is settled"));
        assertThat(text()).contains("The planner is about to begin");
        submit(button("Stop, and keep the best plan so far"));
        search.run();
        waitForPlan();
        assertThat(rowOf(chosen)).contains(day, chosen, "settled");
        assertThat(text()).contains(TestPartnership.nameOf(made.teacher('h')) + ": ");

        lead.follow("Agree the year");
        lead.form().getByLabel("Yes: publish it and start its reviews").check();
        lead.pictureOfTask("planning-day-agree");
        lead.complete();
        timers.runWaiting(reference);
        lead.go("/partnership/%s/year/2026".formatted(made.id()));
        assertThat(text()).contains("This year is published").doesNotContain("Propose again");
        assertThat(lead.page().locator("a[href^='/review/']").count()).isEqualTo(8);
        assertThat(years.reviews(made.id())).hasSize(8);
        picture("published");
    }

    /** The first review of the plan that can move by whole weeks does; what cannot be is said in words. */
    private String anotherDay() {
        for (int week = 1; week <= WEEKS_TRIED; week++) {
            row().getByText("Change days").first().click();
            Locator visit = row().getByLabel("Visit", new Locator.GetByLabelOptions().setExact(true));
            LocalDate wanted = LocalDate.parse(visit.inputValue()).plusWeeks(week);
            visit.fill(wanted.toString());
            submit(row().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Change: Visit")));
            if (lead.page().locator("[role=alert]").count() == 0) {
                return SchoolTime.shortWords(wanted);
            }
            assertThat(lead.page().locator("[role=alert]").innerText()).contains("it cannot be on");
        }
        throw new AssertionError("The visit could be on no other day.");
    }

    private String somebodyElse() {
        submit(row().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("lead reviewer"))
                .first());
        assertThat(text()).contains("in the plan", "is trained as lead reviewer");
        picture("seat");
        Locator other = lead.page().locator("ol.people > li:not(.now)").first();
        String name = other.locator("strong").innerText();
        submit(other.getByRole(AriaRole.BUTTON));
        return name;
    }

    private void away(Made made) {
        lead.page()
                .getByLabel("Who", new Page.GetByLabelOptions().setExact(true))
                .selectOption(made.teacher('h'));
        lead.page().getByLabel("First day").fill("2027-03-01");
        lead.page().getByLabel("Last day").fill("2027-03-12");
        submit(button("Note it"));
        assertThat(text()).contains("Take back");
    }

    private List<String> rows() {
        return lead.page().locator("table.year-plan > tbody > tr").allInnerTexts();
    }

    private Locator row() {
        return lead.page().locator("tr#" + host);
    }

    private Locator button(String name) {
        return lead.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Clicks, and waits for the page that comes then. */
    private void submit(Locator what) {
        lead.page().evaluate("document.body.append(Object.assign(document.createElement('i'), {id: 'before'}))");
        what.click();
        lead.page().locator("#before").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        lead.page().waitForLoadState();
    }

    /** The planner is done, the page has seen it, and all of it is there. */
    private void waitForPlan() {
        Locator.WaitForOptions patience = new Locator.WaitForOptions().setTimeout(120_000);
        button("Propose again around what is settled").waitFor(patience);
        lead.page().getByText("All years").waitFor(patience);
    }

    private String rowOf(String person) {
        return rows().stream()
                .filter(row -> row.contains(person) && row.contains("settled"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is settled about " + person));
    }

    private String text() {
        return lead.page().locator("main").innerText();
    }

    /** At a desk and on a phone. */
    private void picture(String name) {
        Page page = lead.page();
        assertThat(Accessible.serious(page, "main")).as(name).isEmpty();
        lead.picture("planning-day-" + name);
        lead.asOnAPhone();
        assertThat(lead.fits()).as(name + " fits on a phone").isTrue();
        lead.picture("planning-day-" + name + "-phone");
        lead.asAtADesk();
    }
}
