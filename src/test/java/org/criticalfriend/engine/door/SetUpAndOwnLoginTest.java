package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Browser.Page;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Webapp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-77226: the engine's set-up makes whoever asks an administrator. And its own sign-in knows no lock-out. */
@ApplicationTest
class SetUpAndOwnLoginTest {

    private static final String SOMEBODY =
            """
            {"profile": {"id": "intruder", "firstName": "In", "lastName": "Truder"},
             "credentials": {"password": "lantern orchard puddle"}}""";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/default/user/create?x=1",
                "/camunda/api/admin/setup/default/user/create;x=1",
                "/camunda/api/admin/setup/default/user//create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/auth/../setup/default/user/create"
            })
    void theSetUpAnswersToNobody(String address) {
        Browser anonymous = new Browser(port);
        anonymous.get("/camunda/api/admin/auth/user/default");
        Page beforeSignIn = anonymous.send(
                "POST",
                address,
                "application/json",
                SOMEBODY,
                "X-XSRF-TOKEN",
                anonymous.cookie("XSRF-TOKEN").orElse(""));
        Reply byParticipant =
                new Webapp(port, partnerships.make().head('a')).call("POST", address, "application/json", SOMEBODY);
        Reply byAdministrator = new Webapp(port, partnerships.ofTheInstallation(Role.ADMIN))
                .call("POST", address, "application/json", SOMEBODY);

        assertThat(beforeSignIn.status()).as(beforeSignIn.body()).isIn(400, 401);
        assertThat(byParticipant.status()).as(byParticipant.body()).isIn(400, 403);
        assertThat(byAdministrator.status()).as(byAdministrator.body()).isIn(400, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/admin/default/setup", "/camunda/app/admin/default/setup/"})
    void thePageOfTheSetUpIsShut(String address) {
        Webapp administrator = new Webapp(port, partnerships.ofTheInstallation(Role.ADMIN));

        assertThat(administrator.browser().get(address).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/admin/auth/user/default/login/tasklist/",
                "/camunda/api/admin/auth/user/default/login/admin",
                "/camunda/api/admin/auth/user/default/login/welcome/",
                "/camunda/api/admin/auth/user/default/login/tasklist;x=1",
                "/camunda/api/admin/auth/user/default/%6cogin/tasklist"
            })
    void theWebApplicationsOwnSignInIsShutEvenWithTheRightPassword(String address) {
        Made made = partnerships.make();
        String fields = "username=" + made.head('a') + "&password=" + Browser.encoded(TestPartnership.PASSWORD);
        Browser browser = new Browser(port);

        Page reply = browser.send("POST", address, "application/x-www-form-urlencoded", fields);

        assertThat(reply.status()).as(reply.body()).isIn(400, 401, 403);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").status()).isEqualTo(401);
        Webapp signedIn = new Webapp(port, made.head('a'));
        assertThat(signedIn.call("POST", address, "application/x-www-form-urlencoded", fields)
                        .status())
                .isIn(400, 403);
    }
}
