package org.criticalfriend.partnership;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where people say when they are away, so that a decision does not wait for them; those in charge also for others. */
@Controller
class AwayPage {

    private final Register register;
    private final Absences absences;
    private final Clock clock;

    AwayPage(Register register, Absences absences, Clock clock) {
        this.register = register;
        this.absences = absences;
        this.clock = clock;
    }

    /** An absence, in words. */
    record Known(UUID id, String person, String name, String days) {}

    @GetMapping("/away")
    String page(Principal reader, Model model) {
        return page(reader.getName(), reader.getName(), "", "", model);
    }

    private String page(String reader, String chosen, String first, String last, Model model) {
        List<Person> people = register.peopleSpokenForBy(reader);
        Map<String, Person> byId = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        model.addAttribute("people", people);
        model.addAttribute("chosen", chosen);
        model.addAttribute("first", first);
        model.addAttribute("last", last);
        model.addAttribute("today", SchoolTime.today(clock));
        model.addAttribute(
                "known",
                absences.ahead(byId.keySet()).stream()
                        .map(one -> new Known(
                                one.id(), one.person(), byId.get(one.person()).name(), days(one)))
                        .toList());
        return "away";
    }

    private static String days(Absence absence) {
        return absence.firstDay().equals(absence.lastDay())
                ? SchoolTime.words(absence.firstDay())
                : "%s to %s".formatted(SchoolTime.words(absence.firstDay()), SchoolTime.words(absence.lastDay()));
    }

    @PostMapping("/away")
    String enter(
            @RequestParam String person,
            @RequestParam String first,
            @RequestParam String last,
            Principal reader,
            Model model) {
        mustSpeakFor(reader.getName(), person);
        try {
            absences.enter(person, day(first), day(last), reader.getName());
            return "redirect:/away?saved";
        } catch (EntryRefused refused) {
            model.addAttribute("fault", refused.getMessage());
            return page(reader.getName(), person, first, last, model);
        }
    }

    @PostMapping("/away/take-back")
    String takeBack(@RequestParam String person, @RequestParam UUID absence, Principal reader) {
        mustSpeakFor(reader.getName(), person);
        absences.takeBack(person, absence);
        return "redirect:/away";
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new EntryRefused("Please give the first and the last day.");
        }
    }

    /** @throws ResponseStatusException 404 if it is not theirs to say; whether there is such a person is not told */
    private void mustSpeakFor(String reader, String person) {
        Optional.of(person)
                .filter(one -> one.equals(reader)
                        || register.peopleSpokenForBy(reader).stream()
                                .anyMatch(known -> known.id().equals(one)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
