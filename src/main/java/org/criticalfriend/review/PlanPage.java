package org.criticalfriend.review;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What was planned for the visit, and its questions: for the host's leadership, whose opening it counts as having the questions (G13),
 * and for the review team, which finds here what to read beforehand (P14) and what the school has noted (G14).
 */
@Controller
@Order(20)
class PlanPage implements DoorOfReview {

    private final Standings standings;
    private final Reviews reviews;
    private final PlanningRecord planning;
    private final PreparationRecord preparation;
    private final ForFewEyes forFewEyes;
    private final StaffBriefing briefing;
    private final Heading heading;
    private final Audit audit;
    private final Clock clock;

    PlanPage(
            Standings standings,
            Reviews reviews,
            PlanningRecord planning,
            PreparationRecord preparation,
            ForFewEyes forFewEyes,
            StaffBriefing briefing,
            Heading heading,
            Audit audit,
            Clock clock) {
        this.standings = standings;
        this.reviews = reviews;
        this.planning = planning;
        this.preparation = preparation;
        this.forFewEyes = forFewEyes;
        this.briefing = briefing;
        this.heading = heading;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return mayRead(review, standing)
                ? Optional.of(new Door(
                        "/review/%s/plan".formatted(review.reference()),
                        "Plan and questions",
                        "Why this review, what to read, the day, the team's questions"))
                : Optional.empty();
    }

    private static boolean mayRead(Review review, Standing standing) {
        return review.goal() != null && (standing.hostLeadership() || standing.reviews());
    }

    @GetMapping("/review/{reference}/plan")
    String page(@PathVariable String reference, Principal person, Model model) {
        Standings.Seen seen = standings.seen(reference, person.getName());
        Review review = seen.review();
        Standings.demand(mayRead(review, seen.standing()));
        audit.readOnPage(person.getName(), "PlanOfVisit", reference);
        boolean issued = review.questionsIssuedAt() != null;
        if (seen.standing().hostLeadership()) {
            preparation.seen(review, person.getName(), clock.instant());
            model.addAttribute("briefing", issued ? briefing.of(review) : "");
            model.addAttribute("ownNote", forFewEyes.hostNoteOf(review).orElse(""));
        }
        heading.addTo(model, review);
        model.addAttribute("goal", review.goal());
        model.addAttribute("evidenceWanted", review.goal().evidenceWantedInWords());
        model.addAttribute("links", planning.linksOf(review));
        model.addAttribute("preparation", planning.preparationOf(review));
        model.addAttribute("timetable", reviews.timetableOf(review));
        model.addAttribute("questions", issued ? questions(review) : List.of());
        model.addAttribute("showcase", preparation.showcaseOf(review).orElse(""));
        model.addAttribute("known", knownInWords(review));
        return "plan";
    }

    private List<Map<String, Object>> questions(Review review) {
        return NotesOnQuestions.of(reviews, preparation, review).perQuestion();
    }

    private String knownInWords(Review review) {
        if (review.questionsIssuedAt() == null) {
            return "";
        }
        String issued = SchoolTime.words(SchoolTime.dateOf(review.questionsIssuedAt()));
        return preparation
                .firstSeen(review)
                .map(at -> "Sent to the school on %s, and opened there on %s."
                        .formatted(issued, SchoolTime.words(SchoolTime.dateOf(at))))
                .orElse("Sent to the school on %s, and not opened there yet.".formatted(issued));
    }
}
