package org.criticalfriend.duty;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One person's time on a seat, or the question whether they would take it. A seat has one occupant who fills it at a time; others
 * may have been asked for it.
 *
 * @param id key
 * @param version counts up with every change; a decision made from an older one is out of date
 * @param seat key of the seat
 * @param person id of the person
 * @param state what has become of it
 * @param fills whether the person holds the seat now
 * @param since when the person was put on the seat or asked for it
 * @param answered when the person last answered; empty before
 * @param until when it ended; empty while it lasts
 * @param overrideReason why the duty was given to somebody untrained (F2); empty for the trained
 */
public record Occupant(
        UUID id,
        int version,
        UUID seat,
        String person,
        State state,
        boolean fills,
        Instant since,
        Optional<Instant> answered,
        Optional<Instant> until,
        Optional<String> overrideReason) {

    /** From question to end. */
    public enum State {
        /** Put on the seat or asked for it, and has not answered. */
        ASKED(true),
        /** Has said yes. */
        CONFIRMED(true),
        /** Has said no. */
        DECLINED(false),
        /** Has stepped back. */
        WITHDRAWN(false),
        /** Is not needed any more. */
        RELEASED(false);

        private final boolean lasting;

        State(boolean lasting) {
            this.lasting = lasting;
        }

        /** Whether the person is still bound, and their days with them. */
        public boolean isLasting() {
            return lasting;
        }

        /** Whether the next state may follow. Nobody comes back from an end: they are asked anew. */
        public boolean mayBecome(State next) {
            return switch (next) {
                case ASKED -> false;
                case CONFIRMED, DECLINED -> this == ASKED;
                case WITHDRAWN, RELEASED -> lasting;
            };
        }

        /** Whether the person gives this answer, rather than somebody deciding for them. */
        boolean isAnswer() {
            return this == CONFIRMED || this == DECLINED || this == WITHDRAWN;
        }
    }

    /** Put on a seat, or asked for it. */
    static Occupant starting(
            UUID seat, String person, State state, boolean fills, Instant now, Optional<String> reason) {
        return new Occupant(
                DutyRecord.newId(),
                0,
                seat,
                person,
                state,
                fills,
                now,
                state.isAnswer() ? Optional.of(now) : Optional.empty(),
                Optional.empty(),
                reason);
    }

    /** The same in its next state: who is bound fills the seat, who is not has come to an end. */
    Occupant become(State next, Instant now) {
        return new Occupant(
                id,
                version + 1,
                seat,
                person,
                next,
                next.isLasting(),
                since,
                next.isAnswer() ? Optional.of(now) : answered,
                next.isLasting() ? Optional.empty() : Optional.of(now),
                overrideReason);
    }
}
