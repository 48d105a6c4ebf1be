package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.Duty;

/**
 * A review as it is proposed.
 *
 * @param host id of the host school
 * @param visitFirst first visit day
 * @param visitLast last visit day
 * @param meetings days of the other appointments; one that falls into a school year without terms has none
 * @param seats who would sit where; an empty seat has nobody
 * @param deputyLead id of the peer reviewer who steps up if the lead is lost (G15); empty if there is no peer reviewer
 */
public record ProposedReview(
        String host,
        LocalDate visitFirst,
        LocalDate visitLast,
        Map<AppointmentKind, LocalDate> meetings,
        List<ProposedSeat> seats,
        Optional<String> deputyLead) {

    /** Keeps copies. */
    public ProposedReview {
        meetings = Map.copyOf(meetings);
        seats = List.copyOf(seats);
    }

    /** The days of all four appointments, of the visit the first; one that falls into a school year without terms has none. */
    public Map<AppointmentKind, LocalDate> days() {
        Map<AppointmentKind, LocalDate> days = new EnumMap<>(AppointmentKind.class);
        days.putAll(meetings);
        days.put(AppointmentKind.VISIT, visitFirst);
        return days;
    }

    /** Ids of the people with a duty, in the order of their seats; empty seats are left out. */
    public List<String> with(Duty duty) {
        return seats.stream()
                .filter(seat -> seat.seat().duty() == duty)
                .flatMap(seat -> seat.person().stream())
                .toList();
    }
}
