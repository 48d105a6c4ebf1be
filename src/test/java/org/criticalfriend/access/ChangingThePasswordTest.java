package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Browser.Page;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Webapp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class ChangingThePasswordTest {

    private static final String OLD = TestPartnership.PASSWORD;
    private static final String NEW = "willow harbour kettle";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    JdbcClient database;

    private String person;
    private Browser browser;

    @BeforeEach
    void somebodyWantsAnotherPassword() {
        person = partnerships.make().head('a');
        browser = new Browser(port);
    }

    @Test
    void theNewPasswordCountsFromThenOnAndTheOldOneNoMore() {
        browser.signIn(person, OLD);

        Page reply = change(OLD, NEW, NEW);

        assertThat(reply.location()).isEqualTo("/sign-in?changed");
        assertThat(new Rest(port, person, OLD).get("/task").status()).isEqualTo(401);
        assertThat(new Rest(port, person, NEW).get("/task").status()).isEqualTo(200);
        assertThat(browser.signIn(person, NEW).location()).isEqualTo("/");
    }

    @Test
    void allSessionsOfThePersonEndAndNobodyElses() {
        browser.signIn(person, OLD);
        Browser elsewhere = new Browser(port);
        elsewhere.signIn(person, OLD);
        Webapp tasklist = new Webapp(port, person);
        Webapp colleague = new Webapp(port, partnerships.make().head('a'));

        change(OLD, NEW, NEW);

        assertThat(browser.get("/").location()).isEqualTo("/sign-in");
        assertThat(elsewhere.get("/").location()).isEqualTo("/sign-in");
        assertThat(tasklist.get("/task").status()).isEqualTo(401);
        assertThat(colleague.get("/task").status()).isEqualTo(200);
        assertThat(database.sql("select count(*) from spring_session where principal_name = ?")
                        .param(person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, willow harbour kettle, willow harbour kettle, Your present password is not right",
        "lantern orchard puddle, willow harbour kettle, willow harbour settle, The two new passwords are not the same.",
        "lantern orchard puddle, lantern orchard puddle, lantern orchard puddle, other than the one you have",
        "lantern orchard puddle, too short, too short, at least 12 characters",
        "lantern orchard puddle, password password, password password, too easy to guess"
    })
    void aFaultIsToldInWordsAndChangesNothing(String current, String chosen, String again, String words) {
        browser.signIn(person, OLD);

        Page reply = change(current, chosen, again);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains(words).doesNotContain(chosen).doesNotContain(again);
        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(new Rest(port, person, OLD).get("/task").status()).isEqualTo(200);
    }

    @Test
    void thePresentPasswordCannotBeTriedAsOftenAsOneLikes() {
        browser.signIn(person, OLD);
        for (int i = 0; i < 5; i++) {
            change("wrong", NEW, NEW);
        }

        assertThat(change(OLD, NEW, NEW).body()).contains("Your present password is not right, or it was tried");
    }

    @Test
    void whoeverWasGivenAPasswordChoosesAnotherBeforeAnythingElse() {
        database.sql("update sign_in set must_change = true where name = ?")
                .param(person)
                .update();
        browser.signIn(person, OLD);

        for (String page :
                new String[] {"/", "/drafts/x", "/camunda/app/tasklist/default/", "/camunda/app/admin/default/"}) {
            assertThat(browser.get(page).location()).as(page).isEqualTo("/password");
        }
        assertThat(browser.get("/camunda/api/engine/engine/default/task").status())
                .isNotEqualTo(200);
        assertThat(new Rest(port, person, OLD).get("/task").status()).isEqualTo(403);
        assertThat(browser.get("/password").status()).isEqualTo(200);

        change(OLD, NEW, NEW);
        browser.signIn(person, NEW);

        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/camunda/app/tasklist/default/", "/camunda/app/admin/default/"})
    void theFirstAdministratorChoosesAPasswordFirst(String page) {
        browser.signIn("admin", ApplicationTest.FIRST_PASSWORD);

        assertThat(browser.get(page).location()).isEqualTo("/password");
        assertThat(new Rest(port, "admin", ApplicationTest.FIRST_PASSWORD)
                        .get("/user")
                        .status())
                .isEqualTo(403);
    }

    private Page change(String current, String chosen, String again) {
        browser.get("/password");
        return browser.post("/password", Map.of("current", current, "chosen", chosen, "again", again));
    }
}
