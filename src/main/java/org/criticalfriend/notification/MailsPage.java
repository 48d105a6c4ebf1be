package org.criticalfriend.notification;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.identity.Groups;
import org.criticalfriend.notification.MailBox.Item;
import org.criticalfriend.notification.MailBox.Lying;
import org.criticalfriend.partnership.Partnerships;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The pages that show mails which lie in files, and to administrators those that could not be sent. */
@Controller
class MailsPage {

    /**
     * A mail runs nothing, loads nothing and sends nothing; its links open in a window of their own. That it may stand in a frame of
     * ours counts more than X-Frame-Options.
     */
    private static final String CONTENT_OF_A_MAIL =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
                    + " frame-ancestors 'self'";

    private static final String LINKS_ELSEWHERE = "<base target=\"_blank\">";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MailBox box;
    private final Partnerships partnerships;

    MailsPage(MailBox box, Partnerships partnerships) {
        this.box = box;
        this.partnerships = partnerships;
    }

    /** A mail as the list shows it. */
    record Line(UUID id, String to, String subject, String when) {}

    /** A mail that was given up. */
    record GivenUp(UUID id, String to, String occasion, String when, String reason) {}

    @GetMapping("/mails")
    String page(Principal person, HttpServletRequest request, Model model) {
        boolean administers = administers(request);
        if (!administers && !box.isShown()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("administers", administers);
        model.addAttribute("shown", box.isShown());
        model.addAttribute(
                "mails",
                box.mails(person.getName(), administers).stream()
                        .map(MailsPage::line)
                        .toList());
        if (administers) {
            model.addAttribute("waiting", box.waiting());
            model.addAttribute("partnerships", partnerships.all());
            model.addAttribute(
                    "givenUp", box.givenUp().stream().map(MailsPage::givenUp).toList());
        }
        return "mails";
    }

    private static Line line(Lying mail) {
        return new Line(
                mail.told().notice().id(),
                mail.to(),
                mail.mail().subject(),
                when(mail.told().ended()));
    }

    private static GivenUp givenUp(Item item) {
        return new GivenUp(
                item.told().notice().id(),
                item.to(),
                item.told().notice().occasion(),
                when(item.told().ended()),
                item.told().reason());
    }

    private static String when(Instant moment) {
        LocalTime time =
                SchoolTime.now(Clock.fixed(moment, java.time.ZoneOffset.UTC)).toLocalTime();
        return SchoolTime.shortWords(SchoolTime.dateOf(moment)) + ", " + TIME.format(time);
    }

    @GetMapping("/mails/{id}")
    String mail(@PathVariable UUID id, Principal person, HttpServletRequest request, Model model) {
        Lying found = box.mail(id, person.getName(), administers(request));
        model.addAttribute("line", line(found));
        model.addAttribute("text", found.mail().text());
        model.addAttribute("files", found.mail().files());
        return "mail";
    }

    @GetMapping(path = "/mails/{id}/html", produces = "text/html; charset=UTF-8")
    @ResponseBody
    String html(@PathVariable UUID id, Principal person, HttpServletRequest request, HttpServletResponse response) {
        String html =
                box.mail(id, person.getName(), administers(request)).mail().html();
        response.setHeader("Content-Security-Policy", CONTENT_OF_A_MAIL);
        return html.contains("<head>") ? html.replace("<head>", "<head>" + LINKS_ELSEWHERE) : LINKS_ELSEWHERE + html;
    }

    @GetMapping("/mails/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id, Principal person, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("message/rfc822"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.eml\"".formatted(id))
                .body(box.file(id, person.getName(), administers(request)));
    }

    @PostMapping("/mails/again")
    String again(@RequestParam List<UUID> id, Principal person, HttpServletRequest request) {
        if (!administers(request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        box.again(id, person.getName());
        return "redirect:/mails?again";
    }

    private static boolean administers(HttpServletRequest request) {
        return request.isUserInRole(Groups.ADMINISTRATORS);
    }
}
