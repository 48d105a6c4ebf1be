package org.criticalfriend.review;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.access.Audit;
import org.criticalfriend.duty.DeputyLeads;
import org.criticalfriend.duty.DutyRefused;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.Standings.Seen;
import org.criticalfriend.review.Visitors.Visitor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The team of a review for those on it and for whoever is in charge: why it is of its size, and who leads if the lead cannot. */
@Controller
@Order(43)
class TeamPage implements DoorOfReview {

    private final Standings standings;
    private final Heading heading;
    private final Visitors visitors;
    private final Teams teams;
    private final DeputyLeads deputyLeads;
    private final Audit audit;

    TeamPage(
            Standings standings,
            Heading heading,
            Visitors visitors,
            Teams teams,
            DeputyLeads deputyLeads,
            Audit audit) {
        this.standings = standings;
        this.heading = heading;
        this.visitors = visitors;
        this.teams = teams;
        this.deputyLeads = deputyLeads;
        this.audit = audit;
    }

    @GetMapping("/review/{reference}/team")
    String page(@PathVariable String reference, Principal person, Model model) {
        return page(seen(reference, person), model);
    }

    private Seen seen(String reference, Principal person) {
        return standings.seen(reference, person.getName()).onlyFor(TeamPage::isOpenTo);
    }

    private static boolean isOpenTo(Standing standing) {
        return !standing.duties().isEmpty() || standing.inCharge();
    }

    private static boolean mayChoose(Standing standing) {
        return standing.has(Duty.LEAD_REVIEWER) || standing.inCharge();
    }

    private String page(Seen seen, Model model) {
        Review review = seen.review();
        List<Visitor> team = visitors.of(review);
        heading.addTo(model, review);
        model.addAttribute("team", team);
        model.addAttribute("other", teams.otherOf(review).orElse(null));
        model.addAttribute(
                "peers",
                team.stream()
                        .filter(visitor -> visitor.duty() == Duty.PEER_REVIEWER)
                        .toList());
        model.addAttribute("mayChoose", mayChoose(seen.standing()));
        return "team";
    }

    @PostMapping("/review/{reference}/team")
    String name(
            @PathVariable String reference,
            @RequestParam String deputy,
            @RequestParam String instead,
            Principal person,
            Model model) {
        Seen seen = seen(reference, person).forbiddenUnless(TeamPage::mayChoose);
        try {
            deputyLeads.name(
                    seen.review().id(),
                    seen.review().visitFirst(),
                    deputy,
                    Optional.of(instead).filter(before -> !before.isEmpty()));
            audit.changedOnPage(person.getName(), "DeputyLead", reference);
            return "redirect:/review/%s/team?named".formatted(seen.review().reference());
        } catch (DutyRefused refused) {
            model.addAttribute("fault", refused.getMessage());
            return page(seen, model);
        }
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return isOpenTo(standing)
                ? Optional.of(new Door(
                        "/review/%s/team".formatted(review.reference()),
                        "The team",
                        "Its size, and who leads if the lead reviewer cannot"))
                : Optional.empty();
    }
}
