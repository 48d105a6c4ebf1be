package org.criticalfriend.planning;

import java.util.Optional;

/**
 * A seat and who would sit there.
 *
 * @param seat which seat
 * @param person id of the person; empty if nobody was found
 * @param settled whether people had settled it before
 */
public record ProposedSeat(SeatToFill seat, Optional<String> person, boolean settled) {}
