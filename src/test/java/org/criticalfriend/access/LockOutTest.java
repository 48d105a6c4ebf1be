package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.criticalfriend.access.SignIns.Outcome;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class LockOutTest {

    private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
    private static final String RIGHT = TestPartnership.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    SignIns signIns;

    @Autowired
    MovableClock clock;

    private String person;

    @BeforeEach
    void somebodyWhoMistypes() {
        clock.moveTo(START);
        person = partnerships.make().head('a');
    }

    @Test
    void fourWrongPasswordsCostNothing() {
        wrong(4);

        assertThat(enters()).isTrue();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnesBeforeIt() {
        wrong(4);
        enters();
        wrong(4);

        assertThat(enters()).isTrue();
    }

    @Test
    void fiveWrongPasswordsLockForAMinuteEvenForTheRightOne() {
        wrong(5);

        assertThat(enters()).isFalse();
        after(Duration.ofSeconds(59));
        assertThat(enters()).isFalse();
        after(Duration.ofSeconds(60));
        assertThat(enters()).isTrue();
    }

    @Test
    void eachFurtherWrongPasswordLocksTwiceAsLongUpToAnHour() {
        wrong(5);
        Instant from = START.plusSeconds(60);
        for (int minutes : new int[] {2, 4, 8, 16, 32, 60, 60}) {
            clock.moveTo(from);
            wrong(1);
            clock.moveTo(from.plus(Duration.ofMinutes(minutes)).minusSeconds(1));
            assertThat(enters())
                    .as("a second before %d minutes are over", minutes)
                    .isFalse();
            from = from.plus(Duration.ofMinutes(minutes));
        }
        clock.moveTo(from);

        assertThat(enters()).isTrue();
    }

    @Test
    void triesDuringALockDoNotProlongIt() {
        wrong(5);
        wrong(20);

        after(Duration.ofMinutes(1));

        assertThat(enters()).isTrue();
    }

    @Test
    void aLockOfOnePersonIsNoneOfAnother() {
        wrong(5);

        assertThat(signIns.enter(partnerships.make().head('a'), RIGHT, true)).isInstanceOf(Outcome.Entered.class);
    }

    @Test
    void thePageAndTheInterfaceCountTogetherAndAreLockedTogether() {
        Browser browser = new Browser(port);
        browser.signIn(person, "wrong");
        browser.signIn(person, "wrong");
        IntStream.range(0, 3).forEach(i -> new Rest(port, person, "wrong").get("/task"));

        assertThat(browser.signIn(person, RIGHT).location()).isEqualTo("/sign-in?refused");
        assertThat(new Rest(port, person).get("/task").status()).isEqualTo(401);
        after(Duration.ofMinutes(1));
        assertThat(new Rest(port, person).get("/task").status()).isEqualTo(200);
        assertThat(browser.signIn(person, RIGHT).location()).isEqualTo("/");
    }

    @Test
    void theLockIsInTheDatabaseAndNotInOneNodesMemory() {
        wrong(5);

        SignIns otherNode = new SignIns(database, encoder, clock);

        assertThat(otherNode.enter(person, RIGHT, true)).isInstanceOf(Outcome.Refused.class);
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient database;

    @Autowired
    org.springframework.security.crypto.password.PasswordEncoder encoder;

    private void wrong(int times) {
        IntStream.range(0, times).forEach(i -> signIns.enter(person, "wrong", true));
    }

    private boolean enters() {
        return signIns.enter(person, RIGHT, true) instanceof Outcome.Entered;
    }

    private void after(Duration time) {
        clock.moveTo(START.plus(time));
    }
}
