package org.criticalfriend.buffering;

import java.util.Optional;
import java.util.UUID;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Service;

/** Lets reviews go ahead without a seat. Team, host and whoever is in charge hear of it. */
@Service
public class SmallerTeams {

    private final RunningReviews running;
    private final BufferingRecord record;
    private final Vacancies vacancies;
    private final Seats seats;
    private final InTurn inTurn;

    SmallerTeams(RunningReviews running, BufferingRecord record, Vacancies vacancies, Seats seats, InTurn inTurn) {
        this.running = running;
        this.record = record;
        this.vacancies = vacancies;
        this.seats = seats;
        this.inTurn = inTurn;
    }

    /**
     * A review goes ahead without a seat: whoever fills it is released, and nobody is looked for any more. Done twice, it changes
     * nothing.
     *
     * @throws IllegalArgumentException if there is no such review or seat
     */
    public void goWithout(String reference, UUID seat) {
        inTurn.does(() -> {
            RunningReview review = running.held(reference);
            Optional<Vacancy> open = record.openAt(seat);
            open.ifPresentOrElse(vacancy -> vacancies.giveUpSearch(review, vacancy), () -> seats.goWithout(seat));
            return null;
        });
    }
}
