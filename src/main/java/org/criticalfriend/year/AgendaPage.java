package org.criticalfriend.year;

import java.security.Principal;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.Partnership;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The agenda of the next cluster meeting: open plans by school (P40), needs by theme (P20). Reading it is noted. */
@Controller
class AgendaPage {

    private final ClusterMeetings meetings;
    private final PlannedYears years;
    private final Audit audit;

    AgendaPage(ClusterMeetings meetings, PlannedYears years, Audit audit) {
        this.meetings = meetings;
        this.years = years;
        this.audit = audit;
    }

    @GetMapping("/partnership/{id}/agenda")
    String page(@PathVariable String id, Principal person, Model model) {
        Partnership partnership = meetings.find(id, person.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.readOnPage(person.getName(), "Agenda", id);
        model.addAttribute("partnershipName", partnership.name());
        model.addAttribute("plans", meetings.plans(partnership));
        model.addAttribute("needs", meetings.needs(partnership));
        model.addAttribute(
                "held", years.meetings(id).stream().map(SchoolTime::words).toList());
        return "agenda";
    }
}
