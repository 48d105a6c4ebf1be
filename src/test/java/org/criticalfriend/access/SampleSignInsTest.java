package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.criticalfriend.access.SignIns.Outcome;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody knows the sample's password: it opens nothing from afar. */
@ApplicationTest
class SampleSignInsTest {

    private static final String NAME = "samplesignin";
    private static final String PASSWORD = "sample";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient database;

    private String person;

    @BeforeEach
    void thereIsASampleSignIn() {
        person = partnerships.make().head('a');
        signIns.add(NAME, person, signIns.hash(PASSWORD), true, false);
    }

    @AfterEach
    void remove() {
        database.sql("delete from sign_in where name = ?").param(NAME).update();
    }

    @Test
    void itWorksOnThisMachine() {
        Browser browser = new Browser(port);

        assertThat(browser.get("/sign-in").body()).contains(NAME);
        assertThat(browser.signIn(NAME, PASSWORD).location()).isEqualTo("/");
        assertThat(browser.get("/engine-rest/task", "Authorization", basic()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void itIsRefusedAndNotListedThroughAProxy(String header) {
        Browser browser = new Browser(port);

        assertThat(browser.get("/sign-in", header, "203.0.113.9").body()).doesNotContain(NAME);
        assertThat(browser.signIn(NAME, PASSWORD, header, "203.0.113.9").location())
                .isEqualTo("/sign-in?refused");
        assertThat(browser.get("/engine-rest/task", header, "203.0.113.9", "Authorization", basic())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void itIsRefusedFromAnotherAddressAndToTheEngine() {
        assertThat(signIns.enter(NAME, PASSWORD, false)).isInstanceOf(Outcome.Refused.class);
        assertThat(signIns.match(NAME, PASSWORD)).isFalse();
    }

    @Test
    void triesFromAfarDoNotLockItOnThisMachine() {
        for (int i = 0; i < 10; i++) {
            signIns.enter(NAME, "wrong", false);
        }

        assertThat(signIns.enter(NAME, PASSWORD, true)).isInstanceOf(Outcome.Entered.class);
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((NAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
