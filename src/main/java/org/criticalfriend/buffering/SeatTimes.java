package org.criticalfriend.buffering;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.review.Deadlines;
import org.criticalfriend.review.RunningReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StandInRows;
import org.criticalfriend.review.WhichRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * How much time is left for a seat: whether its appointment is near, whether it is the evening before, and until when somebody is
 * needed. All moments are rows of {@code deadlines.dmn}.
 */
@Component
class SeatTimes implements WhichRow {

    private final Supplier<Deadlines> deadlines;
    private final Supplier<RunningReviews> running;
    private final Seats seats;
    private final BufferingRecord record;
    private final Clock clock;

    SeatTimes(
            ObjectProvider<Deadlines> deadlines,
            ObjectProvider<RunningReviews> running,
            Seats seats,
            BufferingRecord record,
            Clock clock) {
        // Deadlines ask back which row counts.
        this.deadlines = SingletonSupplier.of(deadlines::getObject);
        this.running = SingletonSupplier.of(running::getObject);
        this.seats = seats;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public Optional<String> instead(DelegateExecution execution, String row) {
        return switch (row) {
            case StandInRows.ANSWER_REQUEST,
                    StandInRows.NO_ANSWER,
                    StandInRows.CHOOSE_STAND_IN,
                    StandInRows.NOBODY_HAS_CHOSEN ->
                Optional.of(row)
                        .filter(step -> {
                            Vacancy vacancy = vacancyOf(execution);
                            return isNear(reviewOf(vacancy), dutyOf(vacancy));
                        })
                        .map(step -> step + StandInRows.NEAR);
            case StandInRows.NOBODY_IS_NEEDED -> untilWhen(vacancyOf(execution));
            default -> Optional.empty();
        };
    }

    /**
     * A lost lead is followed by a reviewer of the team, who may come onto it while a lead is looked for, and it is then that reviewer's
     * seat that is vacant. So every search of before the visit ends with it; for a lead a new one begins.
     */
    private Optional<String> untilWhen(Vacancy vacancy) {
        return switch (dutyOf(vacancy)) {
            case RESERVE_REVIEWER -> Optional.of(StandInRows.EVENING_BEFORE_VISIT);
            case SPARE_IMPROVEMENT_CHAMPION -> Optional.of(StandInRows.EVENING_BEFORE_WORKSHOP);
            case PEER_REVIEWER, ASSOCIATE -> Optional.of(StandInRows.NOBODY_IS_NEEDED_AFTER_VISIT);
            case LEAD_REVIEWER ->
                Optional.of(StandInRows.NOBODY_IS_NEEDED_AFTER_VISIT).filter(row -> !isPast(reviewOf(vacancy), row));
            case IMPROVEMENT_CHAMPION -> Optional.empty();
        };
    }

    private Vacancy vacancyOf(DelegateExecution execution) {
        return record.vacancy(UUID.fromString((String) execution.getVariable(Vacancies.SUBJECT)));
    }

    private RunningReview reviewOf(Vacancy vacancy) {
        return running.get().of(vacancy.review());
    }

    private Duty dutyOf(Vacancy vacancy) {
        return seats.seat(vacancy.seat()).duty();
    }

    /** Until when somebody who is asked now for a seat of this duty has to answer. */
    Instant answerBy(RunningReview review, Duty duty) {
        return deadlines
                .get()
                .moment(
                        review.reference(),
                        isNear(review, duty)
                                ? StandInRows.ANSWER_REQUEST + StandInRows.NEAR
                                : StandInRows.ANSWER_REQUEST);
    }

    /** Whether the next appointment of this duty is under two days away. */
    boolean isNear(RunningReview review, Duty duty) {
        return next(review, duty)
                .filter(kind -> isPast(
                        review,
                        switch (kind) {
                            case PLANNING_MEETING, VISIT -> StandInRows.VISIT_IS_NEAR;
                            case WORKSHOP -> StandInRows.WORKSHOP_IS_NEAR;
                            case FOLLOW_UP -> StandInRows.FOLLOW_UP_IS_NEAR;
                        }))
                .isPresent();
    }

    /** Whether the evening before the next appointment of this duty has come. */
    boolean isEveningBefore(RunningReview review, Duty duty) {
        return next(review, duty)
                .filter(kind -> isPast(
                        review,
                        switch (kind) {
                            case PLANNING_MEETING, VISIT -> StandInRows.EVENING_BEFORE_VISIT;
                            case WORKSHOP -> StandInRows.EVENING_BEFORE_WORKSHOP;
                            case FOLLOW_UP -> StandInRows.EVENING_BEFORE_FOLLOW_UP;
                        }))
                .isPresent();
    }

    /** The next appointment for which this duty is there; the planning meeting is one with the visit. */
    Optional<AppointmentKind> next(RunningReview review, Duty duty) {
        return switch (duty) {
            case LEAD_REVIEWER, PEER_REVIEWER, ASSOCIATE, RESERVE_REVIEWER ->
                review.visited() ? Optional.empty() : Optional.of(AppointmentKind.VISIT);
            case SPARE_IMPROVEMENT_CHAMPION ->
                review.workshopHeld() ? Optional.empty() : Optional.of(AppointmentKind.WORKSHOP);
            case IMPROVEMENT_CHAMPION ->
                Optional.of(review.workshopHeld() ? AppointmentKind.FOLLOW_UP : AppointmentKind.WORKSHOP);
        };
    }

    /**
     * Whether somebody has to be found for a vacant seat of this duty. An associate comes on top of the team and is not replaced; a
     * stand-in found in the evening would stand in for nobody any more.
     */
    boolean isNeeded(RunningReview review, Duty duty) {
        if (review.over()) {
            return false;
        }
        return switch (duty) {
            case ASSOCIATE -> false;
            case LEAD_REVIEWER -> !review.reportWritten() && !isPast(review, StandInRows.NOBODY_IS_NEEDED);
            case PEER_REVIEWER -> !review.visited() && !isPast(review, StandInRows.NOBODY_IS_NEEDED_AFTER_VISIT);
            case RESERVE_REVIEWER -> !review.visited() && !isPast(review, StandInRows.EVENING_BEFORE_VISIT);
            case IMPROVEMENT_CHAMPION -> !isPast(review, StandInRows.NOBODY_IS_NEEDED);
            case SPARE_IMPROVEMENT_CHAMPION ->
                !review.workshopHeld() && !isPast(review, StandInRows.EVENING_BEFORE_WORKSHOP);
        };
    }

    /** Whether the moment of a row has come; never as long as the review has no date. */
    boolean isPast(RunningReview review, String row) {
        return !review.hasNoDate()
                && !deadlines.get().moment(review.reference(), row).isAfter(clock.instant());
    }
}
