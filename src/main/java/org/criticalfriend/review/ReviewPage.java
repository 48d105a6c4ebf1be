package org.criticalfriend.review;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.School;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One review for everybody in its partnership: where it stands, its meetings, who comes. Those whom it concerns see its driving question
 * and the doors to everything else.
 */
@Controller
class ReviewPage {

    private final Standings standings;
    private final Heading heading;
    private final Appointments appointments;
    private final Seats seats;
    private final People people;
    private final Register register;
    private final List<DoorOfReview> doors;
    private final Clock clock;

    ReviewPage(
            Standings standings,
            Heading heading,
            Appointments appointments,
            Seats seats,
            People people,
            Register register,
            List<DoorOfReview> doors,
            Clock clock) {
        this.standings = standings;
        this.heading = heading;
        this.appointments = appointments;
        this.seats = seats;
        this.people = people;
        this.register = register;
        this.doors = doors;
        this.clock = clock;
    }

    /** A meeting, in words. */
    record Meeting(String name, String day, String time, String place) {}

    /** Somebody who comes. */
    record Visitor(String name, String school, String duty) {}

    @GetMapping("/review/{reference}")
    String page(@PathVariable String reference, Principal person, Model model) {
        Standings.Seen seen = standings.glanced(reference, person.getName());
        Review review = seen.review();
        Standing standing = seen.standing();
        boolean seesContent = standing.hostLeadership() || !standing.duties().isEmpty() || standing.inCharge();
        model.addAttribute("school", heading.schoolName(review));
        model.addAttribute("visit", Heading.visitInWords(review));
        model.addAttribute("stage", Stage.of(review, SchoolTime.today(clock)).words());
        model.addAttribute(
                "drivingQuestion", seesContent ? review.drivingQuestion().orElse("") : "");
        model.addAttribute("meetings", meetings(review));
        model.addAttribute("visitors", visitors(review));
        model.addAttribute(
                "doors",
                doors.stream()
                        .map(door -> door.of(review, standing))
                        .flatMap(Optional::stream)
                        .toList());
        return "review";
    }

    private List<Meeting> meetings(Review review) {
        return appointments.of(review.reference()).stream()
                .map(meeting -> new Meeting(
                        words(meeting.kind()),
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

    private static String words(AppointmentKind kind) {
        return switch (kind) {
            case PLANNING_MEETING -> "Planning meeting";
            case VISIT -> "Visit";
            case WORKSHOP -> "Improvement workshop";
            case FOLLOW_UP -> "Follow-up meeting";
        };
    }

    private List<Visitor> visitors(Review review) {
        Map<UUID, Seat> seatById = seats.of(review.id(), List.of(Duty.values())).stream()
                .collect(Collectors.toMap(Seat::id, Function.identity()));
        List<Occupant> filling =
                seats.occupants(review.id()).stream().filter(Occupant::fills).toList();
        Map<String, Person> byId =
                people.find(filling.stream().map(Occupant::person).collect(Collectors.toSet()));
        Map<String, String> schools = byId.values().stream()
                .map(Person::ownSchool)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> register.school(id).map(School::name).orElse("")));
        return filling.stream()
                .sorted(Comparator.comparing((Occupant occupant) ->
                                seatById.get(occupant.seat()).duty())
                        .thenComparing(occupant -> seatById.get(occupant.seat()).number()))
                .map(occupant -> visitor(occupant, seatById.get(occupant.seat()), byId, schools))
                .toList();
    }

    private static Visitor visitor(
            Occupant occupant, Seat seat, Map<String, Person> people, Map<String, String> schools) {
        Person person = people.get(occupant.person());
        return new Visitor(
                person == null ? occupant.person() : person.name(),
                Optional.ofNullable(person)
                        .flatMap(Person::ownSchool)
                        .map(schools::get)
                        .orElse(""),
                words(seat.duty()));
    }

    private static String words(Duty duty) {
        String words = DutyWords.of(duty);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
