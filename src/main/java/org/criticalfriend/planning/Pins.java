package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.duty.AppointmentKind;

/**
 * What people have settled on the planning day, around which the rest is planned. It stands even if it breaks a rule; the
 * explanation then says so.
 *
 * @param visits by id of the host, the first day of its visit
 * @param meetings by id of the host, the days of its other appointments
 * @param seats by seat who sits there; empty: nobody does, and nobody is sought
 */
public record Pins(
        Map<String, LocalDate> visits,
        Map<String, Map<AppointmentKind, LocalDate>> meetings,
        Map<SeatToFill, Optional<String>> seats) {

    /** Nothing is settled. */
    public static final Pins NONE = new Pins(Map.of(), Map.of(), Map.of());

    /** Keeps copies. */
    public Pins {
        visits = Map.copyOf(visits);
        meetings = Map.copyOf(meetings);
        seats = Map.copyOf(seats);
    }

    /** The ids of the hosts of which anything is settled. */
    public List<String> hosts() {
        return java.util.stream.Stream.of(
                        visits.keySet().stream(),
                        meetings.keySet().stream(),
                        seats.keySet().stream().map(SeatToFill::host))
                .flatMap(hosts -> hosts)
                .distinct()
                .sorted()
                .toList();
    }
}
