package org.criticalfriend.notification;

import java.util.Optional;

/** A reason to write to people. One bean for each kind of occasion, in the package whose business it is. */
public interface Occasion {

    /** The name under which it stands in the outbox, such as {@code task}. It never changes. */
    String name();

    /**
     * What to say now, or why it is not to be said any more: done, moved, somebody else's by now. Asked just before sending, in a
     * transaction of its own that only reads. What it throws counts as a failed try, which is made again later.
     */
    ToSay now(Notice notice);

    /**
     * The reference (business key) of the process that this is about, if it is about one: there it is shown to administrators when
     * a mail could not be sent for a day. May be asked after the occasion has passed.
     */
    default Optional<String> reference(Notice notice) {
        return Optional.empty();
    }
}
