package org.criticalfriend.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.criticalfriend.change.ClosedDays;
import org.criticalfriend.engine.deployment.PackagedModels;
import org.criticalfriend.engine.identity.Groups;
import org.criticalfriend.notification.AddressBook;
import org.criticalfriend.notification.MailSettings;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.review.IssuedQuestions;
import org.criticalfriend.review.ReviewsAtAGlance;
import org.criticalfriend.year.ClusterMeetings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in: the doors that are open to a person, and where the partnership's reviews stand. */
@Controller
class HomeController {

    private final ReviewsAtAGlance reviews;
    private final IssuedQuestions questions;
    private final PackagedModels models;
    private final Register register;
    private final AddressBook addresses;
    private final MailSettings mails;
    private final ClusterMeetings meetings;
    private final ClosedDays closedDays;

    HomeController(
            ReviewsAtAGlance reviews,
            IssuedQuestions questions,
            PackagedModels models,
            Register register,
            AddressBook addresses,
            MailSettings mails,
            ClusterMeetings meetings,
            ClosedDays closedDays) {
        this.reviews = reviews;
        this.questions = questions;
        this.models = models;
        this.register = register;
        this.addresses = addresses;
        this.mails = mails;
        this.meetings = meetings;
        this.closedDays = closedDays;
    }

    /** How much of a partnership's reviews is on closed days. */
    record OnClosedDays(String partnership, String name, int number) {}

    @GetMapping("/")
    String page(Principal person, HttpServletRequest request, Model model) {
        boolean administers = request.isUserInRole(Groups.ADMINISTRATORS);
        boolean ownsProcesses = request.isUserInRole(Groups.PROCESS_OWNERS);
        model.addAttribute("tasklist", request.isUserInRole(Groups.PARTICIPANTS) || administers);
        model.addAttribute("cockpit", ownsProcesses || administers);
        model.addAttribute("admin", administers);
        model.addAttribute("waitingModels", ownsProcesses || administers ? models.waiting() : List.of());
        model.addAttribute("mails", mails.shown() || administers);
        List<AddressBook.Attention> led = addresses.attention(person.getName());
        model.addAttribute("addresses", led);
        model.addAttribute(
                "closedDays",
                led.stream()
                        .map(one -> new OnClosedDays(
                                one.partnership(), one.name(), closedDays.count(one.partnership(), person.getName())))
                        .filter(one -> one.number() > 0)
                        .toList());
        model.addAttribute("spokenFor", register.schoolsSpokenForBy(person.getName()));
        model.addAttribute("agendas", meetings.seenBy(person.getName()));
        model.addAttribute("reviews", reviews.seenBy(person.getName()));
        model.addAttribute("questions", questions.seenBy(person.getName()));
        return "home";
    }
}
