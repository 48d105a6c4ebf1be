package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
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

/** The page on which whoever leads a partnership sees which mail addresses do not work, and asks every school whether mail arrives. */
@ApplicationTest
class MailAddressesTest {

    private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    Addresses addresses;

    @Autowired
    AddressBook book;

    @Autowired
    AddressWorks link;

    @Autowired
    People people;

    @Autowired
    Mails mails;

    @Autowired
    MovableClock clock;

    private Made made;

    @BeforeEach
    void aPartnership() {
        clock.moveTo(NOW);
        mails.startAfresh();
        made = partnerships.make();
    }

    @Test
    void leadDeputyAndAdministratorsSeeTheAddressesAndNobodyElse() {
        String admin = partnerships.ofTheInstallation(Role.ADMIN);
        for (String person : List.of(made.lead(), made.deputyLead(), admin)) {
            assertThat(browser(person).get(path()).body()).as(person).contains(made.hostHead() + "@school.example");
        }
        for (String person : List.of(
                made.hostHead(),
                made.teacher('d'),
                partnerships.ofTheInstallation(Role.OWNER),
                partnerships.make().lead())) {
            assertThat(browser(person).get(path()).status()).as(person).isEqualTo(404);
            assertThat(browser(person)
                            .post("/partnership/%s/test-mail".formatted(made.id()), Map.of())
                            .status())
                    .as(person)
                    .isEqualTo(404);
            assertThat(note(person, made.hostHead(), true)).as(person).isEqualTo(404);
        }
        assertThat(faults()).isZero();
        assertThat(book.tested(made.id())).isEmpty();
    }

    @Test
    void theLeadSeesOnTheFirstPageHowManyNeedAttention() {
        assertThat(browser(made.lead()).get("/").body()).contains(path()).doesNotContain("need attention");
        change(made.teacher('a'), "");
        addresses.refused(person(made.hostHead()), Optional.of(550));

        assertThat(browser(made.lead()).get("/").body()).contains(path(), "2 addresses need attention");
        assertThat(browser(made.hostHead()).get("/").body()).doesNotContain(path());
        assertThat(browser(made.lead()).get(path()).body())
                .contains("Missing", "Refused by the mail server on Mon 5 Oct 2026 (code 550)");
    }

    @Test
    void whatCameBackIsNotedByHandAndGoesWhenTheAddressIsChanged() {
        assertThat(note(made.lead(), made.hostHead(), true)).isEqualTo(302);
        assertThat(browser(made.lead()).get(path()).body()).contains("A mail came back, noted Mon 5 Oct 2026");

        note(made.lead(), made.hostHead(), false);
        assertThat(faults()).isZero();

        note(made.lead(), made.hostHead(), true);
        assertThat(faults()).isEqualTo(1);
        change(made.hostHead(), "another@school.example");
        assertThat(faults()).isZero();
    }

    @Test
    void nothingIsNotedOfPeopleOfOtherPartnerships() {
        assertThat(note(made.lead(), partnerships.make().hostHead(), true)).isEqualTo(404);
    }

    @Test
    void aTestMailGoesToHeadAndOfficeOfEverySchoolAndTheAnswersAreCounted() throws Exception {
        String office = partnerships.office(made, 'a');
        browser(made.lead()).post("/partnership/%s/test-mail".formatted(made.id()), Map.of());
        browser(made.lead()).post("/partnership/%s/test-mail".formatted(made.id()), Map.of());

        mails.send();

        for (String person : List.of(made.head('a'), made.head('b'), made.head('c'), made.head('d'), office)) {
            assertThat(mails.of(person)).as(person).hasSize(1);
        }
        assertThat(mails.of(made.deputy('a'))).isEmpty();
        assertThat(browser(made.lead()).get(path()).body())
                .contains("5 mails sent; arrived at 0 of 4 schools; not yet answered by 4");

        PersonalLink opened = new PersonalLink(AddressWorks.NAME, made.id() + "@2026-10-05T09:00", office);
        assertThat(link.page(opened).button()).contains("It has arrived");
        assertThat(book.tested(made.id()).orElseThrow().arrived())
                .as("opened only")
                .isZero();
        addresses.cameBack(person(office));
        assertThat(link.press(opened).button()).isEmpty();

        assertThat(browser(made.lead()).get(path()).body())
                .contains("arrived at 1 of 4 schools; not yet answered by 3", "Arrived, Mon 5 Oct 2026");
        assertThat(faults()).as("an address that works").isZero();

        clock.moveTo(NOW.plus(Duration.ofDays(1)));
        browser(made.lead()).post("/partnership/%s/test-mail".formatted(made.id()), Map.of());
        assertThat(book.tested(made.id()).orElseThrow().arrived())
                .as("a new test")
                .isZero();
    }

    private long faults() {
        return book.entries(made.id()).stream()
                .filter(AddressBook.Entry::needsAttention)
                .count();
    }

    private String path() {
        return "/partnership/%s/addresses".formatted(made.id());
    }

    private int note(String by, String of, boolean cameBack) {
        return browser(by)
                .post(path() + "/" + of, Map.of("cameBack", String.valueOf(cameBack)))
                .status();
    }

    private Person person(String id) {
        return people.find(id).orElseThrow();
    }

    private void change(String id, String address) {
        Person now = person(id);
        people.change(new Person(
                now.id(),
                now.version(),
                now.given(),
                now.family(),
                address,
                now.phone(),
                now.post(),
                now.ownSchool(),
                now.leftOn()));
    }

    private Browser browser(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        browser.get("/");
        return browser;
    }
}
