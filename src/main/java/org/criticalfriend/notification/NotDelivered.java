package org.criticalfriend.notification;

import java.util.Optional;

/** A mail could not be handed over. Its message is for the record, in our own words. */
final class NotDelivered extends Exception {

    /** What that means for this mail and the next ones. */
    enum Kind {
        /** Nothing can be handed over at present. */
        UNREACHABLE,
        /** The recipient's address does not work, and will not later. */
        ADDRESS_REFUSED,
        /** It may work later. */
        FAILED
    }

    private final Kind kind;
    private final Integer code;

    private NotDelivered(Kind kind, String message, Integer code) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    static NotDelivered unreachable(String message) {
        return new NotDelivered(Kind.UNREACHABLE, message, null);
    }

    static NotDelivered addressRefused(int code) {
        return new NotDelivered(
                Kind.ADDRESS_REFUSED, "The mail server refused the address for good (code %d).".formatted(code), code);
    }

    static NotDelivered addressUnreadable() {
        return new NotDelivered(Kind.ADDRESS_REFUSED, "The address cannot be read as a mail address.", null);
    }

    static NotDelivered failed(String message) {
        return new NotDelivered(Kind.FAILED, message, null);
    }

    Kind kind() {
        return kind;
    }

    /** What the mail server answered, if it answered. */
    Optional<Integer> code() {
        return Optional.ofNullable(code);
    }
}
