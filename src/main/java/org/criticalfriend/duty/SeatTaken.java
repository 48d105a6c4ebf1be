package org.criticalfriend.duty;

import org.criticalfriend.partnership.Duty;

/** Somebody else holds the seat by now. */
public final class SeatTaken extends DutyRefused {

    SeatTaken(String name, Duty duty) {
        super("The seat has been taken: somebody else is %s now. %s is not needed for it any more."
                .formatted(DutyWords.of(duty), name));
    }
}
