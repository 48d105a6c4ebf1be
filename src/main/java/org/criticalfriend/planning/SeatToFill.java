package org.criticalfriend.planning;

import org.criticalfriend.partnership.Duty;

/**
 * A place on the review of a host.
 *
 * @param host id of the host school
 * @param duty what is asked of whoever sits there
 * @param number 1, 2, … among the seats of the same duty
 */
public record SeatToFill(String host, Duty duty, int number) {}
