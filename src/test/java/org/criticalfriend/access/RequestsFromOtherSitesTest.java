package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.OpenTasks;
import org.criticalfriend.testing.OpenTasks.Open;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever changes something needs the token that only our own pages know. */
@ApplicationTest
class RequestsFromOtherSitesTest {

    @LocalServerPort
    int port;

    @Autowired
    OpenTasks tasks;

    private Open open;
    private Browser browser;

    @BeforeEach
    void somebodyIsSignedIn() {
        open = tasks.planningMeeting();
        browser = new Browser(port);
        browser.signIn(open.assignee(), TestPartnership.PASSWORD);
    }

    @Test
    void aSignInWithoutTheTokenIsRefused() {
        Browser other = new Browser(port);
        other.get("/sign-in");

        int status = other.postWithoutToken(
                        "/sign-in", Map.of("name", open.assignee(), "password", TestPartnership.PASSWORD))
                .status();

        assertThat(status).isEqualTo(403);
        assertThat(other.get("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void aSignOutWithoutTheTokenIsRefused() {
        assertThat(browser.postWithoutToken("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(browser.get("/sign-out").status()).isNotEqualTo(200);
        assertThat(browser.get("/").status()).isEqualTo(200);
    }

    @Test
    void aChangeOfPasswordWithoutTheTokenIsRefused() {
        int status = browser.postWithoutToken(
                        "/password",
                        Map.of(
                                "current",
                                TestPartnership.PASSWORD,
                                "chosen",
                                "willow harbour kettle",
                                "again",
                                "willow harbour kettle"))
                .status();

        assertThat(status).isEqualTo(403);
        assertThat(new Browser(port)
                        .signIn(open.assignee(), TestPartnership.PASSWORD)
                        .location())
                .isEqualTo("/");
    }

    @Test
    void aDraftWithoutTheTokenIsRefusedAndWithItKept() {
        String draft = "/drafts/" + open.id();
        browser.get(draft);

        int without =
                browser.send("PUT", draft, "application/json", "{\"a\":1}").status();
        int with = browser.send(
                        "PUT",
                        draft,
                        "application/json",
                        "{\"b\":2}",
                        "X-CSRF-TOKEN",
                        browser.cookie("CF-CSRF").orElseThrow())
                .status();

        assertThat(without).isEqualTo(403);
        assertThat(with).isEqualTo(204);
        assertThat(browser.get(draft).body()).isEqualTo("{\"b\":2}");
    }

    @Test
    void aClaimInTheWebApplicationsWithoutTheTokenIsRefused() {
        browser.get("/camunda/api/engine/engine/default/task");

        int status = browser.send(
                        "POST",
                        "/camunda/api/engine/engine/default/task/" + open.id() + "/claim",
                        "application/json",
                        "{\"userId\": \"%s\"}".formatted(open.assignee()))
                .status();

        assertThat(status).isEqualTo(403);
    }

    @Test
    void nobodyReadsOrWritesADraftForATaskOfSomebodyElse() {
        String draft = "/drafts/" + open.id();
        browser.get(draft);
        browser.send(
                "PUT",
                draft,
                "application/json",
                "{\"secret\":1}",
                "X-CSRF-TOKEN",
                browser.cookie("CF-CSRF").orElseThrow());
        for (String person : new String[] {
            open.made().lead(), open.made().hostHead(), open.made().peerReviewer()
        }) {
            Browser other = new Browser(port);
            other.signIn(person, TestPartnership.PASSWORD);

            assertThat(other.get(draft).status()).isEqualTo(204);
            assertThat(other.send(
                                    "PUT",
                                    draft,
                                    "application/json",
                                    "{}",
                                    "X-CSRF-TOKEN",
                                    other.cookie("CF-CSRF").orElseThrow())
                            .status())
                    .isEqualTo(404);
            other.send(
                    "DELETE",
                    draft,
                    null,
                    null,
                    "X-CSRF-TOKEN",
                    other.cookie("CF-CSRF").orElseThrow());
        }

        assertThat(browser.get(draft).body()).isEqualTo("{\"secret\":1}");
    }
}
