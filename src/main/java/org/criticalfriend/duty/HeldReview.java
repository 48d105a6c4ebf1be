package org.criticalfriend.duty;

import java.util.UUID;

/**
 * A review whose row is held until the transaction ends: its days, seats and people stand still.
 *
 * @param id key
 * @param partnership id of the partnership that it is one of
 * @param host id of the school that hosts it
 */
record HeldReview(UUID id, String partnership, String host) {}
