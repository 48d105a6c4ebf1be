package org.criticalfriend.review;

import java.security.Principal;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a Champion says, quietly, that they need help (P22). */
@Controller
@Order(80)
class HelpPage implements DoorOfReview {

    private final Standings standings;
    private final AskForHelp help;
    private final Heading heading;

    HelpPage(Standings standings, AskForHelp help, Heading heading) {
        this.standings = standings;
        this.help = help;
        this.heading = heading;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return standing.isChampion() && AskForHelp.isPossible(review)
                ? Optional.of(new Door(
                        "/review/%s/help".formatted(review.reference()),
                        "I need help",
                        "A quiet word to the partnership lead; nobody at the school sees it"))
                : Optional.empty();
    }

    @GetMapping("/review/{reference}/help")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = standings
                .seen(reference, person.getName())
                .onlyFor(Standing::isChampion)
                .review();
        Standings.demand(AskForHelp.isPossible(review));
        heading.addTo(model, review);
        model.addAttribute("asked", help.isAskedFor(review));
        model.addAttribute("somebodyThere", help.somebodyIsInCharge(review));
        return "help";
    }

    @PostMapping("/review/{reference}/help")
    String ask(@PathVariable String reference, Principal person) {
        standings.seen(reference, person.getName()).onlyFor(Standing::isChampion);
        help.in(reference);
        return "redirect:/review/%s/help".formatted(reference);
    }
}
