package org.criticalfriend.review;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The workshop with its notes, for the Champions of this review and nobody else (P26). */
@Controller
@Order(70)
class WorkshopPage implements DoorOfReview {

    private final Standings standings;
    private final Outcomes outcomes;
    private final ForFewEyes forFewEyes;
    private final People people;
    private final Heading heading;
    private final Audit audit;

    WorkshopPage(
            Standings standings,
            Outcomes outcomes,
            ForFewEyes forFewEyes,
            People people,
            Heading heading,
            Audit audit) {
        this.standings = standings;
        this.outcomes = outcomes;
        this.forFewEyes = forFewEyes;
        this.people = people;
        this.heading = heading;
        this.audit = audit;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return review.reached().targetsSetAt() != null && standing.isChampion()
                ? Optional.of(new Door(
                        "/review/%s/workshop".formatted(review.reference()),
                        "Notes of the workshop",
                        "For the Champions of this review only"))
                : Optional.empty();
    }

    @GetMapping("/review/{reference}/workshop")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = standings
                .seen(reference, person.getName())
                .onlyFor(Standing::isChampion)
                .review();
        Workshop workshop = Standings.demand(outcomes.workshopOf(review));
        audit.readOnPage(person.getName(), "WorkshopNotes", reference);
        heading.addTo(model, review);
        model.addAttribute("heldOn", SchoolTime.words(workshop.heldOn()));
        model.addAttribute(
                "staff",
                people.find(outcomes.staffAtWorkshopOf(review)).values().stream()
                        .map(WorkshopPage::inWords)
                        .sorted()
                        .toList());
        model.addAttribute("headWasThere", workshop.headWasThere());
        model.addAttribute("commitment", workshop.commitment());
        model.addAttribute("targets", outcomes.targetsOf(review));
        model.addAttribute("notes", forFewEyes.notesOf(review).orElse(""));
        return "workshop";
    }

    private static String inWords(Person person) {
        return "%s, %s".formatted(person.name(), person.post());
    }
}
