package org.criticalfriend.year;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.partnership.ChangedMeanwhile;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.EntryRefused;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.planning.SeatToFill;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The pages of a partnership's years: start one, hold its planning day, see who could sit on a seat instead. */
@Controller
@RequestMapping("/partnership/{partnership}/year")
class YearPage {

    private final PlanningDay day;
    private final YearView view;
    private final Partnerships partnerships;
    private final TaskService tasks;
    private final EngineItself itself;
    private final Clock clock;

    YearPage(
            PlanningDay day,
            YearView view,
            Partnerships partnerships,
            @Lazy TaskService tasks,
            EngineItself itself,
            Clock clock) {
        this.day = day;
        this.view = view;
        this.partnerships = partnerships;
        this.tasks = tasks;
        this.itself = itself;
        this.clock = clock;
    }

    @GetMapping
    String years(@PathVariable String partnership, Principal person, Model model) {
        return years(partnership, SchoolTime.today(clock).toString(), person, model);
    }

    private String years(String partnership, String publishOn, Principal person, Model model) {
        model.addAttribute(
                "years",
                day.years(partnership, person.getName()).stream()
                        .map(year -> new YearView.Line(
                                year.year().start(), year.year().toString(), YearWords.of(year.state())))
                        .toList());
        model.addAttribute("toStart", day.toStart(partnership));
        model.addAttribute("publishOn", publishOn);
        addPartnership(partnership, model);
        return "years";
    }

    private void addPartnership(String partnership, Model model) {
        Partnership found =
                partnerships.find(partnership).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("partnership", found.id());
        model.addAttribute("partnershipName", found.name());
    }

    @PostMapping
    String start(
            @PathVariable String partnership,
            @RequestParam int year,
            @RequestParam String publishOn,
            Principal person,
            Model model) {
        try {
            day.start(partnership, new SchoolYear(year), date("Published on", publishOn), person.getName());
            return redirect(partnership, year);
        } catch (EntryRefused refused) {
            model.addAttribute("fault", refused.getMessage());
            return years(partnership, publishOn, person, model);
        }
    }

    /** Path of the page of a year. */
    static String path(String partnership, SchoolYear year) {
        return "/partnership/%s/year/%d".formatted(partnership, year.start());
    }

    private static String redirect(String partnership, int year) {
        return "redirect:" + path(partnership, new SchoolYear(year));
    }

    private static LocalDate date(String label, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new EntryRefused(label + ": please give a day.");
        }
    }

    @GetMapping("/{year}")
    String plan(@PathVariable String partnership, @PathVariable int year, Principal person, Model model) {
        PlanningDay.Seen seen = day.seen(partnership, new SchoolYear(year), person.getName());
        view.addPlan(seen, model);
        model.addAttribute("task", task(seen.year().reference(), person.getName()));
        addPartnership(partnership, model);
        return "year-plan";
    }

    /** Id of the open task to agree, if it is this person's; otherwise empty text. */
    private String task(String reference, String person) {
        return itself.does(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("HoldPlanningDay")
                .taskAssignee(person)
                .list()
                .stream()
                .map(Task::getId)
                .findFirst()
                .orElse(""));
    }

    /** How the search goes, for the page that waits: whether it is under way, and how good the best plan so far is. */
    @GetMapping("/{year}/progress")
    @ResponseBody
    Map<String, Object> progress(@PathVariable String partnership, @PathVariable int year, Principal person) {
        Optional<Search> search = day.progress(partnership, new SchoolYear(year), person.getName());
        return Map.of(
                "working",
                search.filter(Search::isUnderWay).isPresent(),
                "words",
                search.map(YearView::progress).orElse(""));
    }

    @GetMapping("/{year}/seat")
    String seat(
            @PathVariable String partnership,
            @PathVariable int year,
            @RequestParam String host,
            @RequestParam Duty duty,
            @RequestParam int number,
            Principal person,
            Model model) {
        PlanningDay.Seen seen = day.seen(partnership, new SchoolYear(year), person.getName());
        SeatToFill seat = new SeatToFill(host, duty, number);
        view.addSeat(seen, seat, day.alternatives(seen, seat), model);
        addPartnership(partnership, model);
        return "year-seat";
    }

    /** A change; its refusal is shown on the page of the plan, as the plan is by then. */
    private String change(String partnership, int year, Principal person, Model model, Runnable work) {
        try {
            work.run();
            return redirect(partnership, year);
        } catch (ChangedMeanwhile changed) {
            model.addAttribute(
                    "fault",
                    "Somebody has changed the plan since you looked at it, so nothing was done. This is the plan as it is now.");
        } catch (EntryRefused refused) {
            model.addAttribute("fault", refused.getMessage());
        }
        return plan(partnership, year, person, model);
    }

    @PostMapping("/{year}/propose")
    String propose(
            @PathVariable String partnership,
            @PathVariable int year,
            @RequestParam int version,
            Principal person,
            Model model) {
        return change(
                partnership,
                year,
                person,
                model,
                () -> day.propose(partnership, new SchoolYear(year), version, person.getName()));
    }

    @PostMapping("/{year}/stop")
    String stop(@PathVariable String partnership, @PathVariable int year, Principal person) {
        day.stop(partnership, new SchoolYear(year), person.getName());
        return redirect(partnership, year);
    }

    @PostMapping("/{year}/day")
    String day(
            @PathVariable String partnership,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam String host,
            @RequestParam AppointmentKind appointment,
            @RequestParam("date") String typed,
            Principal person,
            Model model) {
        return change(partnership, year, person, model, () -> {
            LocalDate date = date(YearWords.of(appointment), typed);
            if (appointment == AppointmentKind.VISIT) {
                day.moveVisit(partnership, new SchoolYear(year), version, host, date, person.getName());
            } else {
                day.moveMeeting(partnership, new SchoolYear(year), version, host, appointment, date, person.getName());
            }
        });
    }

    @PostMapping("/{year}/pin-days")
    String pinDays(
            @PathVariable String partnership,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam String host,
            @RequestParam boolean pinned,
            Principal person,
            Model model) {
        return change(
                partnership,
                year,
                person,
                model,
                () -> day.pinDays(partnership, new SchoolYear(year), version, host, pinned, person.getName()));
    }

    /** @param who id of the person; empty: nobody */
    @PostMapping("/{year}/seat")
    String seat(
            @PathVariable String partnership,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam String host,
            @RequestParam Duty duty,
            @RequestParam int number,
            @RequestParam(defaultValue = "") String who,
            Principal person,
            Model model) {
        return change(
                partnership,
                year,
                person,
                model,
                () -> day.seat(
                        partnership,
                        new SchoolYear(year),
                        version,
                        new SeatToFill(host, duty, number),
                        Optional.of(who).filter(one -> !one.isEmpty()),
                        person.getName()));
    }

    @PostMapping("/{year}/pin-seat")
    String pinSeat(
            @PathVariable String partnership,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam String host,
            @RequestParam Duty duty,
            @RequestParam int number,
            @RequestParam boolean pinned,
            Principal person,
            Model model) {
        return change(
                partnership,
                year,
                person,
                model,
                () -> day.pinSeat(
                        partnership,
                        new SchoolYear(year),
                        version,
                        new SeatToFill(host, duty, number),
                        pinned,
                        person.getName()));
    }

    @PostMapping("/{year}/leave-out")
    String leaveOut(
            @PathVariable String partnership,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam String host,
            @RequestParam boolean out,
            Principal person,
            Model model) {
        return change(
                partnership,
                year,
                person,
                model,
                () -> day.leaveOut(partnership, new SchoolYear(year), version, host, out, person.getName()));
    }

    @PostMapping("/{year}/away")
    String away(
            @PathVariable String partnership,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam String who,
            @RequestParam String first,
            @RequestParam String last,
            Principal person,
            Model model) {
        return change(
                partnership,
                year,
                person,
                model,
                () -> day.away(
                        partnership,
                        new SchoolYear(year),
                        version,
                        who,
                        date("First day", first),
                        date("Last day", last),
                        person.getName()));
    }

    @PostMapping("/{year}/not-away")
    String notAway(
            @PathVariable String partnership,
            @PathVariable int year,
            @RequestParam int version,
            @RequestParam UUID away,
            Principal person,
            Model model) {
        return change(
                partnership,
                year,
                person,
                model,
                () -> day.notAway(partnership, new SchoolYear(year), version, away, person.getName()));
    }
}
