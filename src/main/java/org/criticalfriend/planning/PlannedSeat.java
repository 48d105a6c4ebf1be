package org.criticalfriend.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.criticalfriend.partnership.Duty;

/** A seat on a review, and who the planner would give it to. */
@PlanningEntity
class PlannedSeat {

    @PlanningId
    private Integer number;

    private SeatToFill seat;
    private DatedReview review;
    private int visitDays;
    private int halves;

    @ValueRangeProvider(id = "candidates")
    private List<Colleague> candidates;

    @PlanningPin
    private boolean settled;

    @PlanningVariable(valueRangeProviderRefs = "candidates", allowsUnassigned = true)
    private Colleague person;

    /** For the planner, which makes copies. */
    PlannedSeat() {}

    /**
     * @param number among all seats of the year
     * @param visitDays how many days the visit takes
     * @param candidates who can have this duty on some day
     * @param settled whether people have settled it
     */
    PlannedSeat(
            int number,
            SeatToFill seat,
            DatedReview review,
            int visitDays,
            List<Colleague> candidates,
            boolean settled) {
        this.number = number;
        this.seat = seat;
        this.review = review;
        this.visitDays = visitDays;
        this.halves = DatedReview.halves(seat.duty(), visitDays);
        this.candidates = candidates;
        this.settled = settled;
    }

    int number() {
        return number;
    }

    SeatToFill seat() {
        return seat;
    }

    Duty duty() {
        return seat.duty();
    }

    DatedReview review() {
        return review;
    }

    int visitDays() {
        return visitDays;
    }

    /** What it asks of a person, in halves of a day. */
    int halves() {
        return halves;
    }

    List<Colleague> candidates() {
        return candidates;
    }

    boolean isSettled() {
        return settled;
    }

    Colleague person() {
        return person;
    }

    Optional<Colleague> filled() {
        return Optional.ofNullable(person);
    }

    void give(Colleague to) {
        person = to;
    }

    /** Gives it to whomever people chose, also if the planner would not think of them. */
    void giveAsChosen(Colleague to) {
        if (!candidates.contains(to)) {
            candidates = Stream.concat(candidates.stream(), Stream.of(to)).toList();
        }
        person = to;
    }

    /** Associates come on top: nobody misses them, and they asked for the work. */
    boolean isOnTop() {
        return seat.duty() == Duty.ASSOCIATE;
    }

    /** Whether it is one of a reviewer, who is at the visit for sure. */
    boolean isReviewer() {
        return seat.duty() == Duty.LEAD_REVIEWER || seat.duty() == Duty.PEER_REVIEWER;
    }

    /** Whether whoever sits here works on the review for sure, and so it is their school that a stand-in is not from (P12). */
    boolean isTeam() {
        return isReviewer() || seat.duty() == Duty.IMPROVEMENT_CHAMPION;
    }

    boolean isStandIn() {
        return seat.duty() == Duty.RESERVE_REVIEWER || seat.duty() == Duty.SPARE_IMPROVEMENT_CHAMPION;
    }

    @Override
    public String toString() {
        return "%s %d at %s".formatted(seat.duty(), seat.number(), seat.host());
    }
}
