package org.criticalfriend.review;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.core.annotation.Order;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the host's head or a Champion arranges a support visit or a check-in that belongs to no action (G30). */
@Controller
@Order(85)
class SupportPage implements DoorOfReview {

    private static final int LONGEST = 300;

    private final Standings standings;
    private final Reviews reviews;
    private final Outcomes outcomes;
    private final Supporters supporters;
    private final StartSupport start;
    private final Heading heading;
    private final Clock clock;

    SupportPage(
            Standings standings,
            Reviews reviews,
            Outcomes outcomes,
            Supporters supporters,
            StartSupport start,
            Heading heading,
            Clock clock) {
        this.standings = standings;
        this.reviews = reviews;
        this.outcomes = outcomes;
        this.supporters = supporters;
        this.start = start;
        this.heading = heading;
        this.clock = clock;
    }

    @Override
    public Optional<Door> of(Review review, Standing standing) {
        return mayArrange(standing) && isPossible(review)
                ? Optional.of(new Door(
                        path(review),
                        "Arrange a support visit",
                        "Ask somebody of another school for a visit or a check-in"))
                : Optional.empty();
    }

    private static boolean mayArrange(Standing standing) {
        return standing.hostHead() || standing.isChampion();
    }

    private static boolean isPossible(Review review) {
        return review.hasFeedback() && !review.isCancelled();
    }

    private static String path(Review review) {
        return "/review/%s/support".formatted(review.reference());
    }

    /** Somebody to choose on the page. */
    record Choice(String id, String words) {}

    /** What was typed. */
    record Typed(String who, String what, String byWhen) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    @GetMapping("/review/{reference}/support")
    String page(@PathVariable String reference, Principal person, Model model) {
        Review review = standings
                .seen(reference, person.getName())
                .onlyFor(SupportPage::mayArrange)
                .review();
        Standings.demand(isPossible(review));
        return page(review, Typed.NOTHING, Optional.empty(), model);
    }

    private String page(Review review, Typed typed, Optional<String> fault, Model model) {
        Map<String, List<Choice>> bySchool = supporters.of(review).stream()
                .collect(Collectors.groupingBy(
                        supporter -> supporter.school().isEmpty() ? "Central team" : supporter.school(),
                        TreeMap::new,
                        Collectors.mapping(
                                supporter -> new Choice(
                                        supporter.person().id(),
                                        "%s, %s"
                                                .formatted(
                                                        supporter.person().name(),
                                                        supporter.person().post())),
                                Collectors.toList())));
        heading.addTo(model, review);
        model.addAttribute("people", bySchool);
        List<Support> arranged = outcomes.supportOf(review);
        Map<String, String> names = supporters.inWords(arranged);
        model.addAttribute(
                "supports",
                arranged.stream().map(support -> SupportLine.of(support, names)).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("longest", LONGEST);
        model.addAttribute("fault", fault.orElse(null));
        return "support";
    }

    @Transactional
    @PostMapping("/review/{reference}/support")
    public String arrange(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate byWhen,
            Principal person,
            Model model) {
        standings.seen(reference, person.getName()).onlyFor(SupportPage::mayArrange);
        Review review = reviews.held(reference);
        Standings.demand(isPossible(review));
        TypedText typed = new TypedText("What about", what, LONGEST);
        Optional<String> fault = fault(review, who, typed, byWhen);
        if (fault.isPresent()) {
            return page(review, new Typed(who, typed.text(), byWhen == null ? "" : byWhen.toString()), fault, model);
        }
        outcomes.insert(List.of(Support.offered(review.id(), null, who, person.getName(), typed.text(), byWhen)));
        start.of(review);
        return "redirect:%s?arranged".formatted(path(review));
    }

    private Optional<String> fault(Review review, String who, TypedText what, LocalDate byWhen) {
        if (supporters.of(review).stream()
                .noneMatch(supporter -> supporter.person().id().equals(who))) {
            return Optional.of("Please choose somebody to ask.");
        }
        if (byWhen == null || !byWhen.isAfter(SchoolTime.today(clock))) {
            return Optional.of("Please choose a day that is still to come.");
        }
        return what.faultIfNeeded();
    }
}
