package org.criticalfriend.review;

import java.util.Set;
import java.util.UUID;

/**
 * When, where or whether the appointments of some reviews are may have changed. Published in the transaction that changes it.
 *
 * @param reviews keys of the reviews
 */
record ReviewChanged(Set<UUID> reviews) {}
