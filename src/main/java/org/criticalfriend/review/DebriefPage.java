package org.criticalfriend.review;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The Champion's private word to whoever is in charge of the review, and nobody else (P21). */
@Controller
@Order(75)
class DebriefPage implements DoorOfReview {

    private final Standings standings;
    private final ForFewEyes forFewEyes;
    private final Heading heading;
    private final Audit audit;

    DebriefPage(Standings standings, ForFewEyes forFewEyes, Heading heading, Audit audit) {
        this.standings = standings;
        this.forFewEyes = forFewEyes;
        this.heading = heading;
        this.audit = audit;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return standing.inCharge()
                        && review.reached().targetsSetAt() != null
                        && forFewEyes.debriefOf(review).isPresent()
                ? Optional.of(new Door(
                        "/review/%s/debrief".formatted(review.reference()),
                        "A word of the Champion",
                        "How the workshop was for the Champion; for you only"))
                : Optional.empty();
    }

    @GetMapping("/review/{reference}/debrief")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = standings
                .seen(reference, person.getName())
                .onlyFor(Standing::inCharge)
                .review();
        String debrief =
                forFewEyes.debriefOf(review).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.readOnPage(person.getName(), "WorkshopDebrief", reference);
        heading.of(review).forEach(model::addAttribute);
        model.addAttribute("reference", reference);
        model.addAttribute("debrief", debrief);
        return "debrief";
    }
}
