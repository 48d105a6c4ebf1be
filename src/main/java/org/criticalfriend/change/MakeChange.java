package org.criticalfriend.change;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.buffering.SmallerTeams;
import org.criticalfriend.buffering.Withdrawals;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Candidate;
import org.criticalfriend.duty.DutyRefused;
import org.criticalfriend.duty.Occupant;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.review.CancelReview;
import org.criticalfriend.review.DatesRefused;
import org.criticalfriend.review.Forecast;
import org.criticalfriend.review.Forecasts;
import org.criticalfriend.review.MoveDates;
import org.criticalfriend.review.MoveDates.NewVisit;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.springframework.stereotype.Component;

/**
 * Makes what was decided about a change of plan: seats, days kept free, appointments, due dates, timers, invitations, rights, and who
 * is told, in one transaction. The rows of all reviews that it touches are held first, in the order of their keys; then the option is
 * drawn anew, and made only if it is the same as the one that was shown, to the last duty of the last person.
 */
@Component
class MakeChange {

    /** What whoever decides reads if the option is not what it was. */
    static final String OUTDATED =
            "Something has changed since this table was made, so nothing was done. Here is the new table; please choose from it.";

    private final ChangeRecord record;
    private final Options options;
    private final RunningReviews running;
    private final Forecasts forecasts;
    private final MoveDates move;
    private final Appointments appointments;
    private final Seats seats;
    private final Withdrawals withdrawals;
    private final SmallerTeams smaller;
    private final CancelReview cancel;
    private final ChangeNews news;
    private final InTurn inTurn;

    MakeChange(
            ChangeRecord record,
            Options options,
            RunningReviews running,
            Forecasts forecasts,
            MoveDates move,
            Appointments appointments,
            Seats seats,
            Withdrawals withdrawals,
            SmallerTeams smaller,
            CancelReview cancel,
            ChangeNews news,
            InTurn inTurn) {
        this.record = record;
        this.options = options;
        this.running = running;
        this.forecasts = forecasts;
        this.move = move;
        this.appointments = appointments;
        this.seats = seats;
        this.withdrawals = withdrawals;
        this.smaller = smaller;
        this.cancel = cancel;
        this.news = news;
        this.inTurn = inTurn;
    }

    /**
     * Makes an option.
     *
     * @param key of the option, as it was shown
     * @param link where people meet, if the option needs one
     * @param by id of whoever has decided
     * @return which way was gone
     * @throws ChangeRefused if the change is decided already, something has changed since the option was shown, or it cannot be made
     *     after all; nothing has changed then
     */
    Way make(ChangeOfPlan change, String key, Optional<String> link, String by) {
        try {
            return inTurn.does(() -> {
                RunningReview review = running.of(change.review());
                Set<String> touched = new HashSet<>(Option.othersIn(key));
                touched.add(review.reference());
                running.hold(touched);
                ChangeOfPlan open = record.of(change.id())
                        .filter(ChangeOfPlan::isOpen)
                        .orElseThrow(() -> new ChangeRefused("This has been decided already."));
                Option option = options.of(open).stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new ChangeRefused(OUTDATED));
                // First, so that whatever ends with the review finds it decided.
                record.decided(open.id(), option.way(), by);
                apply(open, running.of(change.review()), option, link);
                return option.way();
            });
        } catch (DutyRefused | DatesRefused | YearNotEntered refused) {
            throw new ChangeRefused(refused.getMessage());
        }
    }

    private void apply(ChangeOfPlan change, RunningReview review, Option option, Optional<String> link) {
        switch (option.way()) {
            case AGAIN -> without(review, option.leaving(), () -> move.resume(review.reference()));
            case DAY -> moveVisit(review, LocalDate.parse(option.what()), option.leaving());
            case SWAP -> swap(review, option.what());
            case MEETING -> move.meeting(review.reference(), change.meeting(), LocalDate.parse(option.what()));
            case AFAR ->
                appointments.meetFromAfar(
                        review.reference(),
                        change.meeting(),
                        link.orElseThrow(() -> new ChangeRefused("Meeting link: please fill this in.")));
            case PROMOTE -> promote(review, change, option.what());
            case PERSON -> put(review, change, option.what(), Occupant.State.CONFIRMED);
            case SMALLER -> goWithout(review, seats.seat(change.seat().orElseThrow()));
            case CANCEL -> cancel.now(review.reference());
            case KEEP -> {
                // Nothing but the decision.
            }
        }
        news.decided(change, review);
    }

    /** Whoever cannot come on the new day leaves first: while the review waits, nobody keeps anything free. */
    private void moveVisit(RunningReview review, LocalDate first, Set<String> leaving) {
        Forecast forecast = forecasts.of(review.reference());
        NewVisit visit = forecast.beginning(first)
                .orElseThrow(() -> new ChangeRefused("The visit cannot begin on this day. Please choose another."));
        if (!leaving.isEmpty()) {
            move.pause(review.reference());
        }
        without(review, leaving, () -> move.resume(review.reference(), visit));
    }

    /** Lets a review that waits go on without some people: off their seats before, and rid of what they were still asked once it has a day. */
    private void without(RunningReview review, Set<String> leaving, Runnable goOn) {
        seats.occupants(review.id()).stream()
                .filter(occupant -> occupant.fills() && leaving.contains(occupant.person()))
                .forEach(occupant -> {
                    seats.withdraw(occupant.id());
                    news.isNotNeeded(occupant);
                });
        goOn.run();
        leaving.forEach(person -> withdrawals.withdraw(review.reference(), person));
    }

    private void swap(RunningReview review, String other) {
        Map<String, Forecast> both = forecasts.of(List.of(review.reference(), other));
        LocalDate theirs = both.get(other).now().first().get(AppointmentKind.VISIT);
        move.anew(Map.of(
                review.reference(),
                visit(both.get(review.reference()), theirs),
                other,
                visit(both.get(other), review.visitFirst())));
    }

    private static NewVisit visit(Forecast forecast, LocalDate first) {
        return forecast.beginning(first)
                .orElseThrow(() -> new ChangeRefused("The days cannot be exchanged. Please choose otherwise."));
    }

    private void goWithout(RunningReview review, Seat seat) {
        Optional<Occupant> until = filling(review, seat);
        smaller.goWithout(review.reference(), seat.id());
        until.ifPresent(news::isNotNeeded);
    }

    /** For a lost lead the team has a deputy, and it is the deputy's seat that is free then: the search sees to both. */
    private void promote(RunningReview review, ChangeOfPlan change, String standIn) {
        Seat seat = seats.seat(change.seat().orElseThrow());
        Optional<Occupant> now = filling(review, seat);
        if (seat.duty() == Duty.LEAD_REVIEWER) {
            Occupant lead = now.orElseThrow(() -> new ChangeRefused(OUTDATED));
            seats.release(lead.id());
            news.isNotNeeded(lead);
            return;
        }
        boolean sure = seats.occupants(review.id()).stream()
                .filter(occupant -> occupant.fills() && occupant.person().equals(standIn))
                .anyMatch(occupant -> occupant.state() == Occupant.State.CONFIRMED);
        put(review, change, standIn, sure ? Occupant.State.CONFIRMED : Occupant.State.ASKED);
    }

    private void put(RunningReview review, ChangeOfPlan change, String person, Occupant.State state) {
        Seat seat = seats.seat(change.seat().orElseThrow());
        Optional<Occupant> before = filling(review, seat);
        seats.replace(seat.id(), Candidate.of(person, running::daysToKeepFree), state);
        news.comes(review, seat);
        before.ifPresent(news::isNotNeeded);
    }

    private Optional<Occupant> filling(RunningReview review, Seat seat) {
        return seats.occupants(review.id()).stream()
                .filter(occupant -> occupant.fills() && occupant.seat().equals(seat.id()))
                .findFirst();
    }
}
