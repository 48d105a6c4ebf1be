package org.criticalfriend.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * That somebody is to be told something. Occasion, subject, turn and recipient together are what is told once, however often it is
 * asked for.
 *
 * @param occasion name of the {@link Occasion} that knows the words
 * @param subject what it is about: the key of a task, a review, a seat, …; an identifier, never content
 * @param turn which time, where the same subject comes up again, such as the day of a round; may be empty. An identifier, never
 *     content
 * @param recipient id of the person
 * @param notBefore when it may be sent at the earliest; empty for as soon as possible
 * @param place where it stands among what the same occasion tells the same person about this subject, if that must arrive in order: a
 *     higher one makes those before it needless; empty for most
 */
public record ToTell(
        String occasion,
        String subject,
        String turn,
        String recipient,
        Optional<Instant> notBefore,
        OptionalInt place) {

    /** Told once about this subject, as soon as possible. */
    public static ToTell once(String occasion, String subject, String recipient) {
        return new ToTell(occasion, subject, "", recipient, Optional.empty(), OptionalInt.empty());
    }

    /** The same, for one of several times that this subject comes up. */
    public ToTell onTurn(String which) {
        return new ToTell(occasion, subject, which, recipient, notBefore, place);
    }

    /** The same, not sent before {@code moment}. */
    public ToTell notBefore(Instant moment) {
        return new ToTell(occasion, subject, turn, recipient, Optional.of(moment), place);
    }

    /** The same, after all that was told to this person about this subject before. */
    public ToTell inOrder(int at) {
        return new ToTell(occasion, subject, turn, recipient, notBefore, OptionalInt.of(at));
    }

    /** By what it is known that this has been told. */
    UUID key() {
        return Fingerprint.of(occasion, subject, turn, recipient);
    }
}
