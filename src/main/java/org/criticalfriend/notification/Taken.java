package org.criticalfriend.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice that this node has for itself for a while.
 *
 * @param notice what somebody is to be told
 * @param tries how often it was tried before
 * @param firstTry when it was tried first; empty if it never was
 * @param lease until when it is this node's; whoever takes it after that has another
 */
record Taken(Notice notice, int tries, Optional<Instant> firstTry, Instant lease) {

    UUID id() {
        return notice.id();
    }
}
