package org.criticalfriend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.criticalfriend.notification.MorningMails;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A reviewer says by a link in a mail that they cannot come, the reserve says yes by one, and the partnership lead sees both. */
@ApplicationTest
class SomebodyStandsInTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @Autowired
    Post post;

    @Autowired
    List<MorningMails> mornings;

    @Test
    void aReviewerCannotComeTheReserveDoesAndThePartnershipLeadSeesIt() {
        Review review = people.planned();
        String page = "/review/" + review.reference();
        people.at(TestPartnership.VISIT.minusDays(3), 8, 0);
        mornings.forEach(mails -> mails.tell(TestPartnership.VISIT.minusDays(3)));

        Window mail = Window.ofNobody(BROWSER, port);
        mail.go(link(review, "visit-soon", review.made().peerReviewer(), 0));
        assertThat(people.on(review, Duty.PEER_REVIEWER))
                .as("to open the link changes nothing")
                .contains(review.made().peerReviewer());
        mail.press("I cannot come");
        assertThat(text(mail)).contains("Thank you for saying so");
        Window reviewer = Window.onAPhone(BROWSER, port, review.made().peerReviewer());
        reviewer.go(page + "/team");
        assertThat(text(reviewer))
                .as("nothing of the review is open to them any more")
                .contains("There is nothing here");

        Window lead = Window.onAPhone(BROWSER, port, review.made().lead());
        lead.go(page + "/stand-ins");
        assertThat(text(lead)).contains("is asked", "Nobody");

        mail.go(link(review, "task", review.reserve(), 0));
        assertThat(text(mail)).contains("as peer reviewer", "Please answer by").doesNotContain("How well?");
        mail.press("Yes, I can come");
        assertThat(text(mail)).contains("You have said yes");

        lead.go(page + "/stand-ins");
        assertThat(text(lead)).contains("has confirmed", "yes");
        assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(review.reserve());
    }

    private String link(Review review, String occasion, String person, int which) {
        return post.deliver(review.made()).stream()
                .filter(one ->
                        one.occasion().equals(occasion) && one.recipient().equals(person))
                .map(one -> one.paths("/link/"))
                .filter(paths -> !paths.isEmpty())
                .findFirst()
                .orElseThrow()
                .get(which);
    }

    private static String text(Window window) {
        return window.page().locator("main").innerText();
    }
}
