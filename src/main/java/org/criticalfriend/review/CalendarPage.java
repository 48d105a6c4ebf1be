package org.criticalfriend.review;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The private feed of a person, and the page on which they get its address, change it, or take it away. */
@Controller
class CalendarPage {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final CalendarFeeds feeds;

    CalendarPage(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    /** For calendar programs, which do not sign in: whoever knows the address may read it. Unchanged, it is not sent again. */
    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<String> feed(@PathVariable String secret) {
        String calendar = feeds.read(secret).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String tag = "\"" + DigestUtils.md5DigestAsHex(calendar.getBytes(StandardCharsets.UTF_8)) + "\"";
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .header("X-Robots-Tag", "noindex")
                .contentType(CALENDAR)
                .body(calendar);
    }

    @GetMapping("/calendar")
    String page(Principal person, Model model) {
        feeds.since(person.getName())
                .map(SchoolTime::dateOf)
                .map(SchoolTime::words)
                .ifPresent(day -> model.addAttribute("since", day));
        return "calendar";
    }

    /** Answers with the page itself: the address is shown once and kept nowhere, not in the session either. */
    @PostMapping("/calendar")
    String renew(Principal person, Model model) {
        model.addAttribute("address", feeds.renew(person.getName()));
        return page(person, model);
    }

    @PostMapping("/calendar/remove")
    String remove(Principal person) {
        feeds.revoke(person.getName());
        return "redirect:/calendar?removed";
    }
}
