package org.criticalfriend.planning;

import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolutionUpdatePolicy;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DeputyLeads;
import org.criticalfriend.duty.DutyWords;
import org.criticalfriend.partnership.Duty;
import org.springframework.stereotype.Service;

/**
 * Plans a year: begins with a plan that is made seat by seat, then changes it here and there and keeps the best. It ends when its
 * time is up, when somebody stops it, or when no better plan can exist. Holds nothing between two plans, so several can be made at
 * once.
 */
@Service
public class Planner {

    /** What the search gets even if making the plan to begin with has used up the time. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    /**
     * Searches for a plan. If there is none that can be held, it gives the one that lacks least; {@link #explain} says what.
     *
     * @param problem all that is known
     * @param limits how long it may take
     * @param progress is told of every better plan; may stop the search
     * @return the best plan that was found
     */
    public Proposal propose(PlanningProblem problem, Limits limits, Progress progress) {
        long start = System.nanoTime();
        YearModel model = new YearModel(problem);
        Year year = model.year();
        if (year.reviews().isEmpty()) {
            return proposal(model, year, HardMediumSoftLongScore.ZERO);
        }
        BestDates dates = new BestDates(year.reviews());
        FirstPlan.fill(year, dates);
        long bound = new LowerBound(year, dates).points();
        Duration left = limits.atMost().minusNanos(System.nanoTime() - start).truncatedTo(ChronoUnit.MILLIS);
        Solver<Year> solver = SolverFactory.<Year>create(
                        Search.within(limits, left.compareTo(A_MOMENT) < 0 ? A_MOMENT : left, bound))
                .buildSolver();
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

    /** How good the plan is with which the search begins, made seat by seat; what the search adds is measured against it. */
    Standing firstPlan(PlanningProblem problem) {
        YearModel model = new YearModel(problem);
        Year year = model.year();
        FirstPlan.fill(year, new BestDates(year.reviews()));
        return Standing.of(
                judge().update(year, SolutionUpdatePolicy.UPDATE_SCORE_ONLY),
                model.withoutDay().size());
    }

    static Proposal proposal(YearModel model, Year year, HardMediumSoftLongScore score) {
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
                Stream.of(AppointmentKind.values())
                        .filter(meeting -> meeting != AppointmentKind.VISIT)
                        .filter(meeting -> review.dayOf(meeting).isPresent())
                        .collect(Collectors.toMap(Function.identity(), meeting -> review.dayOf(meeting)
                                .orElseThrow())),
                seats.stream()
                        .filter(seat -> !seat.isOnTop() || seat.filled().isPresent())
                        .map(seat -> new ProposedSeat(seat.seat(), seat.filled().map(Colleague::id), seat.isSettled()))
                        .toList(),
                deputyLead(seats));
    }

    /** As for every new team. */
    private static Optional<String> deputyLead(List<PlannedSeat> seats) {
        List<PlannedSeat> peers = seats.stream()
                .filter(seat -> seat.duty() == Duty.PEER_REVIEWER)
                .filter(seat -> seat.filled().isPresent())
                .sorted(Comparator.comparingInt(seat -> seat.seat().number()))
                .toList();
        return DeputyLeads.choose(
                        peers, Planner::canLead, peer -> peer.person().person().reviewsBefore())
                .map(peer -> peer.person().id());
    }

    private static boolean canLead(PlannedSeat peer) {
        return peer.person().isTrained(Duty.LEAD_REVIEWER, new int[] {
            Option.number(peer.review().visit())
        });
    }

    /**
     * Puts a plan into words, also one that people have changed by hand.
     *
     * @param problem that it is for; what it says is settled counts as such
     */
    public Explanation explain(PlanningProblem problem, Proposal proposal) {
        YearModel model = YearModel.holding(problem, proposal);
        Year year = model.year();
        Work work = new Work(year);
        List<String> missing = new WhatIsMissing(model, year).inWords();
        if (year.reviews().isEmpty()) {
            return new Explanation(
                    Standing.of(HardMediumSoftLongScore.ZERO, model.withoutDay().size()),
                    0,
                    missing,
                    List.of(),
                    work.people(),
                    work.schools());
        }
        ScoreAnalysis<HardMediumSoftLongScore> analysis = judge().analyze(year);
        return new Explanation(
                Standing.of(analysis.score(), model.withoutDay().size()),
                lowerBound(problem),
                missing,
                breaches(analysis)
                        .filter(breach -> breach.rule() != Rule.NO_EMPTY_SEAT)
                        .sorted(Comparator.comparing(Breach::rule).thenComparing(Breach::words))
                        .toList(),
                work.people(),
                work.schools());
    }

    /** What is broken, apart from how work is spread, which the load shows. */
    private static Stream<Breach> breaches(ScoreAnalysis<HardMediumSoftLongScore> analysis) {
        return analysis.constraintMap().values().stream()
                .flatMap(rule -> rule.matches().stream())
                .filter(match -> match.score().compareTo(HardMediumSoftLongScore.ZERO) < 0)
                .map(match -> (Breach) match.justification())
                .filter(breach -> !breach.rule().isAboutSpread());
    }

    /**
     * Everybody who could sit on a seat of a plan, by price, whoever sits there now among them. Who would break what must hold is
     * left out, unless they sit there.
     *
     * @throws IllegalArgumentException if the plan has no such seat
     */
    public List<Alternative> alternatives(PlanningProblem problem, Proposal proposal, SeatToFill seat) {
        YearModel model = YearModel.holding(without(problem, seat), proposal);
        Year year = model.year();
        PlannedSeat asked = year.seats().stream()
                .filter(one -> one.seat().equals(seat))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The plan has no such seat at %s.".formatted(seat.host())));
        SolutionManager<Year, HardMediumSoftLongScore> judge = judge();
        Optional<Colleague> now = asked.filled();
        HardMediumSoftLongScore asItIs = judge.update(year, SolutionUpdatePolicy.UPDATE_SCORE_ONLY);
        asked.give(null);
        HardMediumSoftLongScore empty = judge.update(year, SolutionUpdatePolicy.UPDATE_SCORE_ONLY);
        List<Alternative> all = new ArrayList<>();
        judge.recommendAssignment(year, asked, PlannedSeat::person).forEach(recommended -> Optional.ofNullable(
                        recommended.proposition())
                .map(person -> model.colleague(person.id()))
                .filter(person -> now.filter(person::equals).isPresent()
                        || recommended.scoreAnalysisDiff().score().hardScore() >= 0)
                .ifPresent(person -> all.add(alternative(
                        model,
                        asked,
                        person,
                        now.filter(person::equals).isPresent(),
                        empty.add(recommended.scoreAnalysisDiff().score()).subtract(asItIs),
                        recommended.scoreAnalysisDiff()))));
        return all.stream()
                .sorted(Comparator.comparing(Alternative::price)
                        .thenComparing(alternative -> !alternative.sitsThere())
                        .thenComparing(Alternative::name))
                .toList();
    }

    private static PlanningProblem without(PlanningProblem problem, SeatToFill seat) {
        Map<SeatToFill, Optional<String>> others = new HashMap<>(problem.pins().seats());
        others.remove(seat);
        return problem.with(new Pins(problem.pins().visits(), problem.pins().meetings(), others));
    }

    private static Alternative alternative(
            YearModel model,
            PlannedSeat seat,
            Colleague person,
            boolean sitsThere,
            HardMediumSoftLongScore change,
            ScoreAnalysis<HardMediumSoftLongScore> difference) {
        List<Breach> breaches = breaches(difference).toList();
        int before = model.halvesOf(person, seat);
        String words = "%s is %s and free on every day of it, and would give %s in the year instead of %s.%s"
                .formatted(
                        person.name(),
                        seat.duty()
                                .trainedAs()
                                .map(trained -> "trained as " + DutyWords.of(trained))
                                .orElse("willing to go along"),
                        YearRules.days(before + seat.halves()),
                        YearRules.days(before),
                        breaches.isEmpty()
                                ? ""
                                : breaches.stream().map(Breach::words).collect(Collectors.joining(" ", " ", "")));
        return new Alternative(person.id(), person.name(), sitsThere, Standing.of(change, 0), breaches, words);
    }

    private static SolutionManager<Year, HardMediumSoftLongScore> judge() {
        return SolutionManager.create(SolverFactory.<Year>create(Search.judging()));
    }
}
