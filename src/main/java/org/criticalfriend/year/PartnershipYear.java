package org.criticalfriend.year;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.calendar.SchoolYear;

/**
 * A school year of a partnership.
 *
 * @param id key
 * @param version goes up with every change of its plan
 * @param reference such as {@code priory-2026}: partnership, and the year in which the school year begins
 * @param partnership id of the partnership
 * @param year which school year
 * @param state how far it is
 * @param publishOn the day on which it is to be published
 * @param reason why teams may be smaller than usual; empty if none is
 * @param agreedBy id of the person who agreed it
 * @param halfTerm last Friday of the half-term whose live actions were asked for last; empty before the first
 */
record PartnershipYear(
        UUID id,
        int version,
        String reference,
        String partnership,
        SchoolYear year,
        State state,
        LocalDate publishOn,
        Optional<String> reason,
        Optional<String> agreedBy,
        Optional<LocalDate> halfTerm) {

    enum State {
        /** People change it. */
        PLANNING,
        /** It stands, and its reviews are about to start. */
        AGREED,
        /** Its reviews run (P10): from now on dates move only by a change of plan. */
        PUBLISHED,
        /** It is not to be. */
        DROPPED,
        /** Every review has ended, or is carried over. */
        ENDED
    }

    /** The reference that a year of a partnership has. */
    static String reference(String partnership, SchoolYear year) {
        return "%s-%d".formatted(partnership, year.start());
    }

    /** A year that is about to be planned. */
    static PartnershipYear planned(String partnership, SchoolYear year, LocalDate publishOn) {
        return new PartnershipYear(
                UUID.randomUUID(),
                0,
                reference(partnership, year),
                partnership,
                year,
                State.PLANNING,
                publishOn,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    boolean isPlanned() {
        return state == State.PLANNING;
    }
}
