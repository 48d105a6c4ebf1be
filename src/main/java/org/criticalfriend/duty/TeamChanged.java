package org.criticalfriend.duty;

import java.util.UUID;

/**
 * Somebody has come onto a review, was asked for it, has confirmed or has left it. Published in the transaction in which it happens,
 * so that what depends on it changes with it or not at all.
 *
 * @param review key of the review
 */
public record TeamChanged(UUID review) {}
