package org.criticalfriend.change;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.access.Audit;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.BrokenAppointments;
import org.criticalfriend.review.BrokenAppointments.Broken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where whoever leads a partnership sees what does not fit the calendars any more, and asks for every way out of each. */
@Controller
class ClosedDaysPage {

    private final ClosedDays closed;
    private final ChangesOfPlan changes;
    private final Register register;
    private final Partnerships partnerships;
    private final Audit audit;

    ClosedDaysPage(
            ClosedDays closed, ChangesOfPlan changes, Register register, Partnerships partnerships, Audit audit) {
        this.closed = closed;
        this.changes = changes;
        this.register = register;
        this.partnerships = partnerships;
        this.audit = audit;
    }

    /** Path of the page. */
    static String path(String partnership) {
        return "/partnership/%s/closed-days".formatted(partnership);
    }

    @GetMapping("/partnership/{id}/closed-days")
    String page(@PathVariable String id, Principal person, Model model) {
        if (!register.partnershipsLedBy(person.getName()).contains(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("partnership", id);
        model.addAttribute(
                "partnershipName",
                partnerships
                        .find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .name());
        model.addAttribute("lines", closed.lines(id, person.getName()));
        return "closed-days";
    }

    @PostMapping("/partnership/{id}/closed-days")
    String ask(
            @PathVariable String id,
            @RequestParam String review,
            @RequestParam AppointmentKind meeting,
            @RequestParam LocalDate day,
            @RequestParam Optional<UUID> seat,
            Principal person,
            Model model) {
        Optional<Broken> found = closed.of(id, person.getName()).stream()
                .filter(one -> one.reference().equals(review)
                        && one.kind() == meeting
                        && one.day().equals(day)
                        && one.place().map(BrokenAppointments.Place::seat).equals(seat))
                .findFirst();
        if (found.isEmpty()) {
            model.addAttribute("fault", "This fits again by now. Here is what is left.");
            return page(id, person, model);
        }
        try {
            UUID change = changes.ask(ClosedDays.mending(found.get(), person.getName()));
            audit.changedOnPage(person.getName(), "ChangeOfPlan", review);
            return "redirect:/change/" + change;
        } catch (ChangeRefused | InTurn.Overtaken refused) {
            model.addAttribute("fault", refused.getMessage());
            return page(id, person, model);
        }
    }
}
