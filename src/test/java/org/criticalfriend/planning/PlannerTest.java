package org.criticalfriend.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.Caps;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.SchoolLimits;
import org.junit.jupiter.api.Test;

/** What a planning day asks of the planner. */
class PlannerTest {

    private static final Limits SHORT = Limits.ofSteps(2_000, 1);
    private static final SeatToFill LEAD = new SeatToFill("s0", Duty.LEAD_REVIEWER, 1);
    private static final SeatToFill CHAMPION = new SeatToFill("s0", Duty.IMPROVEMENT_CHAMPION, 1);

    private final Planner planner = new Planner();
    private final PlanningProblem eight = PlannedYears.of(8, 2, 2);

    private Proposal plan(PlanningProblem problem) {
        return planner.propose(problem, SHORT, Progress.NOBODY);
    }

    @Test
    void theSameProblemAndSeedGiveTheSamePlan() {
        assertThat(plan(eight)).isEqualTo(plan(eight));
    }

    /** The points are counted by what changes; here each count is compared with one from the beginning, which fails if they differ. */
    @Test
    void pointsAreCountedTheSameByChangesAndFromTheBeginning() {
        PlanningProblem special = special(PlannedYears.of(8, 2, 1));
        Year year = new YearModel(special).year();
        FirstPlan.fill(year, new BestDates(year.reviews()));

        Year best = SolverFactory.<Year>create(Search.within(Limits.ofSteps(400, 1), Duration.ofMinutes(1), 0)
                        .withEnvironmentMode(EnvironmentMode.FULL_ASSERT))
                .buildSolver()
                .solve(year);

        assertThat(best.score()).isNotNull();
    }

    /** With limits, wishes, last year's teams and people who want to go along. */
    private static PlanningProblem special(PlanningProblem problem) {
        return new PlanningProblem(
                problem.partnership(),
                problem.year(),
                new Wishes(
                        problem.wishes().ledBy(),
                        2,
                        problem.wishes().preferredVisitDays(),
                        new Caps(2, 1, Optional.of(4))),
                problem.hosts().stream()
                        .map(host -> new HostToPlan(host.school(), 2, 1, 2, host.visits(), Optional.of("Mathematics")))
                        .toList(),
                problem.schools().stream()
                        .map(school -> new SchoolToPlan(
                                school.id(),
                                school.name(),
                                school.phase(),
                                Optional.empty(),
                                Set.of(school.id().compareTo("s4") < 0 ? "TSA" : "DIOCESE"),
                                school.id().equals("s3")
                                        ? new SchoolLimits(Optional.of(1), Optional.of(9), true, Optional.empty())
                                        : school.limits(),
                                Optional.empty()))
                        .toList(),
                problem.people().stream()
                        .map(person -> person.id().endsWith("c0") ? wishing(person) : person)
                        .toList(),
                Set.of(Triad.of("s0", "s1", "s2"), Triad.of("s3", "s4", "s5")),
                Pins.NONE);
    }

    private static PersonToPlan wishing(PersonToPlan person) {
        return new PersonToPlan(
                person.id(),
                person.name(),
                person.school(),
                person.schools(),
                person.phase(),
                Set.of("Mathematics"),
                person.trainings(),
                person.openDays(),
                person.workingDays(),
                person.away(),
                person.given(),
                0,
                false,
                true,
                true,
                0);
    }

    @Test
    void noPlanIsBetterThanTheLowerBoundAndTheSearchStopsThere() {
        List<Long> bounds = new ArrayList<>();
        Proposal plan = planner.propose(eight, Limits.ofSteps(8_000, 1), (standing, atLeast) -> {
            bounds.add(atLeast);
            assertThat(standing.points()).isGreaterThanOrEqualTo(atLeast);
            return true;
        });

        assertThat(plan.standing().isFeasible()).isTrue();
        assertThat(bounds).isNotEmpty().containsOnly(planner.lowerBound(eight));
    }

    @Test
    void whoeverStopsTheSearchHasTheBestPlanSoFar() {
        AtomicInteger better = new AtomicInteger();
        Proposal plan = planner.propose(eight, Limits.of(Duration.ofMinutes(5), 1), (standing, atLeast) -> {
            better.incrementAndGet();
            return false;
        });

        assertThat(better).hasValue(1);
        assertThat(plan.reviews()).hasSize(8);
        assertThat(plan.standing().isFeasible()).isTrue();
    }

    @Test
    void aSearchCannotBeEndless() {
        assertThatThrownBy(() -> Limits.of(Duration.ofDays(1), 1)).hasMessageContaining("at most 10 minutes");
        assertThatThrownBy(() -> Limits.of(Duration.ZERO, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsSettledStaysAndIsSaidIfItBreaksARule() {
        LocalDate tooEarly = LocalDate.of(2026, 9, 10);
        LocalDate day = LocalDate.of(2026, 11, 19);
        PlanningProblem settled = eight.with(new Pins(
                Map.of("s0", day, "s1", tooEarly),
                Map.of(),
                Map.of(LEAD, Optional.of("s3c1"), CHAMPION, Optional.empty())));

        Proposal plan = plan(settled);
        Explanation explanation = planner.explain(settled, plan);

        assertThat(plan.of("s0").orElseThrow().visitFirst()).isEqualTo(day);
        assertThat(plan.of("s0").orElseThrow().with(Duty.LEAD_REVIEWER)).containsExactly("s3c1");
        assertThat(plan.of("s0").orElseThrow().with(Duty.IMPROVEMENT_CHAMPION)).isEmpty();
        assertThat(plan.of("s1").orElseThrow().visitFirst()).isEqualTo(tooEarly);
        assertThat(explanation.standing()).isEqualTo(plan.standing());
        assertThat(explanation.missing()).isEmpty();
        assertThat(explanation.brokenAt("s0"))
                .filteredOn(breach -> breach.rule() == Rule.TRAINED)
                .singleElement()
                .satisfies(breach -> assertThat(breach.words())
                        .isEqualTo(
                                "School 0: Person s3c1 cannot be lead reviewer, for no training of theirs for it counts"
                                        + " then."));
        assertThat(explanation.brokenAt("s1"))
                .filteredOn(breach -> breach.rule() == Rule.SETTLED_IN)
                .singleElement()
                .satisfies(breach -> assertThat(breach.words())
                        .isEqualTo(
                                "School 1: the visit on Thursday 10 September 2026 is on a day on which it cannot be:"
                                        + " it is before the school's twentieth school day, Thursday 1 October 2026."));
    }

    @Test
    void whereNobodyIsTrainedOrFreeThePlanSaysWhatIsMissing() {
        PlanningProblem nobody = with(
                eight,
                person ->
                        person.trainings().stream().noneMatch(training -> training.duty() == Duty.IMPROVEMENT_CHAMPION)
                                ? Optional.of(person)
                                : Optional.empty());
        LocalDate from = LocalDate.of(2027, 2, 12);
        PlanningProblem late = with(
                eight,
                person -> Optional.of(
                        person.id().contains("c")
                                ? person.alsoAway(LocalDate.of(2026, 9, 1)
                                        .datesUntil(from)
                                        .collect(Collectors.toSet()))
                                : person));
        PlanningProblem lateAndSettled =
                late.with(new Pins(Map.of("s0", LocalDate.of(2026, 11, 12)), Map.of(), Map.of()));

        assertThat(planner.explain(nobody, plan(nobody)).missing())
                .contains("School 0: there is nobody trained as Improvement Champion at another school.");
        assertThat(planner.explain(lateAndSettled, plan(lateAndSettled)).missing())
                .anySatisfy(words -> assertThat(words)
                        .startsWith(
                                "School 0: nobody trained as Improvement Champion is free for a visit on Thursday 12"
                                        + " November 2026:")
                        .contains("(away)"));
    }

    private static PlanningProblem with(
            PlanningProblem problem, java.util.function.Function<PersonToPlan, Optional<PersonToPlan>> change) {
        return new PlanningProblem(
                problem.partnership(),
                problem.year(),
                problem.wishes(),
                problem.hosts(),
                problem.schools(),
                problem.people().stream()
                        .flatMap(person -> change.apply(person).stream())
                        .toList(),
                problem.lastYear(),
                problem.pins());
    }

    @Test
    void aSchoolThatCannotBeVisitedOnAnyDayIsNamed() {
        List<HostToPlan> hosts = new ArrayList<>(eight.hosts());
        HostToPlan first = hosts.get(0);
        hosts.set(
                0,
                new HostToPlan(
                        "s0",
                        1,
                        0,
                        2,
                        first.visits().stream()
                                .filter(visit -> !visit.isAllowed())
                                .toList(),
                        Optional.empty()));
        PlanningProblem problem = new PlanningProblem(
                "years", eight.year(), eight.wishes(), hosts, eight.schools(), eight.people(), Set.of(), Pins.NONE);

        Proposal plan = plan(problem);

        assertThat(plan.withoutDay()).containsExactly("s0");
        assertThat(plan.standing().isFeasible()).isFalse();
        assertThat(planner.explain(problem, plan).missing()).singleElement().satisfies(words -> assertThat(words)
                .startsWith("School 0: there is no day in 2026/27 on which it can be visited:")
                .contains("kept free"));
    }

    @Test
    void forASeatItSaysWhoSitsThereAndWhoCouldInsteadAtWhatPrice() {
        Proposal plan = planner.propose(eight, Limits.ofSteps(8_000, 1), Progress.NOBODY);
        String lead = plan.of("s0").orElseThrow().with(Duty.LEAD_REVIEWER).get(0);

        List<Alternative> all = planner.alternatives(eight, plan, LEAD);

        assertThat(all).hasSizeGreaterThan(3).isSortedAccordingTo(java.util.Comparator.comparing(Alternative::price));
        assertThat(all).filteredOn(Alternative::sitsThere).singleElement().satisfies(now -> {
            assertThat(now.person()).isEqualTo(lead);
            assertThat(now.price()).isEqualTo(new Standing(0, 0, 0));
            assertThat(now.words()).contains("is trained as lead reviewer and free on every day of it");
        });
        assertThat(all).noneMatch(alternative -> alternative.person().startsWith("s0"));
        assertThat(all).filteredOn(one -> !one.sitsThere()).allSatisfy(other -> {
            Proposal changed = with(plan, LEAD, other.person());
            assertThat(planner.explain(eight, changed).standing().points()
                            - plan.standing().points())
                    .isEqualTo(other.price().points());
        });
    }

    private static Proposal with(Proposal plan, SeatToFill seat, String person) {
        return new Proposal(
                plan.reviews().stream()
                        .map(review -> new ProposedReview(
                                review.host(),
                                review.visitFirst(),
                                review.visitLast(),
                                review.meetings(),
                                review.seats().stream()
                                        .map(one -> one.seat().equals(seat)
                                                ? new ProposedSeat(seat, Optional.of(person), false)
                                                : one)
                                        .toList(),
                                review.deputyLead()))
                        .toList(),
                plan.withoutDay(),
                plan.standing());
    }

    @Test
    void theLoadSaysWhatIsAskedOfEverybodyAndWhatCoverCosts() {
        Proposal plan = plan(eight);
        Explanation explanation = planner.explain(eight, plan);

        int days = explanation.people().stream().mapToInt(LoadRow::halves).sum();
        // Of each review: lead 4 halves, peer 2, reserve 1, champion 4, spare 1.
        assertThat(days).isEqualTo(8 * 12);
        assertThat(explanation.schools().stream().mapToInt(LoadRow::halves).sum())
                .isEqualTo(days);
        assertThat(explanation.schools().stream().mapToInt(LoadRow::coverHalves).sum())
                .isEqualTo(8 * 2 * 2);
        assertThat(explanation.people()).hasSize(32).allSatisfy(row -> assertThat(row.cost())
                .isEmpty());
        assertThat(LoadRow.cost(new java.math.BigDecimal("210"), 3)).isEqualByComparingTo("315");
    }

    /** Nobody would make such a plan; but whoever changes one by hand must be told what is wrong with it, whatever it is. */
    @Test
    void aPlanThatBreaksNearlyEverythingSaysSoInWholeSentences() {
        PlanningProblem problem = special(PlannedYears.of(8, 2, 1));
        Proposal plan = plan(problem);
        Proposal spoilt =
                new Proposal(plan.reviews().stream().map(PlannerTest::spoilt).toList(), List.of(), plan.standing());

        Explanation explanation = planner.explain(problem, spoilt);

        assertThat(explanation.standing().isFeasible()).isFalse();
        assertThat(explanation.broken())
                .allSatisfy(breach ->
                        assertThat(breach.words()).matches("[A-Z0-9].*[.]").doesNotContain("%", "null", "Optional"));
        assertThat(explanation.broken().stream().map(Breach::rule).collect(Collectors.toSet()))
                .contains(
                        Rule.TIME_TO_PREPARE,
                        Rule.SETTLED_IN,
                        Rule.PUPIL_DAY,
                        Rule.TWO_DUTIES_A_DAY,
                        Rule.ONE_SEAT_PER_REVIEW,
                        Rule.NOT_AT_OWN_SCHOOL,
                        Rule.TRAINED,
                        Rule.ENOUGH_OTHER_SCHOOLS,
                        Rule.STAND_IN_OF_ANOTHER_SCHOOL,
                        Rule.PEOPLE_OUT_A_DAY,
                        Rule.DAYS_OUT_A_YEAR,
                        Rule.REVIEWER_DAYS_OF_SCHOOL,
                        Rule.DAYS_OF_PERSON,
                        Rule.ONE_REVIEW_A_WEEK,
                        Rule.CROSS_PHASE,
                        Rule.OTHER_AFFILIATION,
                        Rule.WANTED_SUBJECT);
    }

    /** Visited in the second week of the year, when everybody is one and the same person, of a school with limits. */
    private static ProposedReview spoilt(ProposedReview review) {
        LocalDate day =
                LocalDate.of(2026, 9, 3).plusDays(Integer.parseInt(review.host().substring(1)) % 2);
        return new ProposedReview(
                review.host(),
                day,
                day,
                Map.of(),
                review.seats().stream()
                        .map(seat -> new ProposedSeat(
                                seat.seat(),
                                Optional.of(seat.seat().duty() == Duty.RESERVE_REVIEWER ? "s3r1" : "s3r0"),
                                false))
                        .toList(),
                review.deputyLead());
    }
}
