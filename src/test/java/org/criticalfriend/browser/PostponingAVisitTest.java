package org.criticalfriend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.Post.Delivered;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The host puts its visit off: from the click to the new invitations. */
@ApplicationTest
@Tag("database")
class PostponingAVisitTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Buffered people;

    @Autowired
    Post post;

    @Autowired
    Appointments appointments;

    @Test
    void theHostAsksTheLeadSeesEveryWayOutAndChoosesAndEverybodyHasANewInvitation() {
        Review review = people.planned();
        post.deliver(review.made());

        Window head = Window.onAPhone(BROWSER, port, review.made().hostHead());
        head.go("/review/" + review.reference());
        head.page().getByText("Change of plan").first().click();
        head.press("Put the visit off: Tell whoever is in charge");
        assertThat(text(head)).contains("Until then everything stays as it is.");

        Delivered task = delivered(review, "task", review.made().lead());
        assertThat(task.mail().subject()).contains("please decide");

        Window lead = Window.onAPhone(BROWSER, port, review.made().lead());
        lead.go("/review/" + review.reference() + "/change");
        lead.page().getByText("See every way out").click();
        assertThat(text(lead))
                .contains("Put the visit off", "New day", "Cancel the review", "Leave everything as it is");
        Locator row = lead.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("New day"))
                .first();
        String title = row.locator("th").innerText();
        row.locator("button").click();
        assertThat(text(lead)).contains("The plan has changed: the visit has another day.");

        String day = dayOf(AppointmentKind.VISIT, review);
        assertThat(title).contains(day);
        List<Delivered> all = post.deliver(review.made());
        assertThat(invitedFor(day, all))
                .contains(
                        review.made().leadReviewer(),
                        review.made().peerReviewer(),
                        review.reserve(),
                        review.made().hostHead());
        assertThat(invitedFor(dayOf(AppointmentKind.WORKSHOP, review), all))
                .contains(review.made().champion(), review.spare());
        assertThat(all.stream()
                        .filter(one -> one.occasion().equals("change-decided"))
                        .map(Delivered::recipient))
                .containsExactly(review.made().hostHead());
    }

    private String dayOf(AppointmentKind kind, Review review) {
        return SchoolTime.words(appointments.of(review.reference()).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .first());
    }

    private static List<String> invitedFor(String day, List<Delivered> all) {
        return all.stream()
                .filter(one -> one.occasion().equals("invitation"))
                .filter(one -> one.mail().text().contains(day))
                .map(Delivered::recipient)
                .toList();
    }

    private Delivered delivered(Review review, String occasion, String person) {
        return post.deliver(review.made()).stream()
                .filter(one ->
                        one.occasion().equals(occasion) && one.recipient().equals(person))
                .findFirst()
                .orElseThrow();
    }

    /** Of the whole page, which may be long. */
    private static String text(Window window) {
        window.page().waitForLoadState();
        return window.page().locator("main").innerText();
    }
}
