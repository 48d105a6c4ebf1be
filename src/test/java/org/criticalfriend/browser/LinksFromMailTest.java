package org.criticalfriend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser makes of the links in mails. */
@ApplicationTest
class LinksFromMailTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    ReviewScenario people;

    @Autowired
    Post post;

    @Autowired
    MovableClock clock;

    private Made made;
    private String reference;

    @BeforeEach
    void theQuestionsAreIssued() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        people.holdPlanningMeeting(made, reference);
        people.prepareQuestions(made, reference);
    }

    @Test
    void theButtonBehindAPersonalLinkCanBePressedWithoutSigningIn() {
        Window stranger = Window.ofNobody(BROWSER, port);

        stranger.go(personalLink());
        assertThat(stranger.fits()).isTrue();
        assertThat(Accessible.serious(stranger.page(), "body")).isEmpty();
        stranger.press("I have seen the questions");

        assertThat(stranger.page().locator("h1").innerText()).isEqualTo("Thank you");
    }

    @Test
    void whoeverFollowsALinkOfAnotherSiteStaysSignedIn() {
        Window head = Window.onAPhone(BROWSER, port, made.hostHead());

        head.page().navigate("http://127.0.0.1:%d/sign-in".formatted(port));
        head.page()
                .evaluate(
                        """
                        to => {
                          const link = document.createElement('a');
                          link.href = to;
                          document.body.append(link);
                          link.click();
                        }""",
                        "http://localhost:%d/review/%s".formatted(port, reference));

        head.page().locator("#team-heading").waitFor();
        assertThat(head.page().url()).contains("/review/" + reference);
    }

    private String personalLink() {
        return post.deliver(made).stream()
                .filter(one -> one.recipient().equals(made.hostHead())
                        && one.occasion().equals("questions-issued"))
                .findFirst()
                .orElseThrow()
                .paths("/link/")
                .get(0);
    }
}
