package org.criticalfriend.change;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.duty.AppointmentKind;

/**
 * What somebody asks for.
 *
 * @param reference of the review
 * @param kind why its plan cannot stay
 * @param appointment which meeting, if it is about one
 * @param seat key of the seat, if it is about one
 * @param wishedDay a day that would suit, if one is named
 * @param by id of whoever asks
 */
record Asked(
        String reference,
        ChangeKind kind,
        Optional<AppointmentKind> appointment,
        Optional<UUID> seat,
        Optional<LocalDate> wishedDay,
        String by) {

    static Asked of(String reference, ChangeKind kind, String by) {
        return new Asked(reference, kind, Optional.empty(), Optional.empty(), Optional.empty(), by);
    }

    Asked about(AppointmentKind meeting) {
        return new Asked(reference, kind, Optional.of(meeting), seat, wishedDay, by);
    }

    Asked about(UUID wanted) {
        return new Asked(reference, kind, appointment, Optional.of(wanted), wishedDay, by);
    }

    Asked wishing(Optional<LocalDate> day) {
        return new Asked(reference, kind, appointment, seat, day, by);
    }
}
