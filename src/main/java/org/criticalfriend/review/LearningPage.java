package org.criticalfriend.review;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody of the team has learned about themselves (F27): written by them, read by them, and by nobody else. */
@Controller
@Order(90)
class LearningPage implements DoorOfReview {

    private static final int LONGEST = 4000;

    private final Standings standings;
    private final ForFewEyes forFewEyes;
    private final Heading heading;
    private final Audit audit;

    LearningPage(Standings standings, ForFewEyes forFewEyes, Heading heading, Audit audit) {
        this.standings = standings;
        this.forFewEyes = forFewEyes;
        this.heading = heading;
        this.audit = audit;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return isOnTeam(standing) && review.hasFeedback()
                ? Optional.of(new Door(
                        path(review), "My own learning", "What you take home from this review; only you can read it"))
                : Optional.empty();
    }

    private static boolean isOnTeam(Standing standing) {
        return !standing.duties().isEmpty();
    }

    private static String path(Review review) {
        return "/review/%s/learning".formatted(review.reference());
    }

    private Review own(String reference, Principal person) {
        return standings
                .seen(reference, person.getName())
                .onlyFor(LearningPage::isOnTeam)
                .review();
    }

    @GetMapping("/review/{reference}/learning")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = own(reference, person);
        audit.readOnPage(person.getName(), "LearningNote", reference);
        return page(review, forFewEyes.learningOf(review, person.getName()).orElse(""), Optional.empty(), model);
    }

    private String page(Review review, String text, Optional<String> fault, Model model) {
        heading.addTo(model, review);
        model.addAttribute("text", text);
        model.addAttribute("longest", LONGEST);
        model.addAttribute("fault", fault.orElse(null));
        return "learning";
    }

    @Transactional
    @PostMapping("/review/{reference}/learning")
    public String keep(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String text,
            Principal person,
            Model model) {
        Review review = own(reference, person);
        TypedText typed = new TypedText("My note", text, LONGEST);
        Optional<String> fault = typed.fault();
        if (fault.isPresent()) {
            return page(review, typed.text(), fault, model);
        }
        forFewEyes.keepLearning(review, person.getName(), typed.text());
        return "redirect:%s?kept".formatted(path(review));
    }
}
