package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.duty.AppointmentKind;

/**
 * A day on which a school could be visited, and what else of its review would be when.
 *
 * @param first first visit day
 * @param last last visit day; the same for a visit of a day or less
 * @param days every visit day, the first and the last among them, in order
 * @param meetings the days on which each of the other appointments can be, the usual one first; an appointment that falls into a
 *     school year without terms has none
 * @param hindrances why the school is not visited then; none if it may be
 * @param squeezes which steps would fall onto one day, in words such as <i>planning meeting and issuing of the questions</i>
 * @param acrossTheSummer whether the follow-up meeting would be in the next school year
 */
public record PossibleVisit(
        LocalDate first,
        LocalDate last,
        List<LocalDate> days,
        Map<AppointmentKind, List<LocalDate>> meetings,
        List<Hindrance> hindrances,
        List<String> squeezes,
        boolean acrossTheSummer) {

    /** Keeps copies of what is given. */
    public PossibleVisit {
        days = List.copyOf(days);
        Map<AppointmentKind, List<LocalDate>> copy = new EnumMap<>(AppointmentKind.class);
        meetings.forEach((meeting, possible) -> copy.put(meeting, List.copyOf(possible)));
        meetings = Map.copyOf(copy);
        hindrances = List.copyOf(hindrances);
        squeezes = List.copyOf(squeezes);
    }

    /** What stands against a visit on a day. */
    public enum Kind {
        /** No pupils in school on one of its days. */
        CLOSED,
        /** The school or the partnership keeps the day free. */
        BLACKOUT,
        /** Fewer than 25 school days after publication. */
        TOO_SOON_AFTER_PUBLICATION,
        /** Before the twentieth school day of the year. */
        TOO_EARLY_IN_THE_YEAR,
        /** The day has passed. */
        PAST
    }

    /**
     * Something that stands against a visit on this day.
     *
     * @param kind what it is
     * @param words the rest of the sentence <i>The visit on … cannot be:</i>
     */
    public record Hindrance(Kind kind, String words) {}

    /** Whether the school may be visited then. */
    public boolean isAllowed() {
        return hindrances.isEmpty();
    }

    /** The usual day of an appointment; empty if it falls into a school year without terms. */
    public Optional<LocalDate> usual(AppointmentKind appointment) {
        return appointment == AppointmentKind.VISIT
                ? Optional.of(first)
                : meetings.getOrDefault(appointment, List.of()).stream().findFirst();
    }
}
