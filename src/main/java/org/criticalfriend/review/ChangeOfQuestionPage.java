package org.criticalfriend.review;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.partnership.Duty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where lead reviewer and head ask for another driving question (G9): what it means, and a button. */
@Controller
@Order(30)
class ChangeOfQuestionPage implements DoorOfReview {

    private final Standings standings;
    private final Heading heading;
    private final ChangeOfQuestion change;

    ChangeOfQuestionPage(Standings standings, Heading heading, ChangeOfQuestion change) {
        this.standings = standings;
        this.heading = heading;
        this.change = change;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return mayChange(standing) && change.chance(review) == ChangeOfQuestion.Chance.OPEN
                ? Optional.of(new Door(
                        "/review/%s/change-question".formatted(review.reference()),
                        "Change the driving question",
                        "Opens the planning once more"))
                : Optional.empty();
    }

    private static boolean mayChange(Standing standing) {
        return standing.hostHead() || standing.has(Duty.LEAD_REVIEWER);
    }

    @GetMapping("/review/{reference}/change-question")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = seen(reference, person);
        heading.addTo(model, review);
        model.addAttribute("chance", change.chance(review).name());
        return "change-question";
    }

    @PostMapping("/review/{reference}/change-question")
    String ask(@PathVariable String reference, Principal person) {
        seen(reference, person);
        change.ask(reference, person.getName());
        return "redirect:/review/{reference}/change-question";
    }

    private Review seen(String reference, Principal person) {
        return standings
                .seen(reference, person.getName())
                .onlyFor(ChangeOfQuestionPage::mayChange)
                .review();
    }
}
