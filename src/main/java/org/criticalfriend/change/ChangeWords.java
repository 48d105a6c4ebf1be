package org.criticalfriend.change;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.springframework.stereotype.Component;

/** A change of plan in words. All but {@link #outcome} is for whoever is in charge alone. */
@Component
class ChangeWords {

    private final Seats seats;
    private final People people;

    ChangeWords(Seats seats, People people) {
        this.seats = seats;
        this.people = people;
    }

    /**
     * A change, in words.
     *
     * @param what was asked for, as a sentence
     * @param by name of whoever asked: of illness, of whoever is ill
     * @param when the day on which they asked
     * @param outcome what has become of it, as a sentence
     */
    record Told(String what, String by, String when, String outcome) {}

    Told of(ChangeOfPlan change) {
        return of(change.review(), List.of(change)).get(0);
    }

    /** Changes of one review. The number of statements does not depend on how many they are. */
    List<Told> of(UUID review, Collection<ChangeOfPlan> changes) {
        Map<UUID, Seat> places = seats.of(review, List.of(Duty.values())).stream()
                .collect(Collectors.toMap(Seat::id, Function.identity()));
        Map<UUID, String> filling = seats.occupants(review).stream()
                .filter(Occupant::fills)
                .collect(Collectors.toMap(Occupant::seat, Occupant::person));
        Map<String, Person> names =
                people.find(Stream.concat(changes.stream().map(ChangeOfPlan::askedBy), filling.values().stream())
                        .collect(Collectors.toSet()));
        return changes.stream()
                .map(change -> new Told(
                        what(
                                change,
                                change.seat().map(places::get),
                                change.seat().map(filling::get).map(names::get)),
                        Optional.ofNullable(names.get(change.askedBy()))
                                .map(Person::name)
                                .orElse(change.askedBy()),
                        SchoolTime.words(SchoolTime.dateOf(change.askedAt())),
                        outcome(change)))
                .toList();
    }

    /** @param person who fills the seat at present; of a change that is decided nobody says who filled it before */
    private static String what(ChangeOfPlan change, Optional<Seat> seat, Optional<Person> person) {
        StringBuilder words = new StringBuilder(change.kind().words());
        if (Set.of(ChangeKind.MOVE_APPOINTMENT, ChangeKind.SCHOOL_CLOSED).contains(change.kind())) {
            change.appointment().ifPresent(meeting -> words.append(": ")
                    .append(meeting.words().toLowerCase(Locale.UK)));
        }
        seat.ifPresent(one -> {
            words.append(": ").append(DutyWords.of(one.duty()));
            if (change.isOpen()) {
                words.append(", at present ").append(person.map(Person::name).orElse("nobody"));
            }
        });
        change.wishedDay().ifPresent(day -> words.append(", if possible on ").append(SchoolTime.words(day)));
        return words.append(".").toString();
    }

    /** What has become of it: it names neither a person nor why. */
    static String outcome(ChangeOfPlan change) {
        return change.outcome()
                .map(outcome -> switch (outcome) {
                    case CHANGED ->
                        "The plan has changed%s."
                                .formatted(change.decision()
                                        .map(way -> ": " + way.words())
                                        .orElse(""));
                    case KEPT -> "It was decided that everything stays as it is.";
                    case BUFFERED -> "They are off the team at once, and if somebody is needed, a stand-in is asked.";
                    case LAPSED -> "The review has ended meanwhile.";
                })
                .orElse("It is being decided.");
    }
}
