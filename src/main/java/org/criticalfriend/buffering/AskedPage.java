package org.criticalfriend.buffering;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.form.HandIn;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What somebody is asked for who is to stand in, with two buttons; later, what has become of it, and why. */
@Controller
class AskedPage {

    private final BufferingRecord record;
    private final RunningReviews running;
    private final AnswerRequest step;
    private final Seats seats;
    private final SeatWords words;
    private final HandIn handIn;
    private final TasksOfSearch tasks;

    AskedPage(
            BufferingRecord record,
            RunningReviews running,
            AnswerRequest step,
            Seats seats,
            SeatWords words,
            HandIn handIn,
            TasksOfSearch tasks) {
        this.record = record;
        this.running = running;
        this.step = step;
        this.seats = seats;
        this.words = words;
        this.handIn = handIn;
        this.tasks = tasks;
    }

    @GetMapping("/stand-in/{request}")
    String page(@PathVariable UUID request, Principal person, Model model) {
        return page(own(request, person), Optional.empty(), model);
    }

    private Request own(UUID request, Principal person) {
        return record.request(request)
                .filter(one -> one.person().equals(person.getName()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Request request, Optional<String> fault, Model model) {
        Vacancy vacancy = record.vacancy(request.vacancy());
        RunningReview review = running.of(vacancy.review());
        model.addAttribute("request", request.id());
        model.addAttribute("school", review.school());
        model.addAttribute("visit", review.visit());
        model.addAttribute("duty", words.duty(vacancy.seat()));
        model.addAttribute("days", step.days(review, seats.seat(vacancy.seat()).duty()));
        model.addAttribute("answerBy", AnswerRequest.inWords(request.answerBy()));
        model.addAttribute("open", request.isOpen());
        model.addAttribute("why", request.isOpen() ? "" : words.why(request));
        model.addAttribute("fault", fault.orElse(null));
        return "stand-in";
    }

    @PostMapping("/stand-in/{request}")
    String answer(@PathVariable UUID request, @RequestParam String answer, Principal person, Model model) {
        Request asked = own(request, person);
        Optional<String> task = tasks.of(asked);
        if (!asked.isOpen() || task.isEmpty()) {
            return "redirect:/stand-in/" + asked.id();
        }
        try {
            handIn.as(person.getName(), task.get(), Map.of("answer", answer));
            return "redirect:/stand-in/" + asked.id();
        } catch (Refusal refused) {
            return page(own(request, person), Optional.of(refused.getMessage()), model);
        }
    }
}
