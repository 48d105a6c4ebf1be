package org.criticalfriend.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the outbox whose time has come.
 *
 * @param id key; the Message-ID derives from it
 * @param occasion name of the {@link Occasion}
 * @param subject what it is about, as it was asked for
 * @param turn which time, as it was asked for; may be empty
 * @param recipient id of the person
 * @param since when it was asked for
 */
public record Notice(UUID id, String occasion, String subject, String turn, String recipient, Instant since) {}
