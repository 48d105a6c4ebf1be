package org.criticalfriend.review;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.VisitingFacts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which the head or the office of a school says what its visitors need to know, and confirms DBS checks of its people. */
@Controller
@Order(42)
class SchoolVisitorsPage implements DoorOfReview {

    private final SchoolVisitors visitors;
    private final Clock clock;

    SchoolVisitorsPage(SchoolVisitors visitors, Clock clock) {
        this.visitors = visitors;
        this.clock = clock;
    }

    @GetMapping("/school/{school}/visitors")
    String page(@PathVariable String school, Principal person, Model model) {
        School own = visitors.spokenForBy(person.getName(), school);
        return page(own, visitors.factsOf(own), person, model);
    }

    private String page(School school, VisitingFacts facts, Principal person, Model model) {
        model.addAttribute("school", school);
        model.addAttribute("facts", facts);
        model.addAttribute("longest", VisitingFacts.LONGEST);
        model.addAttribute("longestPhone", VisitingFacts.LONGEST_PHONE);
        model.addAttribute("colleagues", visitors.colleagues(school, person.getName()));
        model.addAttribute("today", SchoolTime.today(clock));
        return "school-visitors";
    }

    @PostMapping("/school/{school}/visitors")
    String enter(
            @PathVariable String school,
            @RequestParam int version,
            @RequestParam String parking,
            @RequestParam String reception,
            @RequestParam String phone,
            @RequestParam String lunch,
            @RequestParam String photoId,
            Principal person,
            Model model) {
        School own = visitors.spokenForBy(person.getName(), school);
        VisitingFacts typed = new VisitingFacts(
                school,
                version,
                text(parking),
                text(reception),
                text(phone),
                text(lunch),
                text(photoId).map(Boolean::valueOf));
        try {
            visitors.enter(person.getName(), typed);
            return "redirect:/school/%s/visitors?saved".formatted(own.id());
        } catch (EntryRefused refused) {
            model.addAttribute("fault", refused.getMessage());
            return page(own, typed, person, model);
        } catch (ChangedMeanwhile changed) {
            VisitingFacts now = visitors.factsOf(own);
            model.addAttribute(
                    "fault",
                    "Somebody else of your school has changed this meanwhile. Their words stand under each field; yours are kept in it. Save again to put yours in their place.");
            model.addAttribute("now", now);
            return page(own, typed.asOf(now.version()), person, model);
        }
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }

    @PostMapping("/school/{school}/visitors/{colleague}")
    String say(
            @PathVariable String school,
            @PathVariable String colleague,
            @RequestParam int version,
            @RequestParam boolean confirmed,
            @RequestParam String day,
            Principal person,
            Model model) {
        School own = visitors.spokenForBy(person.getName(), school);
        try {
            visitors.say(person.getName(), school, colleague, confirmed, LocalDate.parse(day), version);
            return "redirect:/school/%s/visitors?said#people".formatted(own.id());
        } catch (DateTimeException unreadable) {
            model.addAttribute("fault", "Day of the confirmation: please give a day, such as 2026-09-03.");
        } catch (EntryRefused refused) {
            model.addAttribute("fault", refused.getMessage());
        } catch (ChangedMeanwhile changed) {
            model.addAttribute(
                    "fault",
                    "Somebody else of your school has changed this meanwhile. What stands now is below; please look, then decide.");
        }
        return page(own, visitors.factsOf(own), person, model);
    }

    /** For the office and the head of the host; others reach the page of their own school from the start. */
    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return standing.hostHead() || standing.hostOffice()
                ? Optional.of(new Door(
                        "/school/%s/visitors".formatted(review.host()),
                        "For your visitors",
                        "Parking, reception, lunch: said once, used for every visit"))
                : Optional.empty();
    }
}
