package org.criticalfriend.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;
import java.util.stream.IntStream;

/** A year in the hands of the planner. */
@PlanningSolution
class Year {

    @ProblemFactProperty
    private YearFacts facts;

    @ProblemFactCollectionProperty
    private List<Colleague> people;

    @PlanningEntityCollectionProperty
    private List<DatedReview> reviews;

    @PlanningEntityCollectionProperty
    private List<PlannedSeat> seats;

    @ValueRangeProvider(id = "places")
    private List<Integer> places = IntStream.range(0, Option.PLACES).boxed().toList();

    @PlanningScore
    private HardMediumSoftLongScore score;

    /** For the planner, which makes copies. */
    Year() {}

    Year(YearFacts facts, List<Colleague> people, List<DatedReview> reviews, List<PlannedSeat> seats) {
        this.facts = facts;
        this.people = people;
        this.reviews = reviews;
        this.seats = seats;
    }

    YearFacts facts() {
        return facts;
    }

    List<Colleague> people() {
        return people;
    }

    List<DatedReview> reviews() {
        return reviews;
    }

    List<PlannedSeat> seats() {
        return seats;
    }

    HardMediumSoftLongScore score() {
        return score;
    }
}
