package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Browser.Page;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class SigningInTest {

    private static final String PASSWORD = TestPartnership.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    private Made made;
    private Browser browser;

    @BeforeEach
    void somebodyStandsAtTheDoor() {
        made = partnerships.make();
        browser = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/password", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/"})
    void everyPageSendsToTheSignInFirst(String page) {
        Page reply = browser.get(page);

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task",
                "/engine-rest/task",
                "/engine-rest/engine",
                "/drafts/x"
            })
    void everyInterfaceRefusesBeforeTheSignIn(String address) {
        assertThat(browser.get(address).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/info", "/actuator"})
    void figuresOfTheInstallationAreForAdministrators(String address) {
        String administrator = partnerships.ofTheInstallation(Role.ADMIN);

        assertThat(browser.get(address).status()).isEqualTo(401);
        assertThat(browser.get(address, "Authorization", basic(made.head('a'))).status())
                .isEqualTo(403);
        // Tests collect no figures: that page is open to an administrator, but not there.
        assertThat(browser.get(address, "Authorization", basic(administrator)).status())
                .isIn(200, 404);
        assertThat(browser.get("/actuator/health").status()).isEqualTo(200);
        browser.signIn(administrator, PASSWORD);
        assertThat(browser.get(address).status()).isEqualTo(401);
    }

    private static String basic(String name) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nameAndPasswordOpenThePagesTheWebApplicationsAndTheInterface() {
        Page reply = browser.signIn(made.head('a'), PASSWORD);

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.location()).isEqualTo("/");
        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(200);
        assertThat(new Rest(port, made.head('a')).get("/task").status()).isEqualTo(200);
    }

    @Test
    void thePageThatSomebodyWantedOpensAfterTheSignIn() {
        browser.get("/camunda/app/tasklist/default/");

        Page reply = browser.signIn(made.head('a'), PASSWORD);

        assertThat(reply.location()).startsWith("/camunda/app/tasklist/default/");
    }

    @Test
    void theNameMayBeTypedInCapitalsAndWithSpaceAround() {
        Page reply = browser.signIn(" " + made.head('a').toUpperCase(Locale.ROOT) + " ", PASSWORD);

        assertThat(reply.location()).isEqualTo("/");
        assertThat(browser.get("/").body()).contains("Family " + made.head('a'));
    }

    @Test
    void aWrongPasswordOpensNothing() {
        Page reply = browser.signIn(made.head('a'), "lantern orchard muddle");

        assertThat(reply.location()).isEqualTo("/sign-in?refused");
        assertThat(browser.get("/").location()).isEqualTo("/sign-in");
        assertThat(new Rest(port, made.head('a'), "lantern orchard muddle")
                        .get("/task")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anUnknownNameIsAnsweredLikeAWrongPassword() {
        Page known = browser.signIn(made.head('a'), "lantern orchard muddle");
        Page knownThen = browser.get(known.location());
        Browser other = new Browser(port);
        Page unknown = other.signIn("nobody" + made.id(), "lantern orchard muddle");
        Page unknownThen = other.get(unknown.location());

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.location()).isEqualTo(known.location());
        assertThat(withoutToken(unknownThen.body())).isEqualTo(withoutToken(knownThen.body()));
        assertThat(unknownThen.body()).contains("Name or password is not right, or it was tried too often.");
        Rest.Reply knownByRest = new Rest(port, made.head('a'), "x").get("/task");
        Rest.Reply unknownByRest = new Rest(port, "nobody" + made.id(), "x").get("/task");
        assertThat(unknownByRest.status()).isEqualTo(knownByRest.status());
        assertThat(withoutTime(unknownByRest.body())).isEqualTo(withoutTime(knownByRest.body()));
    }

    @Test
    void participantsDoNotEnterCockpitOrAdmin() {
        browser.signIn(made.head('a'), PASSWORD);

        assertThat(browser.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(browser.get("/camunda/app/admin/default/").status()).isEqualTo(403);
    }

    private static String withoutTime(String body) {
        return body.replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\"[^>]*>", "");
    }
}
