package org.criticalfriend.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.identity.Groups;
import org.criticalfriend.notification.AddressBook.Entry;
import org.criticalfriend.notification.AddressBook.Tested;
import org.criticalfriend.partnership.Partnership;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page with the mail addresses of a partnership. */
@Controller
class AddressesPage {

    private final AddressBook book;

    AddressesPage(AddressBook book) {
        this.book = book;
    }

    @GetMapping("/partnership/{partnership}/addresses")
    String page(@PathVariable String partnership, Principal person, HttpServletRequest request, Model model) {
        Partnership own = book.lookedAfter(partnership, person.getName(), administers(request));
        List<Entry> entries = book.entries(own.id());
        Optional<Tested> tested = book.tested(own.id());
        book.seen(person.getName());
        model.addAttribute("partnership", own);
        model.addAttribute("entries", entries);
        model.addAttribute(
                "faults", entries.stream().filter(Entry::needsAttention).count());
        model.addAttribute("tested", tested.orElse(null));
        model.addAttribute("arrived", tested.map(Tested::arrived).orElse(0L));
        model.addAttribute(
                "testedOn",
                tested.map(test -> SchoolTime.words(SchoolTime.dateOf(test.since())))
                        .orElse(""));
        return "addresses";
    }

    @PostMapping("/partnership/{partnership}/test-mail")
    String test(@PathVariable String partnership, Principal person, HttpServletRequest request) {
        book.test(partnership, person.getName(), administers(request));
        return "redirect:/partnership/%s/addresses?asked#test".formatted(partnership);
    }

    @PostMapping("/partnership/{partnership}/addresses/{of}")
    String note(
            @PathVariable String partnership,
            @PathVariable String of,
            @RequestParam boolean cameBack,
            Principal person,
            HttpServletRequest request) {
        book.note(partnership, of, cameBack, person.getName(), administers(request));
        return "redirect:/partnership/%s/addresses?noted#people".formatted(partnership);
    }

    private static boolean administers(HttpServletRequest request) {
        return request.isUserInRole(Groups.ADMINISTRATORS);
    }
}
