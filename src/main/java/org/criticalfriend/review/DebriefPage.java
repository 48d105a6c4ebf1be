package org.criticalfriend.review;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.review.ForFewEyes.Debrief;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How the workshop was for each of its Champions (P21): written and read by that Champion, read by whoever is in charge of the review,
 * and by nobody else. Who typed up the workshop may have written it there already.
 */
@Controller
@Order(75)
class DebriefPage implements DoorOfReview {

    private static final int LONGEST = 4000;

    private final Standings standings;
    private final Reviews reviews;
    private final ForFewEyes forFewEyes;
    private final People people;
    private final Heading heading;
    private final Audit audit;

    DebriefPage(
            Standings standings, Reviews reviews, ForFewEyes forFewEyes, People people, Heading heading, Audit audit) {
        this.standings = standings;
        this.reviews = reviews;
        this.forFewEyes = forFewEyes;
        this.people = people;
        this.heading = heading;
        this.audit = audit;
    }

    /** What a Champion wrote, under their name. */
    record Word(String name, String text) {}

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        if (mayWrite(review, standing)) {
            return Optional.of(
                    new Door(path(review), "How the workshop was for you", "A private word to the partnership lead"));
        }
        return mayRead(review, standing)
                ? Optional.of(
                        new Door(path(review), "A word of the Champion", "How the workshop was for them; for you only"))
                : Optional.empty();
    }

    private static boolean mayWrite(Review review, Standing standing) {
        return standing.isChampion() && review.reached().targetsSetAt() != null;
    }

    private boolean mayRead(Review review, Standing standing) {
        return standing.inCharge() && !forFewEyes.debriefsOf(review).isEmpty();
    }

    private static String path(Review review) {
        return "/review/%s/debrief".formatted(review.reference());
    }

    @GetMapping("/review/{reference}/debrief")
    String page(@PathVariable String reference, Principal person, Model model) {
        Standings.Seen seen = standings.seen(reference, person.getName());
        Review review = seen.review();
        Standings.demand(mayWrite(review, seen.standing()) || mayRead(review, seen.standing()));
        audit.readOnPage(person.getName(), "WorkshopDebrief", reference);
        return page(seen, forFewEyes.debriefOf(review, person.getName()).orElse(""), Optional.empty(), model);
    }

    private String page(Standings.Seen seen, String own, Optional<String> fault, Model model) {
        Review review = seen.review();
        heading.addTo(model, review);
        model.addAttribute("words", seen.standing().inCharge() ? wordsForWhoIsInCharge(seen) : List.of());
        model.addAttribute("mayWrite", mayWrite(review, seen.standing()));
        model.addAttribute("text", own);
        model.addAttribute("longest", LONGEST);
        model.addAttribute("fault", fault.orElse(null));
        return "debrief";
    }

    /** Their own they read in the form. */
    private List<Word> wordsForWhoIsInCharge(Standings.Seen seen) {
        List<Debrief> debriefs = forFewEyes.debriefsOf(seen.review()).stream()
                .filter(one -> !one.person().equals(seen.standing().person()))
                .toList();
        Map<String, Person> writers =
                people.find(debriefs.stream().map(Debrief::person).toList());
        return debriefs.stream()
                .map(one -> new Word(writers.get(one.person()).name(), one.text()))
                .toList();
    }

    @Transactional
    @PostMapping("/review/{reference}/debrief")
    public String keep(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String text,
            Principal person,
            Model model) {
        reviews.hold(reference);
        Standings.Seen seen = standings.seen(reference, person.getName());
        Standings.demand(mayWrite(seen.review(), seen.standing()));
        TypedText typed = new TypedText("A private word", text, LONGEST);
        Optional<String> fault = typed.fault();
        if (fault.isPresent()) {
            return page(seen, typed.text(), fault, model);
        }
        forFewEyes.keepDebrief(seen.review(), person.getName(), typed.text());
        audit.changedOnPage(person.getName(), "WorkshopDebrief", reference);
        return "redirect:%s?kept".formatted(path(seen.review()));
    }
}
