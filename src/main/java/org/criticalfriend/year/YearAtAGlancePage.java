package org.criticalfriend.year;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.criticalfriend.access.ContentPolicy;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.review.Stage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The year at a glance: the page, its dates for the calendar in the browser, and the same as files. */
@Controller
class YearAtAGlancePage {

    private static final MediaType SPREADSHEET =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.valueOf("text/csv;charset=UTF-8");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final YearAtAGlance years;
    private final Clock clock;

    YearAtAGlancePage(YearAtAGlance years, Clock clock) {
        this.years = years;
        this.clock = clock;
    }

    /** @throws ResponseStatusException 400 if the school year is none */
    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(defaultValue = "") String partnership,
            @RequestParam(required = false) Integer year,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(required = false) Set<Entry> entry,
            @RequestParam(required = false) Stage state,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "false") boolean mine) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new Asked(
                Optional.of(partnership).filter(id -> !id.isEmpty()),
                Optional.ofNullable(year).map(SchoolYear::new),
                Optional.of(school).filter(id -> !id.isEmpty()),
                entry == null ? Set.of() : entry,
                Optional.ofNullable(state),
                late,
                mine);
    }

    @GetMapping("/year")
    String page(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            Principal person,
            HttpServletResponse response,
            Model model) {
        String nonce = ContentPolicy.newNonce();
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.withStyles(nonce));
        model.addAttribute("nonce", nonce);
        model.addAttribute("query", query());
        model.addAttribute("entries", Entry.values());
        model.addAttribute("appointments", Entry.APPOINTMENTS);
        model.addAttribute("stages", List.of(Stage.values()));
        Optional<Glance> glance = years.of(person.getName(), asked);
        if (glance.isEmpty() && asked.partnership().isPresent()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        glance.ifPresent(found -> {
            model.addAttribute("glance", found);
            model.addAttribute("years", around(found.year()));
            model.addAttribute("only", asked.inWords(found.schools()));
        });
        model.addAttribute("today", SchoolTime.today(clock));
        return "year";
    }

    /** Last year's reviews are still followed up, and the next year is planned. */
    private static List<SchoolYear> around(SchoolYear year) {
        return IntStream.rangeClosed(-2, 2).mapToObj(year::plus).toList();
    }

    /** The same request for another address. */
    private static String query() {
        return Optional.ofNullable(
                        ServletUriComponentsBuilder.fromCurrentRequest().build().getQuery())
                .map(query -> "?" + query)
                .orElse("");
    }

    @GetMapping("/year/dates")
    ResponseEntity<List<CalendarEvent>> dates(
            @ModelAttribute(name = "asked", binding = false) Asked asked, Principal person) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(seen(asked, person).lines().stream()
                        .map(CalendarEvent::of)
                        .toList());
    }

    @GetMapping("/year/year.xlsx")
    ResponseEntity<byte[]> workbook(@ModelAttribute(name = "asked", binding = false) Asked asked, Principal person) {
        Glance glance = seen(asked, person);
        return file(glance, "xlsx", SPREADSHEET, YearFiles.workbook(glance));
    }

    @GetMapping("/year/year.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute(name = "asked", binding = false) Asked asked, Principal person) {
        Glance glance = seen(asked, person);
        return file(glance, "csv", CSV, YearFiles.csv(glance));
    }

    /** @throws ResponseStatusException 404 if there is none for this person */
    private Glance seen(Asked asked, Principal person) {
        return years.of(person.getName(), asked).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> file(Glance glance, String ending, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"year-%d-%s.%s\""
                                .formatted(
                                        glance.year().start(),
                                        glance.partnership().id().replaceAll("[^A-Za-z0-9-]", ""),
                                        ending))
                .body(content);
    }
}
