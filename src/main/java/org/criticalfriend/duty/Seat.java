package org.criticalfriend.duty;

import java.util.UUID;
import org.criticalfriend.partnership.Duty;

/**
 * A place on a review. It stays the same whoever fills it.
 *
 * @param id key
 * @param review key of the review
 * @param duty what is asked of its occupant
 * @param number 1, 2, … among the seats of the same duty
 */
public record Seat(UUID id, UUID review, Duty duty, int number) {}
