package org.criticalfriend.change;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.access.Audit;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyRefused;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.engine.form.HandIn;
import org.criticalfriend.engine.form.Refusal;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.review.Appointment;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.review.DatesRefused;
import org.criticalfriend.review.DoorToReview;
import org.criticalfriend.review.Forecasts;
import org.criticalfriend.review.MoveDates;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.RunningReviews.Seen;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where those whom a review concerns say that it cannot stay as it is planned, and where whoever is in charge sees every way out with
 * its effects, and chooses.
 */
@Controller
class ChangePage implements DoorToReview {

    private final RunningReviews running;
    private final Forecasts forecasts;
    private final Appointments appointments;
    private final MoveDates move;
    private final ChangesOfPlan changes;
    private final ChangeRecord record;
    private final ChangeWords words;
    private final Options options;
    private final WhoDecides decides;
    private final Seats seats;
    private final People people;
    private final HandIn handIn;
    private final Audit audit;

    ChangePage(
            RunningReviews running,
            Forecasts forecasts,
            Appointments appointments,
            MoveDates move,
            ChangesOfPlan changes,
            ChangeRecord record,
            ChangeWords words,
            Options options,
            WhoDecides decides,
            Seats seats,
            People people,
            HandIn handIn,
            Audit audit) {
        this.running = running;
        this.forecasts = forecasts;
        this.appointments = appointments;
        this.move = move;
        this.changes = changes;
        this.record = record;
        this.words = words;
        this.options = options;
        this.decides = decides;
        this.seats = seats;
        this.people = people;
        this.handIn = handIn;
        this.audit = audit;
    }

    /** A kind of change as the page offers it. */
    record Choice(String value, String words, String meaning, boolean wishes, boolean meeting, boolean seat) {

        static Choice of(ChangeKind kind) {
            return new Choice(
                    kind.name(),
                    kind.words(),
                    kind.meaning(),
                    kind == ChangeKind.POSTPONE || kind == ChangeKind.MOVE_APPOINTMENT,
                    kind == ChangeKind.MOVE_APPOINTMENT,
                    kind == ChangeKind.CHANGE_OF_PERSON);
        }
    }

    /** Something to choose from. */
    record Item(String value, String words) {}

    @GetMapping("/review/{reference}/change")
    String ask(@PathVariable String reference, Principal person, Model model) {
        return asking(concerned(reference, person), model);
    }

    private String asking(Seen seen, Model model) {
        RunningReview review = seen.review();
        Optional<ChangeOfPlan> open = record.openOn(review.id());
        model.addAttribute("reference", review.reference());
        model.addAttribute("school", review.school());
        model.addAttribute("visit", review.visit());
        model.addAttribute("waits", waits(review));
        model.addAttribute("inCharge", seen.inCharge());
        model.addAttribute("open", open.isPresent());
        model.addAttribute(
                "decide",
                open.filter(change -> seen.inCharge()).map(ChangeOfPlan::id).orElse(null));
        model.addAttribute(
                "choices",
                ChangeKind.of(seen).stream()
                        .filter(kind -> open.isEmpty() || kind == ChangeKind.ILLNESS)
                        .map(Choice::of)
                        .toList());
        List<AppointmentKind> toHold = forecasts.of(review.reference()).toHold();
        model.addAttribute(
                "meetings",
                appointments.of(review.reference()).stream()
                        .filter(one -> one.kind() != AppointmentKind.VISIT && toHold.contains(one.kind()))
                        .map(one -> new Item(one.kind().name(), inWords(one)))
                        .toList());
        model.addAttribute("seats", seen.inCharge() ? seatsOf(review) : List.of());
        model.addAttribute("before", seen.inCharge() ? words.of(review.id(), record.of(review.id(), 20)) : List.of());
        return "change";
    }

    private static String inWords(Appointment meeting) {
        return "%s, now on %s%s"
                .formatted(
                        meeting.kind().words(),
                        SchoolTime.shortWords(meeting.first()),
                        meeting.window()
                                .map(window -> "; window %s to %s"
                                        .formatted(
                                                SchoolTime.shortWords(window.first()),
                                                SchoolTime.shortWords(window.last())))
                                .orElse(""));
    }

    private List<Item> seatsOf(RunningReview review) {
        Map<UUID, String> filling = seats.occupants(review.id()).stream()
                .filter(Occupant::fills)
                .collect(Collectors.toMap(Occupant::seat, Occupant::person));
        Map<String, Person> byId = people.find(filling.values());
        return seats.inUse(review.id(), List.of(Duty.values())).stream()
                .filter(seat -> seat.duty() != Duty.ASSOCIATE)
                .map(seat -> new Item(
                        seat.id().toString(),
                        inWords(
                                seat,
                                Optional.ofNullable(filling.get(seat.id())).map(byId::get))))
                .toList();
    }

    private static String inWords(Seat seat, Optional<Person> person) {
        return "%s: %s"
                .formatted(DutyWords.of(seat.duty()), person.map(Person::name).orElse("nobody at present"));
    }

    @PostMapping("/review/{reference}/change")
    String asked(
            @PathVariable String reference,
            @RequestParam ChangeKind kind,
            @RequestParam Optional<AppointmentKind> meeting,
            @RequestParam Optional<UUID> seat,
            @RequestParam Optional<LocalDate> day,
            Principal person,
            Model model) {
        Seen seen = concerned(reference, person);
        if (!ChangeKind.of(seen).contains(kind)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        boolean inQuestion = record.openOn(seen.review().id()).isPresent();
        if (kind == ChangeKind.MOVE_APPOINTMENT && !inQuestion && isForThem(seen, demand(meeting), day)) {
            return movedAtOnce(seen, demand(meeting), day.orElseThrow(), person, model);
        }
        Asked asked = new Asked(
                seen.review().reference(),
                kind,
                kind == ChangeKind.MOVE_APPOINTMENT ? Optional.of(demand(meeting)) : Optional.empty(),
                kind == ChangeKind.CHANGE_OF_PERSON
                        ? Optional.of(seatOf(seen.review(), demand(seat)))
                        : Optional.empty(),
                day,
                person.getName());
        UUID change;
        try {
            change = changes.ask(asked);
        } catch (ChangeRefused | InTurn.Overtaken refused) {
            model.addAttribute("fault", refused.getMessage());
            return asking(concerned(reference, person), model);
        }
        audit.changedOnPage(person.getName(), "ChangeOfPlan", reference);
        if (kind == ChangeKind.ILLNESS) {
            return "redirect:/cannot-come";
        }
        return seen.inCharge()
                ? "redirect:/change/" + change
                : "redirect:/review/%s/change?asked".formatted(seen.review().reference());
    }

    /** Inside its window a meeting is moved by those who hold it: host, whoever attends it, and whoever is in charge. */
    private boolean isForThem(Seen seen, AppointmentKind meeting, Optional<LocalDate> day) {
        boolean holdsIt = seen.hostLeadership()
                || seen.hostOffice()
                || seen.inCharge()
                || seen.duties().stream().anyMatch(meeting::isAttendedBy);
        return holdsIt
                && appointments.of(seen.review().reference()).stream()
                        .filter(appointment -> appointment.kind() == meeting)
                        .flatMap(appointment -> appointment.window().stream())
                        .anyMatch(window -> day.filter(window::holds).isPresent());
    }

    private String movedAtOnce(Seen seen, AppointmentKind meeting, LocalDate day, Principal person, Model model) {
        String reference = seen.review().reference();
        try {
            move.insideWindow(reference, meeting, day);
        } catch (DatesRefused | DutyRefused | YearNotEntered | InTurn.Overtaken refused) {
            model.addAttribute("fault", refused.getMessage());
            return asking(seen, model);
        }
        audit.changedOnPage(person.getName(), "Appointments", reference);
        return "redirect:/review/%s/change?moved".formatted(reference);
    }

    private static <T> T demand(Optional<T> given) {
        return given.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private UUID seatOf(RunningReview review, UUID seat) {
        return seats.inUse(review.id(), List.of(Duty.values())).stream()
                .map(Seat::id)
                .filter(seat::equals)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Somebody who may ask for some change of it, or decide. */
    private Seen concerned(String reference, Principal person) {
        Seen seen = running.concerning(reference, person.getName());
        if (!seen.inCharge() && ChangeKind.of(seen).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return seen;
    }

    @GetMapping("/change/{id}")
    String table(@PathVariable UUID id, Principal person, Model model) {
        ChangeOfPlan change = inCharge(id, person);
        return table(change, offered(change), person, model);
    }

    private List<Option> offered(ChangeOfPlan change) {
        return change.isOpen() ? options.of(change) : List.of();
    }

    private String table(ChangeOfPlan change, List<Option> all, Principal person, Model model) {
        RunningReview review = running.of(change.review());
        Optional<WhoDecides.Open> task = change.isOpen() ? decides.of(change) : Optional.empty();
        model.addAttribute("id", change.id());
        model.addAttribute("reference", review.reference());
        model.addAttribute("school", review.school());
        model.addAttribute("visit", visit(review));
        model.addAttribute("waits", waits(review));
        model.addAttribute("told", words.of(change));
        model.addAttribute("open", change.isOpen());
        model.addAttribute(
                "mine",
                task.map(WhoDecides.Open::person)
                        .filter(person.getName()::equals)
                        .isPresent());
        model.addAttribute(
                "decider", task.map(WhoDecides.Open::person).map(this::name).orElse("nobody"));
        model.addAttribute("options", all);
        model.addAttribute(
                "nothing", all.stream().allMatch(option -> option.way() == Way.KEEP || option.way() == Way.CANCEL));
        audit.readOnPage(person.getName(), "ChangeOfPlan", review.reference());
        return "change-options";
    }

    /** A review that is cancelled does not wait any more. */
    private static boolean waits(RunningReview review) {
        return review.hasNoDate() && !review.over();
    }

    private static String visit(RunningReview review) {
        String day = review.hasNoDate() ? SchoolTime.words(review.visitFirst()) : review.visit();
        if (review.over() && !review.visited()) {
            return "cancelled; the visit was to be on " + day;
        }
        if (waits(review)) {
            return "waits for a new day; the visit was %son %s".formatted(review.visited() ? "" : "to be ", day);
        }
        return "visit " + day;
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private ChangeOfPlan inCharge(UUID id, Principal person) {
        ChangeOfPlan change = record.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!running.concerning(running.of(change.review()).reference(), person.getName())
                .inCharge()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return change;
    }

    @PostMapping("/change/{id}")
    String decide(
            @PathVariable UUID id,
            @RequestParam String option,
            @RequestParam Optional<String> link,
            Principal person,
            Model model) {
        ChangeOfPlan change = inCharge(id, person);
        String reference = running.of(change.review()).reference();
        try {
            WhoDecides.Open task =
                    decides.of(change).orElseThrow(() -> new ChangeRefused("This has been decided already."));
            handIn.as(person.getName(), task.id(), answer(option, link));
        } catch (ChangeRefused | Refusal refused) {
            ChangeOfPlan now = inCharge(id, person);
            List<Option> all = offered(now);
            // The form knows of an option that is not what it was only that it is not there.
            boolean outdated = now.isOpen() && all.stream().map(Option::key).noneMatch(option::equals);
            model.addAttribute("fault", outdated ? MakeChange.OUTDATED : refused.getMessage());
            return table(now, all, person, model);
        }
        audit.changedOnPage(person.getName(), "ChangeOfPlan", reference);
        return "redirect:/change/%s?done".formatted(id);
    }

    private static Map<String, Object> answer(String option, Optional<String> link) {
        return link.map(String::strip)
                .filter(given -> !given.isEmpty())
                .<Map<String, Object>>map(given -> Map.of("wayOut", option, "link", given))
                .orElseGet(() -> Map.of("wayOut", option));
    }

    @Override
    public Optional<Door> of(Seen seen) {
        boolean somethingToAsk = Arrays.stream(ChangeKind.values())
                .anyMatch(kind ->
                        kind != ChangeKind.ILLNESS && ChangeKind.of(seen).contains(kind));
        return somethingToAsk
                ? Optional.of(new Door(
                        "/review/%s/change".formatted(seen.review().reference()),
                        "Change of plan",
                        "If something of the plan cannot stay"))
                : Optional.empty();
    }
}
