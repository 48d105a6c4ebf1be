package org.criticalfriend.review;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The self-review of the host, for its leadership and the review team and nobody else (F15). */
@Controller
@Order(10)
class SelfReviewPage implements DoorOfReview {

    private final Standings standings;
    private final SelfReviews selfReviews;
    private final Heading heading;
    private final Audit audit;

    SelfReviewPage(Standings standings, SelfReviews selfReviews, Heading heading, Audit audit) {
        this.standings = standings;
        this.selfReviews = selfReviews;
        this.heading = heading;
        this.audit = audit;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return mayRead(standing) && selfReviews.of(review).isPresent()
                ? Optional.of(new Door(
                        "/review/%s/self-review".formatted(review.reference()),
                        "Self-review",
                        "What the school believes about its own work"))
                : Optional.empty();
    }

    private static boolean mayRead(Standing standing) {
        return standing.hostLeadership() || standing.reviews();
    }

    @GetMapping("/review/{reference}/self-review")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = standings
                .seen(reference, person.getName())
                .onlyFor(SelfReviewPage::mayRead)
                .review();
        SelfReview selfReview = Standings.demand(selfReviews.of(review));
        audit.readOnPage(person.getName(), "SelfReview", reference);
        heading.addTo(model, review);
        model.addAttribute("handedIn", SchoolTime.words(SchoolTime.dateOf(selfReview.handedInAt())));
        model.addAttribute("statements", selfReviews.statementsOf(review));
        model.addAttribute("hopes", selfReview.hopes());
        return "self-review";
    }
}
