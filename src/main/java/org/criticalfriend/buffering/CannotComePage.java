package org.criticalfriend.buffering;

import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.access.Audit;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.DoorToReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.RunningReviews.Seen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Somebody on a review says that they cannot come. One button for each duty; no reason is asked for. */
@Controller
class CannotComePage implements DoorToReview {

    private final RunningReviews running;
    private final Withdrawals withdrawals;
    private final Audit audit;

    CannotComePage(RunningReviews running, Withdrawals withdrawals, Audit audit) {
        this.running = running;
        this.withdrawals = withdrawals;
        this.audit = audit;
    }

    /** A duty that somebody may step back from. */
    record Own(String value, String words) {}

    @GetMapping("/review/{reference}/cannot-come")
    String page(@PathVariable String reference, Principal person, Model model) {
        Seen seen = seen(reference, person);
        model.addAttribute("reference", reference);
        model.addAttribute("school", seen.review().school());
        model.addAttribute("visit", seen.review().visit());
        List<Own> own = seen.duties().stream()
                .map(duty -> new Own(duty.name(), DutyWords.of(duty)))
                .toList();
        model.addAttribute("own", own);
        return "cannot-come";
    }

    /** Not for whoever is only in charge, and not once the review is over. */
    private Seen seen(String reference, Principal person) {
        Seen seen = running.seen(reference, person.getName());
        if (seen.duties().isEmpty() || seen.review().over()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return seen;
    }

    @PostMapping("/review/{reference}/cannot-come")
    String say(@PathVariable String reference, @RequestParam Duty duty, Principal person) {
        seen(reference, person);
        withdrawals.withdraw(reference, person.getName(), Set.copyOf(EnumSet.of(duty)));
        audit.changedOnPage(person.getName(), "CannotCome", reference);
        return "redirect:/cannot-come";
    }

    /** For somebody who may not see the review any more. */
    @GetMapping("/cannot-come")
    String done() {
        return "cannot-come-done";
    }

    @Override
    public Optional<Door> of(Seen seen) {
        return seen.duties().isEmpty() || seen.review().over()
                ? Optional.empty()
                : Optional.of(new Door(
                        "/review/%s/cannot-come".formatted(seen.review().reference()),
                        "I cannot come",
                        "Somebody else is asked at once; no reason is needed"));
    }
}
