package org.criticalfriend.review;

import java.time.Clock;
import java.time.LocalDate;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaims;
import org.springframework.stereotype.Component;

/** Writes down that a meeting has been held: on which day, and that nobody keeps a later one free for it any more. */
@Component
class HeldMeetings {

    private final Reviews reviews;
    private final Deadlines deadlines;
    private final DayClaims claims;
    private final MoveDates move;
    private final Clock clock;

    HeldMeetings(Reviews reviews, Deadlines deadlines, DayClaims claims, MoveDates move, Clock clock) {
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.claims = claims;
        this.move = move;
        this.clock = clock;
    }

    /** Writes a review in which a meeting has been held. */
    void write(Review held, AppointmentKind meeting, LocalDate day) {
        boolean planned = held.days().of(meeting).isPresent();
        boolean early = held.days()
                .of(meeting)
                .filter(SchoolTime.today(clock)::isBefore)
                .isPresent();
        Review written = reviews.update(planned ? held.withDays(held.days().with(meeting, day)) : held);
        if (early) {
            ReviewDates dates = deadlines.of(written);
            claims.moveDays(written.id(), dates.daysToKeepFree());
            // Nothing that is open counts from the day of another meeting once that has been held.
            if (meeting == AppointmentKind.WORKSHOP) {
                move.heldEarly(dates.of(held), dates);
            }
        }
    }
}
