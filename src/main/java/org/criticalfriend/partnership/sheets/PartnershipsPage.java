package org.criticalfriend.partnership.sheets;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.LedBy;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PartnershipKind;
import org.criticalfriend.partnership.PartnershipSettings;
import org.criticalfriend.partnership.PublicationPolicy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where administrators enter a partnership; all else of it is entered in its register. */
@Controller
class PartnershipsPage {

    private final RegisterSheets sheets;

    PartnershipsPage(RegisterSheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/partnerships")
    String page(Principal person, Model model) {
        return page(person, "", "", "", "", "", model);
    }

    private String page(
            Principal person, String id, String name, String kind, String leads, String readers, Model model) {
        model.addAttribute("partnerships", sheets.partnerships(person.getName()));
        model.addAttribute("kinds", Words.of(PartnershipKind.values()));
        model.addAttribute("leads", Words.of(LedBy.values()));
        model.addAttribute("readers", Words.of(PublicationPolicy.values()));
        model.addAttribute("id", id);
        model.addAttribute("name", name);
        model.addAttribute("kind", kind);
        model.addAttribute("lead", leads);
        model.addAttribute("reader", readers);
        return "partnerships";
    }

    @PostMapping("/partnerships")
    String enter(
            @RequestParam String id,
            @RequestParam String name,
            @RequestParam String kind,
            @RequestParam String leads,
            @RequestParam String readers,
            Principal person,
            Model model) {
        Optional<PartnershipKind> ofKind = Words.read(PartnershipKind.class, kind);
        Optional<LedBy> ledBy = Words.read(LedBy.class, leads);
        Optional<PublicationPolicy> readBy = Words.read(PublicationPolicy.class, readers);
        if (ofKind.isEmpty() || ledBy.isEmpty() || readBy.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        try {
            sheets.enter(
                    Partnership.of(
                            id.strip(), name.strip(), ofKind.get(), PartnershipSettings.of(ledBy.get(), readBy.get())),
                    person.getName());
            return "redirect:/partnership/%s/register?new".formatted(id.strip());
        } catch (EntryRefused refused) {
            model.addAttribute("fault", refused.getMessage());
            return page(person, id, name, kind, leads, readers, model);
        }
    }
}
