package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Browser.Page;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Webapp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class SessionsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    JdbcClient database;

    private String person;
    private Browser browser;

    @BeforeEach
    void somebodySignsIn() {
        person = partnerships.make().head('a');
        browser = new Browser(port);
    }

    @Test
    void aSessionIsARowThatEveryNodeReadsAndNothingElse() {
        browser.signIn(person, TestPartnership.PASSWORD);
        String session = sessionId();
        Browser otherNode = new Browser(port);
        otherNode.setCookie("CF-SESSION", browser.cookie("CF-SESSION").orElseThrow());

        assertThat(rows(session)).containsExactly(person);
        assertThat(otherNode.get("/").status()).isEqualTo(200);
        database.sql("delete from spring_session where session_id = ?")
                .param(session)
                .update();

        assertThat(browser.get("/").location()).isEqualTo("/sign-in");
        assertThat(otherNode.get("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void signingOutOnThePageRemovesTheSession() {
        browser.signIn(person, TestPartnership.PASSWORD);
        String session = sessionId();
        browser.get("/");

        Page reply = browser.post("/sign-out", Map.of());

        assertThat(reply.location()).isEqualTo("/sign-in?signed-out");
        assertThat(rows(session)).isEmpty();
        assertThat(browser.get("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void signingOutInTasklistSignsOutEverywhere() {
        Webapp tasklist = new Webapp(port, person);

        int status = tasklist.call("POST", "/camunda/api/admin/auth/user/default/logout", "application/json", "{}")
                .status();

        assertThat(status).isEqualTo(204);
        assertThat(tasklist.browser().get("/").location()).isEqualTo("/sign-in");
        assertThat(database.sql("select count(*) from spring_session where principal_name = ?")
                        .param(person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSessionFromBeforeTheSignInIsNotTheOneAfterIt() {
        browser.get("/");
        String before = browser.cookie("CF-SESSION").orElseThrow();

        browser.signIn(person, TestPartnership.PASSWORD);

        assertThat(browser.cookie("CF-SESSION").orElseThrow()).isNotEqualTo(before);
        Browser thief = new Browser(port);
        thief.setCookie("CF-SESSION", before);
        assertThat(thief.get("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void theInterfaceForProgramsMakesNoSession() {
        Page reply = browser.get(
                "/engine-rest/task",
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (person + ":" + TestPartnership.PASSWORD).getBytes(StandardCharsets.UTF_8)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aSessionOfThePagesIsNoKeyToTheInterfaceForPrograms() {
        browser.signIn(person, TestPartnership.PASSWORD);

        assertThat(browser.get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void cookiesAreNotSentFromOtherSitesAndTheSessionsIsNotReadByScripts() {
        String csrf = browser.get("/sign-in").setsCookie("CF-CSRF").orElseThrow();
        String session = browser.post("/sign-in", Map.of("name", person, "password", TestPartnership.PASSWORD))
                .setsCookie("CF-SESSION")
                .orElseThrow();
        String xsrf = browser.get("/camunda/api/engine/engine/default/task")
                .setsCookie("XSRF-TOKEN")
                .orElseThrow();

        assertThat(session).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(csrf).contains("SameSite=Strict", "Path=/");
        assertThat(xsrf).containsIgnoringCase("SameSite=Strict");
    }

    private String sessionId() {
        return new String(
                Base64.getDecoder().decode(browser.cookie("CF-SESSION").orElseThrow()), StandardCharsets.UTF_8);
    }

    private List<String> rows(String session) {
        return database.sql("select principal_name from spring_session where session_id = ?")
                .param(session)
                .query(String.class)
                .list();
    }
}
