package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Mails;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages that show mails which lie in files, and what administrators can do about those that were given up. */
@ApplicationTest
class MailsPageTest {

    private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Outbox outbox;

    @Autowired
    Notices notices;

    @Autowired
    MailFiles files;

    @Autowired
    MailMessages messages;

    @Autowired
    Undelivered undelivered;

    @Autowired
    RuntimeService processes;

    @Autowired
    People people;

    @Autowired
    Mails mails;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    private Made made;
    private String admin;

    @BeforeEach
    void aPartnership() {
        clock.moveTo(NOW);
        mails.startAfresh();
        made = partnerships.make();
        admin = partnerships.ofTheInstallation(Role.ADMIN);
    }

    @Test
    void everybodySeesTheirOwnMailsAndAdministratorsAll() throws Exception {
        UUID mail = lies(made.hostHead(), "For the head of " + made.id());

        for (String person : List.of(made.hostHead(), admin)) {
            Browser browser = browser(person);
            assertThat(browser.get("/").body()).as(person).contains("href=\"/mails\"");
            assertThat(browser.get("/mails").body()).as(person).contains("For the head of " + made.id());
            assertThat(browser.get("/mails/" + mail).body()).as(person).contains("<iframe", "sandbox=\"allow-popups");
            assertThat(browser.get("/mails/" + mail + "/html").body())
                    .as(person)
                    .contains("<p>Dear");
            assertThat(browser.get("/mails/" + mail + "/file").body())
                    .as(person)
                    .contains("Message-ID");
        }
        for (String person : List.of(made.deputy('a'), made.lead(), partnerships.ofTheInstallation(Role.OWNER))) {
            Browser browser = browser(person);
            assertThat(browser.get("/mails").body()).as(person).doesNotContain("For the head of");
            for (String part : List.of("", "/html", "/file")) {
                assertThat(browser.get("/mails/" + mail + part).status())
                        .as(person + part)
                        .isEqualTo(404);
            }
        }
        assertThat(new Browser(port).get("/mails/" + mail).location()).isEqualTo("/sign-in");
    }

    @Test
    void aMailOnAPageRunsNothingAndLoadsNothing() throws Exception {
        UUID mail = lies(made.hostHead(), "Hello");

        Browser.Page html = browser(made.hostHead()).get("/mails/" + mail + "/html");

        assertThat(html.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';")
                        .doesNotContain("allow-scripts", "allow-same-origin"));
    }

    @Test
    void anAdministratorTriesAgainWhatWasGivenUpAndItIsShownNoLonger() {
        clock.moveTo(NOW.minus(Duration.ofDays(12)));
        String review = partnerships.startReview(made, TestPartnership.VISIT);
        mails.startAfresh();
        clock.moveTo(NOW);
        UUID given = givenUp(made.hostHead(), review);
        assertThat(browser(admin).get("/mails").body()).contains("The server is tired.", given.toString());
        assertThat(incidents(given)).isEqualTo(1);

        for (String person : List.of(made.hostHead(), made.lead())) {
            assertThat(browser(person)
                            .post("/mails/again", Map.of("id", given.toString()))
                            .status())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(incidents(given)).isEqualTo(1);
        assertThat(browser(admin)
                        .post("/mails/again", Map.of("id", given.toString()))
                        .location())
                .isEqualTo("/mails?again");

        assertThat(incidents(given)).isZero();
        assertThat(browser(admin).get("/mails").body()).doesNotContain(given.toString());
        assertThat(database.sql("select state, tries, reason from notice where id = ?")
                        .param(given)
                        .query()
                        .singleRow())
                .containsEntry("state", "WAITING")
                .containsEntry("tries", 0)
                .containsEntry("reason", null);
    }

    private UUID lies(String person, String subject) throws Exception {
        Taken taken = taken(person);
        notices.sent(taken, NOW);
        try (Delivery.Way way = files.begin()) {
            way.deliver(
                    taken.id(),
                    messages.of(
                            taken.id(),
                            new Mail(subject, "Dear you", "<html><head></head><body><p>Dear you", Optional.empty()),
                            people.find(person).orElseThrow()));
        }
        return taken.id();
    }

    private UUID givenUp(String person, String review) {
        Taken taken = taken(person);
        transaction.executeWithoutResult(status -> {
            notices.givenUp(taken, "The server is tired.", NOW);
            undelivered.show(taken.notice(), Optional.of(review), "The server is tired.");
        });
        return taken.id();
    }

    private Taken taken(String person) {
        transaction.executeWithoutResult(
                status -> outbox.tell(ToTell.once("page", UUID.randomUUID().toString(), person)));
        return transaction
                .execute(status -> notices.take(20, NOW, Duration.ofMinutes(5)))
                .get(0);
    }

    private long incidents(UUID notice) {
        return processes.createIncidentQuery().configuration(notice.toString()).count();
    }

    private Browser browser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        browser.get("/");
        return browser;
    }
}
