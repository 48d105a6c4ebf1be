package org.criticalfriend.duty;

import java.util.UUID;
import org.criticalfriend.partnership.Duty;

/**
 * What a person does on a review, or is asked to do.
 *
 * @param review key of the review
 * @param person id of the person
 * @param duty of the seat
 * @param fills whether they hold the seat, or are only asked for it
 */
public record Attending(UUID review, String person, Duty duty, boolean fills) {

    /** Whether it is not certain that they are needed: they stand in, or have not said yes to a seat that is not theirs yet. */
    public boolean standsBy() {
        return !fills || StandIns.include(duty);
    }
}
