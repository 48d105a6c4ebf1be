package org.criticalfriend.review;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One review for everybody in its partnership: where it stands, its meetings, who comes. Those whom it concerns see its driving question
 * and the doors to everything else; those who can do something about it, what is still open.
 */
@Controller
class ReviewPage {

    private final Standings standings;
    private final Heading heading;
    private final Appointments appointments;
    private final Visitors visitors;
    private final Deadlines deadlines;
    private final OpenSteps openSteps;
    private final SaidOfReview said;
    private final LookedFor lookedFor;
    private final OpenDecisions openDecisions;
    private final People people;
    private final List<DoorOfReview> doors;
    private final DoorsOfOthers doorsOfOthers;
    private final Clock clock;

    ReviewPage(
            Standings standings,
            Heading heading,
            Appointments appointments,
            Visitors visitors,
            Deadlines deadlines,
            OpenSteps openSteps,
            SaidOfReview said,
            LookedFor lookedFor,
            OpenDecisions openDecisions,
            People people,
            List<DoorOfReview> doors,
            DoorsOfOthers doorsOfOthers,
            Clock clock) {
        this.doorsOfOthers = doorsOfOthers;
        this.standings = standings;
        this.heading = heading;
        this.appointments = appointments;
        this.visitors = visitors;
        this.deadlines = deadlines;
        this.openSteps = openSteps;
        this.said = said;
        this.lookedFor = lookedFor;
        this.openDecisions = openDecisions;
        this.people = people;
        this.doors = doors;
        this.clock = clock;
    }

    /** A meeting, in words. */
    record Meeting(String name, String day, String time, String place) {}

    @GetMapping("/review/{reference}")
    String page(@PathVariable String reference, Principal person, Model model) {
        Standings.Seen seen = standings.glanced(reference, person.getName());
        Review review = seen.review();
        Standing standing = seen.standing();
        Stage stage = Stage.of(review, SchoolTime.today(clock));
        heading.addTo(model, review);
        model.addAttribute("seesContent", standing.seesContent());
        model.addAttribute("ended", stage.isTheEnd());
        model.addAttribute("stage", stage.words(review));
        model.addAttribute("stillOpen", stillOpen(review, person.getName()));
        model.addAttribute("lookedFor", lookedFor.in(review, standing));
        model.addAttribute("acknowledged", said.acknowledgedIn(review, standing));
        model.addAttribute("toDecide", standing.inCharge() ? toDecide(review, person.getName()) : List.of());
        model.addAttribute("meetings", meetings(review));
        model.addAttribute("visitors", visitors.of(review));
        model.addAttribute(
                "doors",
                Stream.concat(
                                doors.stream()
                                        .map(door -> door.of(review, standing))
                                        .flatMap(Optional::stream),
                                doorsOfOthers.of(review, standing).stream())
                        .toList());
        return "review";
    }

    /** Something that is still open, in words. */
    record StillOpen(String what, String since) {}

    private List<StillOpen> stillOpen(Review review, String person) {
        return openSteps.of(deadlines.of(List.of(review)), person).getOrDefault(review.id(), List.of()).stream()
                .map(open -> new StillOpen(open.step().asHeading(), "since " + SchoolTime.words(open.since())))
                .toList();
    }

    /**
     * Something to decide, in words.
     *
     * @param who name of whoever has it; empty if it is the reader
     * @param task address of the task, for whoever has it; empty for others
     */
    record ToDecide(String what, String who, String task) {}

    private List<ToDecide> toDecide(Review review, String reader) {
        List<Task> open = openDecisions.questionsIn(review.reference());
        Map<String, Person> known = people.find(open.stream()
                .flatMap(task -> Optional.ofNullable(task.getAssignee()).stream())
                .collect(Collectors.toSet()));
        return open.stream()
                .map(task -> reader.equals(task.getAssignee())
                        ? new ToDecide(task.getName(), "", "/task/" + task.getId())
                        : new ToDecide(
                                task.getName(),
                                Optional.ofNullable(known.get(task.getAssignee()))
                                        .map(Person::name)
                                        .orElse("nobody"),
                                ""))
                .toList();
    }

    private List<Meeting> meetings(Review review) {
        return appointments.of(review.reference()).stream()
                .map(meeting -> new Meeting(
                        meeting.kind().words(),
                        meeting.first().equals(meeting.last())
                                ? SchoolTime.words(meeting.first())
                                : "%s to %s"
                                        .formatted(SchoolTime.words(meeting.first()), SchoolTime.words(meeting.last())),
                        "%s to %s".formatted(clock(meeting.starts()), clock(meeting.ends())),
                        meeting.link().or(meeting::place).orElse("")))
                .toList();
    }

    private static String clock(LocalTime time) {
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }
}
