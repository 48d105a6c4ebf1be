package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Webapp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class LeaversTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    private String person;

    @BeforeEach
    void somebodyIsThere() {
        person = partnerships.make().head('a');
    }

    @Test
    void whoeverHasLeftDoesNotSignIn() {
        leaves();

        assertThat(new Browser(port).signIn(person, TestPartnership.PASSWORD).location())
                .isEqualTo("/sign-in?refused");
        assertThat(new Rest(port, person).get("/task").status()).isEqualTo(401);
    }

    @Test
    void theSessionOnThePagesEndsWhenSomebodyLeaves() {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        assertThat(browser.get("/").status()).isEqualTo(200);

        leaves();

        assertThat(browser.get("/").location()).isEqualTo("/sign-in");
        assertThat(sessions()).isZero();
    }

    @Test
    void theSessionInTheWebApplicationsEndsWhenSomebodyLeaves() {
        Webapp webapp = new Webapp(port, person);
        assertThat(webapp.get("/task").status()).isEqualTo(200);

        leaves();

        assertThat(webapp.get("/task").status()).isEqualTo(401);
        assertThat(webapp.browser().get("/camunda/app/tasklist/default/").location())
                .isEqualTo("/sign-in");
        assertThat(sessions()).isZero();
    }

    private void leaves() {
        Person now = people.find(person).orElseThrow();
        people.change(new Person(
                now.id(),
                now.version(),
                now.given(),
                now.family(),
                now.email(),
                now.phone(),
                now.post(),
                now.ownSchool(),
                Optional.of(LocalDate.of(2026, 1, 1))));
    }

    private long sessions() {
        return database.sql("select count(*) from spring_session where principal_name = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}
