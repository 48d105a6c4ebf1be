package org.criticalfriend.planning;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.criticalfriend.duty.AppointmentKind;
import org.springframework.stereotype.Service;

/**
 * Plans a year: begins with a plan that is made seat by seat, then changes it here and there and keeps the best. It ends when its
 * time is up, when somebody stops it, or when no better plan can exist. Holds nothing between two plans, so several can be made at
 * once.
 */
@Service
public class Planner {

    /**
     * Searches for a plan. If there is none that can be held, it gives the one that lacks least; {@link #explain} says what.
     *
     * @param problem all that is known
     * @param limits how long it may take
     * @param progress is told of every better plan; may stop the search
     * @return the best plan that was found
     */
    public Proposal propose(PlanningProblem problem, Limits limits, Progress progress) {
        YearModel model = new YearModel(problem);
        Year year = model.year();
        if (year.reviews().isEmpty()) {
            return proposal(model, year, HardMediumSoftLongScore.ZERO);
        }
        BestDates dates = new BestDates(year.reviews());
        FirstPlan.fill(year, dates);
        long bound = new LowerBound(year, dates).points();
        Solver<Year> solver = SolverFactory.<Year>create(Search.within(limits, bound)).buildSolver();
        solver.addEventListener(event -> {
            HardMediumSoftLongScore score = (HardMediumSoftLongScore) event.getNewBestScore();
            if (!progress.better(Standing.of(score, model.withoutDay().size()), bound)) {
                solver.terminateEarly();
            }
        });
        progress.stopBy(solver::terminateEarly);
        Year best = solver.solve(year);
        return proposal(model, best, best.score());
    }

    /** What every plan of a year costs at least, in points of {@link Rule}, if no seat stays empty ({@link LowerBound}). */
    public long lowerBound(PlanningProblem problem) {
        Year year = new YearModel(problem).year();
        return year.reviews().isEmpty() ? 0 : new LowerBound(year, new BestDates(year.reviews())).points();
    }

    private static Proposal proposal(YearModel model, Year year, HardMediumSoftLongScore score) {
        Map<DatedReview, List<PlannedSeat>> seats =
                year.seats().stream().collect(Collectors.groupingBy(PlannedSeat::review));
        return new Proposal(
                year.reviews().stream()
                        .map(review -> review(review, seats.getOrDefault(review, List.of())))
                        .toList(),
                model.withoutDay().stream().map(HostToPlan::school).toList(),
                Standing.of(score, model.withoutDay().size()));
    }

    private static ProposedReview review(DatedReview review, List<PlannedSeat> seats) {
        PossibleVisit visit = review.option().visit();
        return new ProposedReview(
                review.id(),
                visit.first(),
                visit.last(),
                java.util.stream.Stream.of(AppointmentKind.values())
                        .filter(meeting -> meeting != AppointmentKind.VISIT)
                        .filter(meeting -> review.dayOf(meeting).isPresent())
                        .collect(Collectors.toMap(
                                Function.identity(), meeting -> review.dayOf(meeting).orElseThrow())),
                seats.stream()
                        .filter(seat -> !seat.isOnTop() || seat.filled().isPresent())
                        .map(seat -> new ProposedSeat(
                                seat.seat(), seat.filled().map(Colleague::id), seat.isSettled()))
                        .toList(),
                Optional.empty());
    }

    static SolutionManager<Year, HardMediumSoftLongScore> judge() {
        return SolutionManager.create(SolverFactory.<Year>create(Search.within(Limits.aMinute(), 0)));
    }
}
