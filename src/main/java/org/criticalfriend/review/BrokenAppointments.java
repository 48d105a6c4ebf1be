package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.duty.Seats.Team;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Service;

/**
 * Finds what does not fit the calendars any more, because one has changed: appointments on a day on which the host is closed, and
 * people who are to come on a day on which their own school is, such as for its INSET. As many statements for many reviews as for one.
 */
@Service
public class BrokenAppointments {

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final SchoolCalendars calendars;
    private final Seats seats;
    private final People people;
    private final Clock clock;

    BrokenAppointments(
            Reviews reviews, Deadlines deadlines, SchoolCalendars calendars, Seats seats, People people, Clock clock) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.seats = seats;
        this.people = people;
        this.clock = clock;
    }

    /**
     * An appointment on a closed day, or somebody who is to come to it on a day on which their own school is closed.
     *
     * @param review key of the review
     * @param reference of the review
     * @param partnership id
     * @param host id of the host
     * @param kind which appointment
     * @param day the closed day
     * @param place whose place it is, if the host is open; empty if the host is closed, which concerns everybody
     */
    public record Broken(
            UUID review,
            String reference,
            String partnership,
            String host,
            AppointmentKind kind,
            LocalDate day,
            Optional<Place> place) {}

    /**
     * Somebody on a seat.
     *
     * @param occupancy key of their time on it
     * @param seat key of the seat
     * @param duty of the seat
     * @param person id
     */
    public record Place(UUID occupancy, UUID seat, Duty duty, String person) {}

    /** What is broken in the reviews of some hosts from today on, by day. */
    public List<Broken> at(Collection<String> hosts) {
        return in(reviews.openAt(hosts));
    }

    /** What is broken in the reviews of a partnership from today on, by day. */
    public List<Broken> inPartnership(String partnership) {
        return in(reviews.openIn(partnership));
    }

    /** What is broken in some open reviews from today on, by day. */
    public List<Broken> of(Collection<UUID> some) {
        return in(reviews.byKeys(some));
    }

    private List<Broken> in(List<Review> open) {
        if (open.isEmpty()) {
            return List.of();
        }
        List<ReviewDates> dates = deadlines.of(open);
        Map<UUID, Team> teams = seats.teams(open.stream().map(Review::id).toList());
        Map<String, SchoolCalendar> own = ownCalendars(teams.values());
        LocalDate today = SchoolTime.today(clock);
        return dates.stream()
                .flatMap(one -> broken(one, teams.get(one.review().id()), own))
                .filter(broken -> !broken.day().isBefore(today))
                .sorted(Comparator.comparing(Broken::day).thenComparing(Broken::reference))
                .toList();
    }

    /** By person; of those who are of a school. */
    private Map<String, SchoolCalendar> ownCalendars(Collection<Team> teams) {
        Collection<Person> coming = people.find(teams.stream()
                        .flatMap(team -> team.lasting().stream())
                        .filter(Occupant::fills)
                        .map(Occupant::person)
                        .collect(Collectors.toSet()))
                .values();
        Map<String, SchoolCalendar> bySchool = calendars.ofAll(
                coming.stream().flatMap(person -> person.ownSchool().stream()).collect(Collectors.toSet()));
        return coming.stream()
                .filter(person -> person.ownSchool().isPresent())
                .collect(Collectors.toMap(
                        Person::id, person -> bySchool.get(person.ownSchool().get())));
    }

    private static Stream<Broken> broken(ReviewDates dates, Team team, Map<String, SchoolCalendar> own) {
        return Arrays.stream(AppointmentKind.values()).flatMap(kind -> dates.fixedDays(kind).stream()
                .flatMap(day -> isOpen(dates, day)
                        ? places(team, own, kind, day).map(place -> broken(dates, kind, day, Optional.of(place)))
                        : Stream.of(broken(dates, kind, day, Optional.empty()))));
    }

    private static Broken broken(ReviewDates dates, AppointmentKind kind, LocalDate day, Optional<Place> place) {
        Review review = dates.review();
        return new Broken(review.id(), review.reference(), review.partnership(), review.host(), kind, day, place);
    }

    private static Stream<Place> places(
            Team team, Map<String, SchoolCalendar> own, AppointmentKind kind, LocalDate day) {
        Map<UUID, Seat> byId = team.inUse().stream().collect(Collectors.toMap(Seat::id, Function.identity()));
        return team.lasting().stream()
                .filter(Occupant::fills)
                .filter(occupant -> kind.isAttendedBy(byId.get(occupant.seat()).duty()))
                .filter(occupant -> isClosed(own.get(occupant.person()), day))
                .map(occupant -> new Place(
                        occupant.id(),
                        occupant.seat(),
                        byId.get(occupant.seat()).duty(),
                        occupant.person()));
    }

    /** In a year whose terms were taken away, nobody knows. */
    private static boolean isOpen(ReviewDates dates, LocalDate day) {
        try {
            return dates.host().isPupilDay(day);
        } catch (YearNotEntered e) {
            return false;
        }
    }

    /** A school whose terms nobody has entered keeps nobody at home, and neither does none. */
    private static boolean isClosed(SchoolCalendar own, LocalDate day) {
        try {
            return own != null && !own.isPupilDay(day);
        } catch (YearNotEntered e) {
            return false;
        }
    }
}
