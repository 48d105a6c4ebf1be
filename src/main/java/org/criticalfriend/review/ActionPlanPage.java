package org.criticalfriend.review;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.core.annotation.Order;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The action plan for host and team, what the follow-up meeting found (G31, F14), with a button to say that one has seen it (G28), and its export for the host alone (P28). */
@Controller
@Order(65)
class ActionPlanPage implements DoorOfReview {

    private final Standings standings;
    private final Outcomes outcomes;
    private final PlanInWords plan;
    private final PlanKnown known;
    private final Heading heading;
    private final Audit audit;
    private final Clock clock;

    ActionPlanPage(
            Standings standings,
            Outcomes outcomes,
            PlanInWords plan,
            PlanKnown known,
            Heading heading,
            Audit audit,
            Clock clock) {
        this.standings = standings;
        this.outcomes = outcomes;
        this.plan = plan;
        this.known = known;
        this.heading = heading;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return review.planAgreedAt() != null && standing.ofHostOrTeam()
                ? Optional.of(new Door(
                        "/review/%s/action-plan".formatted(review.reference()),
                        "Action plan",
                        "What the school will do, and who helps"))
                : Optional.empty();
    }

    private Standings.Seen agreed(String reference, Principal person) {
        Standings.Seen seen = standings.seen(reference, person.getName()).onlyFor(Standing::ofHostOrTeam);
        Standings.demand(seen.review().planAgreedAt() != null);
        return seen;
    }

    @GetMapping("/review/{reference}/action-plan")
    String page(@PathVariable String reference, Principal person, Model model) {
        Standings.Seen seen = agreed(reference, person);
        Review review = seen.review();
        audit.readOnPage(person.getName(), "ActionPlan", reference);
        heading.addTo(model, review);
        model.addAttribute("agreedOn", SchoolTime.words(SchoolTime.dateOf(review.planAgreedAt())));
        model.addAttribute(
                "commitment",
                outcomes.workshopOf(review).map(Workshop::commitment).orElse(""));
        model.addAttribute("targets", outcomes.targetsOf(review));
        model.addAttribute("actions", plan.actionsOf(review));
        model.addAttribute("visits", plan.visitsOf(review));
        Optional.ofNullable(review.followUp()).ifPresent(followUp -> addFollowUp(model, review, followUp));
        model.addAttribute("known", known.of(review));
        model.addAttribute(
                "asked",
                PlanKnown.isAsked(seen.standing())
                        && !outcomes.planSeenBy(review).containsKey(person.getName()));
        model.addAttribute("mayExport", seen.standing().hostLeadership());
        return "action-plan";
    }

    private void addFollowUp(Model model, Review review, FollowUp followUp) {
        model.addAttribute("followedUpOn", SchoolTime.words(followUp.followUpHeldOn()));
        Optional<Goal> goal = Optional.ofNullable(review.goal());
        model.addAttribute("goal", goal.map(Goal::goal).orElse(""));
        model.addAttribute("whereThen", goal.map(Goal::whereNow).orElse(""));
        model.addAttribute("goalNow", Optional.ofNullable(followUp.goalNow()).orElse(""));
        model.addAttribute("whatWorked", Outcomes.Note.byTheme(outcomes.whatWorkedIn(review)));
    }

    @PostMapping("/review/{reference}/action-plan/seen")
    String seen(@PathVariable String reference, Principal person) {
        Standings.Seen seen = agreed(reference, person).onlyFor(PlanKnown::isAsked);
        outcomes.noteSeen(seen.review(), person.getName(), clock.instant());
        return "redirect:/review/%s/action-plan".formatted(reference);
    }

    @GetMapping("/review/{reference}/action-plan.csv")
    ResponseEntity<byte[]> export(@PathVariable String reference, Principal person) {
        Review review =
                agreed(reference, person).onlyFor(Standing::hostLeadership).review();
        audit.readOnPage(person.getName(), "ActionPlanExport", reference);
        String csv = PlanAsCsv.of(
                outcomes.workshopOf(review).map(Workshop::commitment).orElse(""),
                outcomes.targetsOf(review),
                plan.actionsOf(review));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(reference + "-action-plan.csv")
                                .build()
                                .toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }
}
