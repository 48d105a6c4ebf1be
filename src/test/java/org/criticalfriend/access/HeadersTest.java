package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Browser.Page;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class HeadersTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/", "/password", "/year", "/notthere"})
    void ourPagesLoadNothingFromElsewhereStandInNoFrameAndAreNotKept(String page) {
        HttpHeaders headers = signedIn().get(page).headers();

        assertThat(headers.allValues("Content-Security-Policy")).singleElement().satisfies(policy -> assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe"));
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(headers.firstValue("Permissions-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("camera=()", "microphone=()"));
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
    }

    @Test
    void onlyThePageWithACalendarMayWriteStyleSheetsAndOnlyWithANonceOfThisAnswer() {
        Browser browser = signedIn();

        String first = policy(browser.get("/year"));

        assertThat(first).contains("style-src 'self' 'nonce-").doesNotContain("script-src");
        assertThat(policy(browser.get("/year"))).isNotEqualTo(first);
        assertThat(policy(browser.get("/"))).doesNotContain("nonce-", "style-src");
    }

    private static String policy(Page page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void aWebApplicationHasOneContentPolicyOnly(String application) {
        Page page = signedIn().get("/camunda/app/" + application + "/default/");

        assertThat(page.status()).isEqualTo(200);
        // A second policy would be added to the first and block the application's own scripts.
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy).contains("nonce-"));
        assertThat(page.headers().allValues("X-Content-Type-Options"))
                .isNotEmpty()
                .containsOnly("nosniff");
        assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void noAnswerTellsWhichServerItIs() {
        HttpHeaders headers = signedIn().get("/").headers();

        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    private Browser signedIn() {
        Browser browser = new Browser(port);
        browser.signIn(partnerships.make().head('a'), TestPartnership.PASSWORD);
        return browser;
    }
}
