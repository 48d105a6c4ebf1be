package org.criticalfriend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.Whose;
import org.criticalfriend.change.Changes;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Mails;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.criticalfriend.year.SearchForPlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page and every form, each with something in it and as somebody who is meant to see it: fits on a phone of 360 pixels, and
 * axe-core finds nothing serious. One review is walked once, as each of its people. Pictures of both sizes are kept under
 * {@code target/screenshots}.
 */
@ApplicationTest
class PagesAndFormsForEverybodyTest {

    /** Parts of pages, and no pages themselves. */
    private static final Set<String> PARTS_OF_PAGES = Set.of("layout", "of-review");

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
    Mails mails;

    @Autowired
    JdbcClient database;

    @Autowired
    Buffered buffered;

    @Autowired
    SearchForPlans search;

    @Autowired
    Changes changes;

    @Autowired
    SchoolCalendars calendars;

    @Autowired
    MovableClock clock;

    @Autowired
    Post post;

    private final Map<String, Window> windows = new HashMap<>();
    private final Set<String> pagesSeen = new TreeSet<>(PARTS_OF_PAGES);
    private final Set<String> formsSeen = new TreeSet<>();
    private final SoftAssertions everything = new SoftAssertions();

    private Made made;
    private String reference;

    @Test
    void everyPageAndEveryFormFitsOnAPhoneAndCanBeUsedByEverybody() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);

        beforeThePlanning();
        standIns();
        changeOfPlan();
        planning();
        visit();
        report();
        workshop();
        actionPlan();
        support();
        followUp();
        mails();
        register();
        year();

        everything
                .assertThat(pagesSeen)
                .as("every template has been looked at")
                .isEqualTo(namesIn("src/main/resources/templates", ".html"));
        everything.assertThat(formsSeen).as("every form has been looked at").isEqualTo(namesIn("forms", ".form"));
        everything.assertAll();
    }

    private void beforeThePlanning() {
        Window nobody = Window.ofNobody(BROWSER, port);
        look(nobody, "sign-in", "Sign in");
        Window head = nobody.signedIn(made.hostHead());
        windows.put(made.hostHead(), head);
        look(head, "home", "Tasklist");
        open(made.hostHead(), "password", "/password", "Change");
        open(made.hostHead(), "error", "/review/no-such-review", "There is nothing here");
        open(made.hostHead(), "paper-waits", page("visit-sheet"), "There is nothing to print yet");
        head.go("/calendar");
        head.press("Make my private calendar");
        look(head, "calendar", "it is shown this once");
        head.go("/school/%s/visitors".formatted(made.school('a')));
        head.page().getByLabel("Parking").fill("In School Lane; the yard is closed from 8:30 to 9:00.");
        head.page().getByLabel("Lunch").fill("With the children at 12:15. Please tell the office of allergies.");
        head.press("Save");
        look(head, "school-visitors", "Saved.");
        head.go(page("head-at-workshop"));
        head.page()
                .getByLabel("Why you would like to be there")
                .fill("Two of the staff have asked me to be there for the first hour.");
        head.press("Ask to come");
        look(head, "head-at-workshop", "You have asked to come.");
        head.go("/year");
        head.page().locator("#year-calendar .fc-event").first().waitFor();
        look(head, "year", "Planning meeting to hold");
        form("CompleteSelfReview", made.hostHead());
        inFull.completeSelfReview(made, reference);
    }

    private void standIns() {
        String spare = made.teacher('d');
        timers.fire("stand-ins", reference, "StandInsAreAsked");
        form("ConfirmDate", made.deputy('d'));
        scenario.handIn(reference, "ConfirmDate", made.deputy('d'), form -> Map.of("answer", "YES"));
        open(spare, "cannot-come", page("cannot-come"), "illness is nobody's business")
                .press("I cannot come as spare Improvement Champion");
        look(window(spare), "cannot-come-done", "Your seat is free");
        form("AnswerRequest", made.lead());
        open(made.lead(), "stand-in", "/stand-in/" + buffered.request(reference, made.lead()), "Please answer by");
        open(made.lead(), "stand-ins", page("stand-ins"), "is asked");
        scenario.handIn(reference, "AnswerRequest", made.lead(), form -> Map.of("answer", "NO"));
        form("ChooseStandIn", made.lead());
        scenario.handIn(reference, "ChooseStandIn", made.lead(), form -> Map.of("standInDecision", "SMALLER"));
    }

    private void changeOfPlan() {
        open(made.hostHead(), "change", page("change"), "Put the visit off");
        UUID change = changes.ask(reference, "POSTPONE", made.hostHead());
        form("DecideOnChange", made.lead());
        open(made.lead(), "change-options", "/change/" + change, "New day:");
        changes.choose(change, changes.first(change, "KEEP"));
        open(made.lead(), "change", page("change"), "Asked for so far");
        calendars.enterInsetDays(made.school('c'), List.of(TestPartnership.VISIT));
        open(
                made.lead(),
                "closed-days",
                "/partnership/%s/closed-days".formatted(made.id()),
                "If they can come all the same");
        calendars.removeDay(Whose.school(made.school('c')), TestPartnership.VISIT);
    }

    private void planning() {
        open(made.leadReviewer(), "self-review", page("self-review"), "Slower readers");
        timers.fire(reference, "PlanningMeetingLate");
        form("DecideWhatHelps", made.lead());
        open(made.lead(), "review", "/review/" + reference, "Needs a decision");
        Window lead = window(made.lead());
        lead.go("/away");
        lead.page()
                .getByLabel("First day")
                .fill(TestPartnership.VISIT.minusDays(4).toString());
        lead.page()
                .getByLabel("Last day")
                .fill(TestPartnership.VISIT.minusDays(3).toString());
        lead.press("Save");
        look(lead, "away", "Saved.");
        timers.fire(reference, "PlanningGate");
        form("DecideOnVisit", made.lead());
        scenario.decideOnVisit(reference, made.lead(), "GO_AHEAD");
        form("HoldPlanningMeeting", made.leadReviewer());
        inFull.holdPlanningMeeting(made, reference);
        form("PrepareQuestions", made.leadReviewer());
        inFull.prepareQuestions(made, reference);
        open(made.hostHead(), "link", linkTo(made.hostHead(), "questions-issued"), "you say that you have seen");
        open(made.hostHead(), "task", "/task/0NoSuchTask", "This task is not on your list");
        open(made.leadReviewer(), "change-question", page("change-question"), "Does whole-class reading");
        open(made.leadReviewer(), "team", page("team"), TestPartnership.nameOf(made.peerReviewer()));
        form("PrepareForVisit", made.hostHead());
        inFull.prepareForVisit(made, reference);
        open(made.hostHead(), "plan", page("plan"), "A briefing for your staff");
        open(made.peerReviewer(), "visit-sheet", page("visit-sheet"), "In School Lane");
        open(made.peerReviewer(), "evidence-sheet", page("evidence-sheet"), "How much of a reading lesson");
    }

    private void visit() {
        timers.fire(reference, "VisitDayArrives");
        Window peer = window(made.peerReviewer());
        peer.go(page("evidence"));
        peer.page().locator("#question-new").selectOption("NEW");
        peer.page().getByText("Another question came up?").first().click();
        peer.page().locator("#other-new").fill("Who chooses the books for the class library?");
        peer.page().locator("#type-new").selectOption("WORK_WITH_TEACHERS");
        peer.page().locator("#note-text-new").fill("Mrs Okafor says that the choice is outstanding.");
        peer.press("Add");
        peer.page().getByText("Correct or take back").click();
        look(peer, "evidence", "A word of an inspection");
        form("RecordEvidence", made.peerReviewer());
        inFull.recordEvidence(reference, made.peerReviewer());
        inFull.recordEvidence(reference, made.leadReviewer());
        open(made.hostHead(), "evidence-for-host", page("evidence"), "information, not a judgement");
        form("PresentFeedback", made.leadReviewer());
        inFull.presentFeedback(made, reference);
    }

    private void report() {
        form("WriteReport", made.leadReviewer());
        scenario.writeReport(made, reference);
        form("CheckReport", made.hostHead());
        inFull.checkReport(made, reference);
        open(made.peerReviewer(), "report", page("report"), "We recognise our school");
    }

    private void workshop() {
        Window champion = open(made.champion(), "help", page("help"), "Running a workshop can be hard");
        champion.press("Ask the partnership lead to ring me");
        timers.runWaiting(reference);
        form("OfferHelp", made.lead());
        timers.fire(reference, "WorkshopDayArrives");
        form("RunImprovementWorkshop", made.champion());
        inFull.runImprovementWorkshop(made, reference, made.deputy('a'));
        open(made.champion(), "workshop", page("workshop"), "Two colleagues");
        open(made.lead(), "debrief", page("debrief"), "It took courage");
        open(made.hostHead(), "targets", page("targets"), "fifteen minutes");
        form("ReportTargetsToHead", made.champion());
        form("ReportTargetsAsSeniorStaff", made.deputy('a'));
    }

    private void actionPlan() {
        form("AgreeActionPlan", made.hostHead());
        inFull.agreeActionPlan(made, reference, made.teacher('c'));
    }

    private void support() {
        form("AgreeToSupport", made.teacher('c'));
        scenario.handIn(reference, "AgreeToSupport", made.teacher('c'), form -> Map.of("answer", "YES"));
        form("ReleaseSupporter", made.head('c'));
        scenario.handIn(reference, "ReleaseSupporter", made.head('c'), form -> Map.of("answer", "YES"));
        form("GiveSupport", made.teacher('c'));
        scenario.handIn(
                reference,
                "GiveSupport",
                made.teacher('c'),
                form -> Map.of("given", true, "done", "Two lessons seen, and talked about over lunch"));
        open(made.hostHead(), "support", page("support"), "Two lessons seen");
    }

    private void followUp() {
        timers.fire(reference, "FollowUpDayArrives");
        form("HoldFollowUpMeeting", made.champion());
        inFull.holdFollowUpMeeting(made, reference);
        open(made.peerReviewer(), "action-plan", page("action-plan"), "I have seen it");
        Window peer = window(made.peerReviewer());
        peer.go(page("learning"));
        peer.page().getByLabel("My note").fill("I ask for one thing at a time now, at home as well.");
        peer.press("Keep");
        look(peer, "learning", "Kept.");
        open(made.deputy('a'), "what-worked", page("what-worked"), "for others to try");
        open(made.hostHead(), "review", "/review/" + reference, "Action plan");
    }

    private void mails() {
        Window lead = window(made.lead());
        lead.go("/partnership/%s/addresses".formatted(made.id()));
        lead.press("Send a test mail to every school");
        mails.send();
        lead.go("/partnership/%s/addresses".formatted(made.id()));
        look(lead, "addresses", "4 mails sent");
        UUID notice = database.sql("select id from notice where recipient = ? and occasion = 'test-mail'")
                .param(made.hostHead())
                .query(UUID.class)
                .single();
        putIntoFile(notice);
        open(made.hostHead(), "mails", "/mails", "Mails to you");
        Window head = window(made.hostHead());
        head.go("/mails/" + notice);
        assertThat(head.page().frames()).as("the mail in a frame of its own").hasSize(2);
        // No script runs inside it, not even that of axe-core, which would wait for it.
        head.page().evaluate("document.querySelector('iframe.mail').remove()");
        look(head, "mail", "Open it in a mail program");
    }

    private void register() {
        Window lead = window(made.lead());
        String register = "/partnership/%s/register".formatted(made.id());
        lead.go(register);
        lead.page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "schools.csv",
                                "text/csv",
                                "Id,Pupils,Colour\n%s,210,\n%s,many,"
                                        .formatted(made.school('a'), made.school('b'))
                                        .getBytes(StandardCharsets.UTF_8)));
        lead.press("Show what would change");
        look(lead, "register-preview", "2 things have to be put right first");
        lead.go(register);
        lead.page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "schools.csv",
                                "text/csv",
                                "Id,Pupils\n%s,210".formatted(made.school('a')).getBytes(StandardCharsets.UTF_8)));
        lead.press("Show what would change");
        look(lead, "register-preview", "Pupils: 200 → 210");
        lead.press("Make this change");
        look(lead, "register", "Pupils: 200 → 210");
        open(made.lead(), "register-sheet", register + "/people", made.teacher('d'));
        lead.go(register + "/schools");
        lead.page().locator("td a").first().click();
        lead.page().getByLabel("Pupils").fill("none");
        lead.press("Save");
        look(lead, "register-row", "Nothing was saved. Please put this right:");
        String admin = partnerships.ofTheInstallation(Role.ADMIN);
        open(admin, "partnerships", "/partnerships", "Enter a partnership");
    }

    private void year() {
        Window lead = window(made.lead());
        lead.go("/partnership/%s/year".formatted(made.id()));
        look(lead, "years", "Plan a year");
        lead.page().getByLabel("School year").selectOption("2027");
        lead.press("Have it proposed");
        reference = made.id() + "-2027";
        timers.runWaiting(reference);
        search.run();
        String plan = "/partnership/%s/year/2027".formatted(made.id());
        open(made.lead(), "year-plan", plan, "The plan, by date");
        open(
                made.lead(),
                "year-seat",
                plan + "/seat?host=%s&duty=LEAD_REVIEWER&number=1".formatted(made.school('a')),
                "in the plan");
        form("HoldPlanningDay", made.lead());
        scenario.handIn(reference, "HoldPlanningDay", made.lead(), form -> Map.of("decision", "AGREE"));
        timers.runWaiting(reference);
        form("AgreeOurDuties", made.head('b'));
        open(made.head('b'), "agenda", "/partnership/%s/agenda".formatted(made.id()), "Open plans");
        timers.fire("partnership-year", reference, "HalfTermEnds");
        form("UpdateLiveActions", made.hostHead());
        form("HoldClusterMeeting", made.lead());
    }

    /** Where mails lie that no server gets. */
    private void putIntoFile(UUID notice) {
        try {
            Path directory = Files.createDirectories(Path.of("target", "mail"));
            try (OutputStream file = Files.newOutputStream(directory.resolve(notice + ".eml"))) {
                List<MimeMessage> got = mails.of(made.hostHead());
                got.get(got.size() - 1).writeTo(file);
            }
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private String linkTo(String person, String occasion) {
        return post.deliver(made).stream()
                .filter(one -> one.recipient().equals(person) && one.occasion().equals(occasion))
                .findFirst()
                .orElseThrow()
                .paths("/link/")
                .get(0);
    }

    private String page(String name) {
        return "/review/%s/%s".formatted(reference, name);
    }

    private Window window(String person) {
        return windows.computeIfAbsent(person, one -> Window.onAPhone(BROWSER, port, one));
    }

    private Window open(String person, String template, String path, String words) {
        Window window = window(person);
        window.go(path);
        look(window, template, words);
        return window;
    }

    /** @param words that only this page shows, and only if there is something on it */
    private void look(Window window, String template, String words) {
        Page page = window.page();
        everything
                .assertThat(page.locator("main").innerText())
                .as("the page " + template)
                .contains(words);
        look(window, "page " + template, "body", "page-" + template);
        window.asAtADesk();
        window.picture("desk-page-" + template);
        window.asOnAPhone();
        pagesSeen.add(template);
    }

    private void form(String activity, String person) {
        Task task = scenario.open(reference, activity, person);
        assertThat(task).as("%s of %s", activity, person).isNotNull();
        Window window = window(person);
        // In this order: on the way back to a desk, Tasklist does not set its columns anew.
        window.asAtADesk();
        window.openTask(task.getId());
        String form = activity.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        window.pictureOfTask("desk-form-" + form);
        window.asOnAPhone();
        look(window, "form " + form, ".fjs-container", "form-" + form);
        everything
                .assertThat(window.labelsCutOff())
                .as("labels of %s that are cut off", form)
                .isEmpty();
        everything
                .assertThat(window.form().innerText())
                .as("%s gives no hint on what nobody has typed", form)
                .doesNotContain("A word of an inspection", "This looks like");
        formsSeen.add(form);
    }

    private void look(Window window, String what, String part, String picture) {
        window.picture("phone-" + picture);
        everything.assertThat(window.fits()).as("%s fits on a phone", what).isTrue();
        everything.assertThat(Accessible.serious(window.page(), part)).as(what).isEmpty();
    }

    private static Set<String> namesIn(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
