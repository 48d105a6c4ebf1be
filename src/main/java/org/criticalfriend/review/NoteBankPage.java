package org.criticalfriend.review;

import java.security.Principal;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What worked in the reviews of this partnership, by theme, for others to try (F14): for the host's leadership, the team, the Champions
 * and whoever is in charge of one of its reviews. No school is named (P19).
 */
@Controller
@Order(95)
class NoteBankPage implements DoorOfReview {

    private final Standings standings;
    private final Outcomes outcomes;
    private final Heading heading;

    NoteBankPage(Standings standings, Outcomes outcomes, Heading heading) {
        this.standings = standings;
        this.outcomes = outcomes;
        this.heading = heading;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return standing.seesContent()
                ? Optional.of(new Door(
                        "/review/%s/what-worked".formatted(review.reference()),
                        "What worked elsewhere",
                        "Noted at the follow-up meetings of this partnership, by theme"))
                : Optional.empty();
    }

    @GetMapping("/review/{reference}/what-worked")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = standings
                .seen(reference, person.getName())
                .onlyFor(Standing::seesContent)
                .review();
        heading.addTo(model, review);
        model.addAttribute("themes", Outcomes.Note.byTheme(outcomes.noteBankOf(review.partnership())));
        return "what-worked";
    }
}
