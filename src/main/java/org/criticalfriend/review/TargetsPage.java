package org.criticalfriend.review;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The targets of the workshop and the commitment of the staff, for host and team, as soon as they are typed up (P31). Nothing else of the workshop. */
@Controller
@Order(60)
class TargetsPage implements DoorOfReview {

    private final Standings standings;
    private final Outcomes outcomes;
    private final Heading heading;
    private final Audit audit;

    TargetsPage(Standings standings, Outcomes outcomes, Heading heading, Audit audit) {
        this.standings = standings;
        this.outcomes = outcomes;
        this.heading = heading;
        this.audit = audit;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return review.reached().targetsSetAt() != null && standing.ofHostOrTeam()
                ? Optional.of(new Door(
                        "/review/%s/targets".formatted(review.reference()),
                        "Targets",
                        "What the staff have set themselves at the improvement workshop"))
                : Optional.empty();
    }

    @GetMapping("/review/{reference}/targets")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = standings
                .seen(reference, person.getName())
                .onlyFor(Standing::ofHostOrTeam)
                .review();
        Workshop workshop = Standings.demand(outcomes.workshopOf(review));
        audit.readOnPage(person.getName(), "Targets", reference);
        heading.addTo(model, review);
        model.addAttribute("commitment", workshop.commitment());
        model.addAttribute("targets", outcomes.targetsOf(review));
        return "targets";
    }
}
