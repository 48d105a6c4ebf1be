package org.criticalfriend.notification;

import java.time.Instant;
import java.util.Optional;

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
 * @param thread what its messages have to arrive in order of, if it has such; empty for most
 */
public record ToTell(
        String occasion,
        String subject,
        String turn,
        String recipient,
        Optional<Instant> notBefore,
        Optional<Place> thread) {

    /**
     * A place in an order of messages to one recipient: a later one makes those before it needless.
     *
     * @param name of what is told about again and again, such as the UID of an invitation
     * @param sequence goes up with each message
     */
    public record Place(String name, int sequence) {}

    /** Told once about this subject, as soon as possible. */
    public static ToTell once(String occasion, String subject, String recipient) {
        return new ToTell(occasion, subject, "", recipient, Optional.empty(), Optional.empty());
    }

    /** The same, for one of several times that this subject comes up. */
    public ToTell onTurn(String which) {
        return new ToTell(occasion, subject, which, recipient, notBefore, thread);
    }

    /** The same, not sent before {@code moment}. */
    public ToTell notBefore(Instant moment) {
        return new ToTell(occasion, subject, turn, recipient, Optional.of(moment), thread);
    }

    /** The same, after all that was told to this person in the same thread before. */
    public ToTell inThread(String name, int sequence) {
        return new ToTell(occasion, subject, turn, recipient, notBefore, Optional.of(new Place(name, sequence)));
    }
}
