package org.criticalfriend.change;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.Register;
import org.criticalfriend.partnership.Register.Host;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.criticalfriend.review.BrokenAppointments;
import org.criticalfriend.review.BrokenAppointments.Broken;
import org.springframework.stereotype.Service;

/** What of a partnership's reviews does not fit the calendars any more, for whoever is in charge of each: so the lead never decides about their own school. */
@Service
public class ClosedDays {

    private final BrokenAppointments broken;
    private final ChangeRecord record;
    private final Register register;
    private final Schools schools;
    private final People people;

    ClosedDays(BrokenAppointments broken, ChangeRecord record, Register register, Schools schools, People people) {
        this.broken = broken;
        this.record = record;
        this.register = register;
        this.schools = schools;
        this.people = people;
    }

    /**
     * Something that is broken, in words.
     *
     * @param what which meeting, or whose place
     * @param somebodys whether it is somebody's place, so that they may come all the same
     * @param needed whether a review needs somebody there: an associate comes to learn
     * @param open key of the change that is open on the review, if there is one
     */
    record Line(
            Broken broken,
            String school,
            String what,
            String when,
            boolean somebodys,
            boolean needed,
            Optional<UUID> open) {}

    /** How much of a partnership is broken that a person is in charge of. */
    public int count(String partnership, String person) {
        return of(partnership, person).size();
    }

    /** What of a partnership is broken that a person is in charge of, by day. */
    List<Broken> of(String partnership, String person) {
        List<Broken> all = broken.inPartnership(partnership);
        Map<Host, Set<String>> inCharge =
                register.inChargeOf(all.stream().map(ClosedDays::host).toList());
        return all.stream()
                .filter(one -> inCharge.get(host(one)).contains(person))
                .toList();
    }

    static Host host(Broken one) {
        return new Host(one.partnership(), one.host());
    }

    /** The same in words. */
    List<Line> lines(String partnership, String person) {
        List<Broken> all = of(partnership, person);
        Map<String, School> hosts =
                schools.find(all.stream().map(Broken::host).distinct().toList());
        Map<String, Person> names = people.find(all.stream()
                .flatMap(one -> one.place().stream())
                .map(BrokenAppointments.Place::person)
                .collect(Collectors.toSet()));
        Map<UUID, UUID> open = record.openOn(all.stream().map(Broken::review).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> new Line(
                        one,
                        hosts.get(one.host()).name(),
                        what(one, names),
                        SchoolTime.words(one.day()),
                        one.place().isPresent(),
                        one.place()
                                .filter(place -> place.duty() == Duty.ASSOCIATE)
                                .isEmpty(),
                        Optional.ofNullable(open.get(one.review()))))
                .toList();
    }

    private static String what(Broken one, Map<String, Person> names) {
        return one.place()
                .map(place -> "%s, %s at the %s: their own school is closed"
                        .formatted(
                                names.get(place.person()).name(),
                                DutyWords.of(place.duty()),
                                one.kind().words().toLowerCase(Locale.UK)))
                .orElseGet(() -> one.kind().words());
    }

    /** The change that whoever is in charge asks for to have it mended. */
    static Asked mending(Broken one, String by) {
        if (one.place().isPresent()) {
            Asked seat = Asked.of(one.reference(), ChangeKind.CHANGE_OF_PERSON, by)
                    .about(one.place().get().seat());
            return one.kind() == AppointmentKind.VISIT ? seat : seat.about(one.kind());
        }
        return one.kind() == AppointmentKind.VISIT
                ? Asked.of(one.reference(), ChangeKind.SCHOOL_CLOSED, by)
                : Asked.of(one.reference(), ChangeKind.MOVE_APPOINTMENT, by).about(one.kind());
    }
}
