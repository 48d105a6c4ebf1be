package org.criticalfriend.review;

import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.criticalfriend.partnership.HeadAtWorkshop;
import org.criticalfriend.partnership.Partnerships;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Heads stay out of the improvement workshop. Where the partnership allows it, the host's head may ask to come, with a reason that the
 * Champions read (P26).
 */
@Controller
@Order(50)
class HeadAtWorkshopPage implements DoorOfReview {

    private static final int LONGEST = 500;

    private final Standings standings;
    private final Reviews reviews;
    private final ForFewEyes forFewEyes;
    private final Partnerships partnerships;
    private final Heading heading;
    private final Clock clock;

    HeadAtWorkshopPage(
            Standings standings,
            Reviews reviews,
            ForFewEyes forFewEyes,
            Partnerships partnerships,
            Heading heading,
            Clock clock) {
        this.standings = standings;
        this.reviews = reviews;
        this.forFewEyes = forFewEyes;
        this.partnerships = partnerships;
        this.heading = heading;
        this.clock = clock;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return standing.hostHead() && isPossible(review)
                ? Optional.of(new Door(
                        path(review),
                        "Come to the improvement workshop",
                        "Heads usually stay out; you may ask to come"))
                : Optional.empty();
    }

    private boolean isPossible(Review review) {
        return review.reached().targetsSetAt() == null
                && !review.isCancelled()
                && partnerships
                                .find(review.partnership())
                                .orElseThrow()
                                .settings()
                                .headAtWorkshop()
                        == HeadAtWorkshop.OPT_IN;
    }

    private static String path(Review review) {
        return "/review/%s/head-at-workshop".formatted(review.reference());
    }

    private Review possible(String reference, Principal person) {
        return standings
                .seen(reference, person.getName())
                .onlyFor(Standing::hostHead)
                .review();
    }

    @GetMapping("/review/{reference}/head-at-workshop")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = possible(reference, person);
        Standings.demand(isPossible(review));
        return page(review, forFewEyes.headsWish(review).orElse(""), Optional.empty(), model);
    }

    private String page(Review review, String reason, Optional<String> fault, Model model) {
        heading.addTo(model, review);
        model.addAttribute("asked", forFewEyes.headsWish(review).isPresent());
        model.addAttribute("reason", reason);
        model.addAttribute("longest", LONGEST);
        model.addAttribute("fault", fault.orElse(null));
        return "head-at-workshop";
    }

    @Transactional
    @PostMapping("/review/{reference}/head-at-workshop")
    public String come(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            Model model) {
        possible(reference, person);
        Review review = reviews.held(reference);
        Standings.demand(isPossible(review));
        TypedText typed = new TypedText("Why you would like to be there", reason, LONGEST);
        Optional<String> fault = typed.faultIfNeeded();
        if (fault.isPresent()) {
            return page(review, typed.text(), fault, model);
        }
        forFewEyes.keepHeadsWish(review, person.getName(), typed.text(), clock.instant());
        return "redirect:" + path(review);
    }

    @Transactional
    @PostMapping("/review/{reference}/head-at-workshop/stay-out")
    public String stayOut(@PathVariable String reference, Principal person) {
        possible(reference, person);
        Review review = reviews.held(reference);
        Standings.demand(isPossible(review));
        forFewEyes.forgetHeadsWish(review);
        return "redirect:" + path(review);
    }
}
