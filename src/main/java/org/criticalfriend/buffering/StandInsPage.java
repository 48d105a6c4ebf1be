package org.criticalfriend.buffering;

import java.security.Principal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.access.Audit;
import org.criticalfriend.buffering.Candidates.Ranked;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.review.DoorToReview;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.RunningReviews.Seen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The seats of a review for whoever is in charge: who fills them, who is asked and until when, with phone numbers; and who else could
 * stand in, best first, with reasons.
 */
@Controller
public class StandInsPage implements DoorToReview {

    private final RunningReviews running;
    private final BufferingRecord record;
    private final Candidates candidates;
    private final Withdrawals withdrawals;
    private final Seats seats;
    private final People people;
    private final Schools schools;
    private final Audit audit;

    StandInsPage(
            RunningReviews running,
            BufferingRecord record,
            Candidates candidates,
            Withdrawals withdrawals,
            Seats seats,
            People people,
            Schools schools,
            Audit audit) {
        this.running = running;
        this.record = record;
        this.candidates = candidates;
        this.withdrawals = withdrawals;
        this.seats = seats;
        this.people = people;
        this.schools = schools;
        this.audit = audit;
    }

    /** A seat as the page shows it. */
    record SeatLine(String duty, String value, String id, String who, String school, String phone, String state) {}

    /** Somebody who was asked, as the page shows it. */
    record RequestLine(String who, String phone, String duty, String asked, String until, String state, boolean open) {}

    /** Candidates for one duty. */
    record Ranking(String duty, List<Ranked> possible, List<Ranked> impossible) {}

    @GetMapping("/review/{reference}/stand-ins")
    String page(@PathVariable String reference, Principal person, Model model) {
        RunningReview review = inCharge(reference, person).review();
        Map<UUID, Seat> seatById = seats.of(review.id(), EnumSet.allOf(Duty.class)).stream()
                .collect(Collectors.toMap(Seat::id, Function.identity()));
        List<Request> requests = record.requestsOfReview(review.id());
        Map<UUID, Vacancy> vacancies =
                record.vacanciesOf(review.id()).stream().collect(Collectors.toMap(Vacancy::id, Function.identity()));
        List<Occupant> filling =
                seats.occupants(review.id()).stream().filter(Occupant::fills).toList();
        Map<String, Person> byId = people.find(Stream.concat(
                        filling.stream().map(Occupant::person),
                        requests.stream().map(Request::person))
                .collect(Collectors.toSet()));
        Map<String, School> schoolById = schools.find(byId.values().stream()
                .map(Person::ownSchool)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        Map<UUID, Occupant> bySeat = filling.stream().collect(Collectors.toMap(Occupant::seat, Function.identity()));
        Set<UUID> inUse = seats.inUse(review.id(), EnumSet.allOf(Duty.class)).stream()
                .map(Seat::id)
                .collect(Collectors.toSet());
        model.addAttribute("reference", reference);
        model.addAttribute("school", review.school());
        model.addAttribute("visit", review.visit());
        model.addAttribute("over", review.over());
        model.addAttribute(
                "seats",
                seatById.values().stream()
                        .sorted(Comparator.comparing(Seat::duty).thenComparing(Seat::number))
                        .map(seat -> line(
                                seat,
                                Optional.ofNullable(bySeat.get(seat.id())),
                                inUse.contains(seat.id()),
                                vacancies.values().stream()
                                        .anyMatch(vacancy -> vacancy.isOpen()
                                                && vacancy.seat().equals(seat.id())),
                                byId,
                                schoolById))
                        .toList());
        model.addAttribute(
                "requests",
                requests.stream()
                        .sorted(Comparator.comparing(Request::isOpen).reversed())
                        .map(request -> line(
                                request,
                                seatById.get(vacancies.get(request.vacancy()).seat()),
                                byId))
                        .toList());
        model.addAttribute(
                "rankings",
                review.over()
                        ? List.of()
                        : Stream.of(Duty.PEER_REVIEWER, Duty.IMPROVEMENT_CHAMPION)
                                .map(duty -> ranking(review, duty))
                                .toList());
        audit.readOnPage(person.getName(), "StandIns", reference);
        return "stand-ins";
    }

    private Ranking ranking(RunningReview review, Duty duty) {
        List<Ranked> ranked = candidates.ranked(review, new Candidates.Search(duty, Optional.empty(), Map.of()));
        return new Ranking(
                DutyWords.of(duty),
                ranked.stream().filter(Ranked::isPossible).toList(),
                ranked.stream().filter(one -> !one.isPossible()).toList());
    }

    private static SeatLine line(
            Seat seat,
            Optional<Occupant> occupant,
            boolean inUse,
            boolean searched,
            Map<String, Person> people,
            Map<String, School> schools) {
        Optional<Person> person = occupant.map(one -> people.get(one.person()));
        return new SeatLine(
                capital(DutyWords.of(seat.duty())),
                seat.duty().name(),
                person.map(Person::id).orElse(""),
                person.map(Person::name).orElse("Nobody"),
                person.flatMap(Person::ownSchool)
                        .map(schools::get)
                        .map(School::name)
                        .orElse(""),
                person.flatMap(Person::phone).orElse(""),
                occupant.map(one -> one.state() == Occupant.State.CONFIRMED ? "has confirmed" : "planned")
                        .orElse(
                                !inUse
                                        ? "goes ahead without"
                                        : searched ? "somebody is looked for" : "not needed any more"));
    }

    private static RequestLine line(Request request, Seat seat, Map<String, Person> people) {
        Person person = people.get(request.person());
        return new RequestLine(
                person.name(),
                person.phone().orElse(""),
                DutyWords.of(seat.duty()),
                AnswerRequest.inWords(request.askedAt()),
                AnswerRequest.inWords(request.answerBy()),
                request.outcome().map(Request.Outcome::words).orElse("is asked"),
                request.isOpen());
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Seen inCharge(String reference, Principal person) {
        Seen seen = running.seen(reference, person.getName());
        if (!seen.inCharge()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return seen;
    }

    /** Somebody is to be asked first, or not at all; no wish takes it back. */
    @Transactional
    @PostMapping("/review/{reference}/stand-ins/wish")
    public String wish(
            @PathVariable String reference, @RequestParam String who, @RequestParam String wish, Principal person) {
        inCharge(reference, person);
        RunningReview review = running.held(reference);
        Optional<Wish> wished =
                Stream.of(Wish.values()).filter(one -> one.name().equals(wish)).findFirst();
        if (people.find(who).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        record.wish(review.id(), who, wished, person.getName());
        audit.changedOnPage(person.getName(), "StandIns", reference);
        return "redirect:/review/%s/stand-ins?kept".formatted(review.reference());
    }

    /** Somebody has rung and cannot come. */
    @PostMapping("/review/{reference}/stand-ins/cannot-come")
    public String cannotCome(
            @PathVariable String reference, @RequestParam String who, @RequestParam Duty duty, Principal person) {
        Seen seen = inCharge(reference, person);
        withdrawals.withdraw(reference, who, EnumSet.of(duty));
        audit.changedOnPage(person.getName(), "StandIns", reference);
        return "redirect:/review/%s/stand-ins?asked".formatted(seen.review().reference());
    }

    @Override
    public Optional<Door> of(Seen seen) {
        return seen.inCharge()
                ? Optional.of(new Door(
                        "/review/%s/stand-ins".formatted(seen.review().reference()),
                        "Stand-ins",
                        "Who fills which seat, who is asked until when, and who else could come"))
                : Optional.empty();
    }
}
