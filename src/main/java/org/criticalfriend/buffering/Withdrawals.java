package org.criticalfriend.buffering;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.engine.task.TaskHandover;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.PersonLeft;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.SaidByMail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Somebody cannot come. No reason is asked for (illness is nobody's business). In one transaction they are off the seat, their days are
 * free, their tasks and rights are gone, and somebody is asked to stand in.
 */
@Service
public class Withdrawals {

    private final RunningReviews running;
    private final BufferingRecord record;
    private final Vacancies vacancies;
    private final Seats seats;
    private final TaskHandover tasks;
    private final InTurn inTurn;

    Withdrawals(
            RunningReviews running,
            BufferingRecord record,
            Vacancies vacancies,
            Seats seats,
            TaskHandover tasks,
            InTurn inTurn) {
        this.running = running;
        this.record = record;
        this.vacancies = vacancies;
        this.seats = seats;
        this.tasks = tasks;
        this.inTurn = inTurn;
    }

    /**
     * A person leaves every seat of a review, and declines whatever they are asked for there. Has no effect on a review that is over, or
     * if they have none.
     *
     * @param reference of the review
     * @param person id of the person
     * @throws IllegalArgumentException if there is no review of this reference
     */
    public void withdraw(String reference, String person) {
        withdraw(reference, person, EnumSet.allOf(Duty.class));
    }

    /**
     * A person leaves the seats of some duties on a review. Has no effect on a review that is over, or if they have none.
     *
     * @param reference of the review
     * @param person id of the person
     * @param duties which
     * @throws IllegalArgumentException if there is no review of this reference
     */
    public void withdraw(String reference, String person, Set<Duty> duties) {
        inTurn.does(() -> {
            RunningReview review = running.held(reference);
            if (!review.over()) {
                leave(review, person, duties);
            }
            return null;
        });
    }

    private void leave(RunningReview review, String person, Set<Duty> duties) {
        // What they are asked for first: a no may free them of a stand-in's seat as well.
        Optional<Occupant> next = next(review, person, duties);
        while (next.isPresent()) {
            leave(review, next.get());
            next = next(review, person, duties);
        }
        vacancies.askNoMoreToConfirm(review, person);
    }

    private Optional<Occupant> next(RunningReview review, String person, Set<Duty> duties) {
        List<Occupant> lasting = seats.occupants(review.id()).stream()
                .filter(occupant -> occupant.person().equals(person))
                .filter(occupant -> duties.contains(seats.seat(occupant.seat()).duty()))
                .toList();
        return lasting.stream()
                .filter(Predicate.not(Occupant::fills))
                .findFirst()
                .or(() -> lasting.stream().findFirst());
    }

    private void leave(RunningReview review, Occupant occupant) {
        Optional<Request> asked = record.request(occupant.id()).filter(Request::isOpen);
        if (asked.isPresent()) {
            vacancies.decline(asked.get());
            tasks.end(review.reference(), AnswerRequest.ACTIVITY, occupant.person());
        } else {
            seats.withdraw(occupant.id());
        }
    }

    /** Whoever says so by the link in a mail; a stand-in who keeps the day need not say it once more. */
    @EventListener
    void on(SaidByMail said) {
        switch (said.what()) {
            case CANNOT_COME -> withdraw(said.reference(), said.person());
            case KEEPS_THE_DAY -> keep(running.held(said.reference()), said.person());
        }
    }

    private void keep(RunningReview review, String person) {
        vacancies.filling(review, StandIns.duties()).stream()
                .filter(occupant -> occupant.person().equals(person))
                .forEach(occupant -> seats.confirm(occupant.id()));
        vacancies.isConfirmed(review, person);
    }

    /** Whoever leaves the register leaves the seats of all reviews that are under way. */
    @EventListener
    void on(PersonLeft left) {
        seats.reviewsOf(left.person()).stream()
                .map(running::of)
                .filter(vacancies::isUnderWay)
                .forEach(review -> withdraw(review.reference(), left.person()));
    }
}
