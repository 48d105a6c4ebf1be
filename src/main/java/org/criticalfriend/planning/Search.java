package org.criticalfriend.planning;

import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.placer.QueuedEntityPlacerConfig;
import ai.timefold.solver.core.config.heuristic.selector.common.SelectionOrder;
import ai.timefold.solver.core.config.heuristic.selector.entity.EntitySelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.MoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.value.ValueSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.List;

/**
 * How the planner searches: local changes, of which also a worse one is taken if the plan was as bad a few changes ago. The plan to
 * begin with is good already, so that a longer memory would only lead it astray.
 */
final class Search {

    private static final int A_FEW_CHANGES = 5;

    private static final String ONE_SEAT = "seat";

    private Search() {}

    /**
     * @param left how much of the time is left
     * @param bound points at which no better plan can exist
     */
    static SolverConfig within(Limits limits, Duration left, long bound) {
        TerminationConfig end = new TerminationConfig()
                .withSpentLimit(left)
                .withBestScoreLimit("0hard/0medium/-%dsoft".formatted(bound));
        limits.withoutBetter().ifPresent(end::setUnimprovedSpentLimit);
        limits.steps().ifPresent(end::setMoveCountLimit);
        return rules().withRandomSeed(limits.seed())
                .withTerminationConfig(end)
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(new UnionMoveSelectorConfig(moves()))
                        .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(A_FEW_CHANGES))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }

    /** For judging plans, and who could sit on one seat of a plan. */
    static SolverConfig judging() {
        return rules().withPhases(new ConstructionHeuristicPhaseConfig()
                .withEntityPlacerConfig(new QueuedEntityPlacerConfig()
                        .withEntitySelectorConfig(new EntitySelectorConfig(PlannedSeat.class).withId(ONE_SEAT))
                        .withMoveSelectorConfigs(new ChangeMoveSelectorConfig()
                                .withEntitySelectorConfig(EntitySelectorConfig.newMimicSelectorConfig(ONE_SEAT))
                                .withValueSelectorConfig(new ValueSelectorConfig("person")))));
    }

    private static SolverConfig rules() {
        return new SolverConfig()
                .withSolutionClass(Year.class)
                .withEntityClasses(DatedReview.class, PlannedSeat.class)
                .withConstraintProviderClass(YearRules.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT);
    }

    /** Mostly people change; days are good from the beginning, and seldom need to. */
    @SuppressWarnings("rawtypes")
    private static List<MoveSelectorConfig> moves() {
        return List.of(
                change(PlannedSeat.class, "person").withFixedProbabilityWeight(50.0),
                swap(PlannedSeat.class).withFixedProbabilityWeight(35.0),
                change(DatedReview.class, "visit").withFixedProbabilityWeight(7.0),
                swap(DatedReview.class, "visit").withFixedProbabilityWeight(5.0),
                change(DatedReview.class, "planningPlace").withFixedProbabilityWeight(3.0),
                change(DatedReview.class, "workshopPlace").withFixedProbabilityWeight(3.0),
                change(DatedReview.class, "followUpPlace").withFixedProbabilityWeight(3.0));
    }

    private static ChangeMoveSelectorConfig change(Class<?> entity, String variable) {
        return new ChangeMoveSelectorConfig()
                .withEntitySelectorConfig(new EntitySelectorConfig(entity))
                .withValueSelectorConfig(new ValueSelectorConfig(variable));
    }

    private static SwapMoveSelectorConfig swap(Class<?> entity, String... variables) {
        SwapMoveSelectorConfig swap = new SwapMoveSelectorConfig()
                .withEntitySelectorConfig(new EntitySelectorConfig(entity).withSelectionOrder(SelectionOrder.RANDOM));
        return variables.length == 0 ? swap : swap.withVariableNameIncludes(variables);
    }
}
