package org.criticalfriend.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.partnership.Duty;

/**
 * People have come to seats of a running review or left them. Published in the transaction in which it happens, while the review's
 * row is held: whoever listens changes what hangs on it, or nothing of it happens.
 *
 * @param review key of the review
 * @param changes in the order in which they came about
 */
public record SeatsChanged(UUID review, List<Change> changes) {

    /**
     * A seat has lost or got whoever fills it.
     *
     * @param seat key of the seat
     * @param duty of the seat
     * @param left id of the person who filled it; empty if nobody did
     * @param came id of the person who fills it now; empty if nobody does
     */
    public record Change(UUID seat, Duty duty, Optional<String> left, Optional<String> came) {}
}
