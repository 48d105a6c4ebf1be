package org.criticalfriend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A reviewer says on a phone that they cannot come, the reserve says yes on theirs, and the partnership lead sees both. */
@ApplicationTest
class SomebodyStandsInTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @Test
    void aReviewerCannotComeTheReserveDoesAndThePartnershipLeadSeesIt() {
        Review review = people.planned();
        String page = "/review/" + review.reference();

        Window reviewer = Window.onAPhone(BROWSER, port, review.made().peerReviewer());
        reviewer.go(page);
        reviewer.page().getByText("I cannot come").first().click();
        reviewer.press("I cannot come as peer reviewer");
        assertThat(text(reviewer)).contains("Your seat is free");
        reviewer.go(page + "/team");
        assertThat(text(reviewer))
                .as("nothing of the review is open to them any more")
                .contains("There is nothing here");

        Window lead = Window.onAPhone(BROWSER, port, review.made().lead());
        lead.go(page + "/stand-ins");
        assertThat(text(lead)).contains("is asked", "Nobody");

        Window reserve = Window.onAPhone(BROWSER, port, review.reserve());
        reserve.go("/stand-in/" + people.request(review.reference(), review.reserve()));
        assertThat(text(reserve)).contains("peer reviewer", "Please answer by");
        reserve.press("Yes, I can come");
        assertThat(text(reserve)).contains("You have said yes");

        lead.go(page + "/stand-ins");
        assertThat(text(lead)).contains("has confirmed", "yes");
        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
    }

    private static String text(Window window) {
        return window.page().locator("main").innerText();
    }
}
