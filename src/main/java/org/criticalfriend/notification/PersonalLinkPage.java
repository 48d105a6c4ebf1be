package org.criticalfriend.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.notification.PersonalLinks.Opened;
import org.criticalfriend.partnership.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind a personal link, for whoever holds the mail: opening it changes nothing, its button does. It takes no part in
 * sessions; the link is the proof.
 */
@Controller
class PersonalLinkPage {

    private static final LinkPage UNKNOWN = LinkPage.saying(
            "This link cannot be read",
            "Perhaps it was cut in two in the mail. Please open the mail once more and press its button, or copy the whole address.",
            "You can also sign in: the page of the review has what the mail was about.");
    private static final LinkPage OVER = LinkPage.saying(
            "This link is over",
            "Its time has passed, and nothing was changed. Sign in to see how things stand, or ask your partnership lead.");
    private static final LinkPage NOT_HERE_ANY_MORE = LinkPage.saying(
            "This link is over", "Whoever it was for does not take part any more. Nothing was changed.");

    private final PersonalLinks links;
    private final Map<String, LinkPurpose> purposes;
    private final People people;
    private final InTurn inTurn;
    private final Audit audit;

    PersonalLinkPage(PersonalLinks links, List<LinkPurpose> purposes, People people, InTurn inTurn, Audit audit) {
        this.links = links;
        this.purposes = purposes.stream().collect(Collectors.toMap(LinkPurpose::name, Function.identity()));
        this.people = people;
        this.inTurn = inTurn;
        this.audit = audit;
    }

    @GetMapping("/link/{token}")
    ModelAndView page(@PathVariable String token) {
        return answer(token, opened -> links.usedAt(opened)
                .map(PersonalLinkPage::usedBefore)
                .orElseGet(() -> purposeOf(opened).page(opened.link())));
    }

    @PostMapping("/link/{token}")
    ModelAndView press(@PathVariable String token) {
        return answer(
                token,
                opened -> inTurn.does(() -> {
                    if (!links.use(opened)) {
                        return links.usedAt(opened)
                                .map(PersonalLinkPage::usedBefore)
                                .orElse(OVER);
                    }
                    audit.changedOnPage(opened.link().person(), opened.link().purpose());
                    return purposeOf(opened).press(opened.link());
                }));
    }

    private ModelAndView answer(String token, Function<Opened, LinkPage> usable) {
        Optional<Opened> opened = links.open(token);
        if (opened.isEmpty() || !purposes.containsKey(opened.get().link().purpose())) {
            return view(UNKNOWN, HttpStatus.NOT_FOUND);
        }
        if (links.isOver(opened.get())) {
            return view(OVER, HttpStatus.GONE);
        }
        return isHere(opened.get().link().person())
                ? view(usable.apply(opened.get()), HttpStatus.OK)
                : view(NOT_HERE_ANY_MORE, HttpStatus.GONE);
    }

    private boolean isHere(String person) {
        return people.find(person).filter(one -> one.leftOn().isEmpty()).isPresent();
    }

    private LinkPurpose purposeOf(Opened opened) {
        return purposes.get(opened.link().purpose());
    }

    private static LinkPage usedBefore(Instant at) {
        return LinkPage.saying(
                "This is done already",
                "The button was pressed on %s. There is nothing more to do."
                        .formatted(SchoolTime.words(SchoolTime.dateOf(at))));
    }

    private static ModelAndView view(LinkPage page, HttpStatus status) {
        return new ModelAndView("link", Map.of("said", page), status);
    }
}
