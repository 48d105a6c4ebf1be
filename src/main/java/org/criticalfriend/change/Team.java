package org.criticalfriend.change;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.partnership.Duty;

/**
 * The people of one review, and those who are just asked to come.
 *
 * @param seats those in use, in the order of duties and numbers
 * @param occupants everybody who fills one of them or is asked for it
 */
record Team(List<Seat> seats, List<Occupant> occupants) {

    /** Somebody's place on it. */
    record Member(Occupant occupant, Seat seat) {

        String person() {
            return occupant.person();
        }

        Duty duty() {
            return seat.duty();
        }

        boolean fills() {
            return occupant.fills();
        }
    }

    List<Member> members() {
        Map<UUID, Seat> byId = seats.stream().collect(Collectors.toMap(Seat::id, Function.identity()));
        return occupants.stream()
                .filter(occupant -> byId.containsKey(occupant.seat()))
                .map(occupant -> new Member(occupant, byId.get(occupant.seat())))
                .toList();
    }

    /** Who fills a seat. */
    Optional<Member> on(UUID seat) {
        return members().stream()
                .filter(member -> member.fills() && member.seat().id().equals(seat))
                .findFirst();
    }

    /** Who fills seats of some duties. */
    List<Member> with(Collection<Duty> duties) {
        return members().stream()
                .filter(member -> member.fills() && duties.contains(member.duty()))
                .toList();
    }

    List<Member> standIns() {
        return with(StandIns.duties());
    }

    boolean onlyStandsBy(String person) {
        return members().stream()
                .filter(member -> member.person().equals(person))
                .allMatch(member -> StandIns.include(member.duty()));
    }

    Set<String> people() {
        return members().stream().map(Member::person).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days that a person gives if the appointments are on {@code days}, with all places that they have. */
    Set<LocalDate> daysOf(String person, Map<AppointmentKind, Set<LocalDate>> days) {
        return members().stream()
                .filter(member -> member.person().equals(person))
                .flatMap(member -> daysOf(member.duty(), days).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days that a duty takes. */
    static Set<LocalDate> daysOf(Duty duty, Map<AppointmentKind, Set<LocalDate>> days) {
        return days.entrySet().stream()
                .filter(kind -> kind.getKey().isAttendedBy(duty))
                .flatMap(kind -> kind.getValue().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
