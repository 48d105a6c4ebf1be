package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Help that somebody of another school is asked for (F26, G27), or a support visit of its own (G30).
 *
 * @param action the action that it helps with; null if it is a visit of its own
 * @param supporter id of the person who is to help, never of the host
 * @param askedBy id of the person who asks for it
 * @param what what is asked for
 * @param byWhen by which day
 * @param state what has become of it
 * @param done what was done, in a line; null before, or if nobody wrote it
 */
record Support(
        @Id UUID id,
        @Version Integer version,
        UUID review,
        UUID action,
        String supporter,
        String askedBy,
        String what,
        LocalDate byWhen,
        State state,
        String done) {

    /** From plan to end. */
    enum State {
        /** Stands in the plan, and nobody has been asked yet. */
        OFFERED("to be asked"),
        /** The supporter is asked. */
        ASKED("asked"),
        /** The supporter has said yes, their own head is asked. */
        ACCEPTED("would help, their head is asked"),
        /** All have said yes. */
        AGREED("agreed"),
        /** The supporter or their head has said no. */
        DECLINED("not possible this time"),
        /** The support was given. */
        GIVEN("given");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** For people. */
        String words() {
            return words;
        }
    }

    /** Support that nobody has been asked for yet. */
    static Support offered(UUID review, UUID action, String supporter, String askedBy, String what, LocalDate byWhen) {
        return new Support(
                Reviews.newId(), null, review, action, supporter, askedBy, what, byWhen, State.OFFERED, null);
    }

    Support in(State next) {
        return new Support(id, version, review, action, supporter, askedBy, what, byWhen, next, done);
    }

    Support given(String inALine) {
        return new Support(id, version, review, action, supporter, askedBy, what, byWhen, State.GIVEN, inALine);
    }
}
