package org.criticalfriend.planning;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.criticalfriend.testing.Figure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How good the plans are, and how soon: all rules on, in the calendars of the Priory schools ({@link PlannedYears}), the median of
 * five seeds. What cannot be beaten is counted on the same calendars by {@link LowerBound}, where it is explained. Distances are in
 * hundredths of the bound. The greedy plan is the {@link FirstPlan} with which the search begins; so "better than greedy" is what
 * the search adds.
 */
@Tag("bench")
@Tag("planning")
class PlanningBenchTest {

    private static final int SEEDS = 5;

    private final Planner planner = new Planner();

    /**
     * What came of one search.
     *
     * @param percent how far above the bound, in hundredths of it
     * @param millis how long it took
     */
    private record Outcome(Proposal proposal, double percent, double millis) {

        long missingOrBroken() {
            return proposal.standing().missing() + proposal.standing().broken();
        }
    }

    private Outcome search(PlanningProblem problem, Duration atMost, long seed) {
        long start = System.nanoTime();
        Proposal proposal = planner.propose(problem, Limits.of(atMost, seed), Progress.NOBODY);
        double millis = (System.nanoTime() - start) / 1e6;
        long atLeast = planner.lowerBound(problem);
        return new Outcome(proposal, 100.0 * (proposal.standing().points() - atLeast) / atLeast, millis);
    }

    private List<Outcome> searches(PlanningProblem problem, Duration atMost) {
        return LongStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> search(problem, atMost, seed))
                .toList();
    }

    private static double median(List<Outcome> outcomes, java.util.function.ToDoubleFunction<Outcome> figure) {
        return outcomes.stream().mapToDouble(figure).sorted().toArray()[outcomes.size() / 2];
    }

    private void measure(String name, PlanningProblem problem, int seconds, double percent) {
        List<Outcome> outcomes = searches(problem, Duration.ofSeconds(seconds));
        Figure.atMost(
                "planning-%s-missing-or-broken".formatted(name),
                median(outcomes, Outcome::missingOrBroken),
                "seats",
                0);
        Figure.atMost(
                "planning-%s-above-the-bound".formatted(name), median(outcomes, Outcome::percent), "percent", percent);
        Figure.atMost(
                "planning-%s-time".formatted(name), median(outcomes, Outcome::millis), "ms", seconds * 1000.0 + 1000);
        felt(name, problem, outcomes);
    }

    /** What people feel: like schools have the same to do, give or take the smallest duty on a team, which is a day, and nobody has two duties within three weeks. */
    private void felt(String name, PlanningProblem problem, List<Outcome> outcomes) {
        List<Double> differences = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Explanation explanation = planner.explain(problem, outcome.proposal());
            int most = explanation.schools().stream()
                    .mapToInt(LoadRow::halves)
                    .max()
                    .orElseThrow();
            int least = explanation.schools().stream()
                    .mapToInt(LoadRow::halves)
                    .min()
                    .orElseThrow();
            differences.add((most - least) / 2.0);
            Map<Rule, Long> broken = explanation.broken().stream().collect(groupingBy(Breach::rule, counting()));
            gaps.add((double) broken.getOrDefault(Rule.THREE_WEEKS_BETWEEN, 0L));
            System.out.printf("%s: %s%n", name, broken);
        }
        Figure.atMost("planning-%s-load-apart".formatted(name), middle(differences), "days", 1);
        Figure.atMost("planning-%s-gaps-under-three-weeks".formatted(name), middle(gaps), "gaps", 0);
    }

    private static double middle(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    @Test
    void eightAndTwentyFourSchoolsAreAsFairAsCanBeWithinFiveSeconds() {
        // The JVM that plans on a planning day has been up for a while.
        search(PlannedYears.of(8, 4, 2), Duration.ofSeconds(10), 99);
        search(PlannedYears.of(24, 4, 2), Duration.ofSeconds(10), 99);

        measure("8", PlannedYears.of(8, 4, 2), 5, 0);
        measure("24", PlannedYears.of(24, 4, 2), 5, 0);
    }

    @Test
    void withOneReviewerAndOneChampionASchoolThePlanIsNearWhatCanBe() {
        for (int schools : new int[] {8, 24}) {
            PlanningProblem problem = PlannedYears.of(schools, 1, 1);
            List<Outcome> outcomes = searches(problem, Duration.ofSeconds(30));

            Figure.atMost(
                    "planning-tight-%d-missing-or-broken".formatted(schools),
                    median(outcomes, Outcome::missingOrBroken),
                    "seats",
                    0);
            Figure.atMost(
                    "planning-tight-%d-above-the-bound".formatted(schools),
                    median(outcomes, Outcome::percent),
                    "percent",
                    15);
            Standing greedy = planner.firstPlan(problem);
            System.out.printf("tight %d, greedy: %s%n", schools, greedy);
            assertThat(outcomes)
                    .allSatisfy(
                            outcome -> assertThat(outcome.proposal().standing()).isLessThan(greedy));
        }
    }

    @Test
    void twoHundredSchoolsAreWithinOnePercentInHalfAMinute() {
        measure("200", PlannedYears.of(200, 4, 2), 30, 1);
    }

    @Test
    void fiveHundredSchoolsHaveAPlanInAQuarterOfAMinuteAndAGoodOneInAMinute() {
        PlanningProblem problem = PlannedYears.of(500, 4, 2);
        List<Outcome> soon = searches(problem, Duration.ofSeconds(12));
        Figure.atMost("planning-500-soon-missing-or-broken", median(soon, Outcome::missingOrBroken), "seats", 0);
        Figure.atMost("planning-500-soon-time", median(soon, Outcome::millis), "ms", 15_000);

        measure("500", problem, 60, 3);
    }
}
