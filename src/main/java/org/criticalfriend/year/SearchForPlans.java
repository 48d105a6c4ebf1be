package org.criticalfriend.year;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RuntimeService;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.planning.Limits;
import org.criticalfriend.planning.Pins;
import org.criticalfriend.planning.Planner;
import org.criticalfriend.planning.PlanningProblem;
import org.criticalfriend.planning.PlanningProblems;
import org.criticalfriend.planning.Progress;
import org.criticalfriend.planning.Proposal;
import org.criticalfriend.planning.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches for the plans that were asked for, outside any transaction. What is found is written in one short transaction, or nothing of
 * it. Whoever dies over it leaves the search to another node, or to itself once it is back, which begins anew when the lease is over.
 */
@Component
public class SearchForPlans {

    /** The process waits for it until the first plan is there. */
    static final String MESSAGE = "YearIsProposed";

    private static final Logger LOG = LoggerFactory.getLogger(SearchForPlans.class);

    /** After so many nodes that died over a search it is given up: a search that kills its node would kill all. */
    private static final int MOST_TRIES = 3;

    private static final int PARTS_OF_LEASE = 10;

    private final PlannedYears years;
    private final PlanningProblems problems;
    private final Planner planner;
    private final EngineItself itself;
    private final RuntimeService engine;
    private final TransactionTemplate transaction;
    private final YearSettings settings;
    private final Clock clock;
    private final AtomicReference<Runnable> atWork = new AtomicReference<>(() -> {});

    SearchForPlans(
            PlannedYears years,
            PlanningProblems problems,
            Planner planner,
            EngineItself itself,
            @Lazy RuntimeService engine,
            TransactionTemplate transaction,
            YearSettings settings,
            Clock clock) {
        this.years = years;
        this.problems = problems;
        this.planner = planner;
        this.itself = itself;
        this.engine = engine;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Searches for all that is wanted now, one after the other; returns when each has its plan, or why it has none. */
    public void run() {
        years.toSearch(clock.instant()).forEach(this::search);
    }

    /** Ends the search that runs here, as if somebody wanted the best so far. */
    void stopEarly() {
        atWork.get().run();
    }

    private void search(UUID id) {
        PartnershipYear year = years.find(id).orElseThrow();
        Optional<Integer> taken = transaction.execute(status -> years.take(year, clock.instant(), settings.lease()));
        taken.ifPresent(run -> {
            Search search = years.search(year).orElseThrow();
            if (!year.isPlanned()) {
                fail(year, run, "This year is not planned any more.");
            } else if (search.tries() > MOST_TRIES) {
                fail(
                        year,
                        run,
                        "The planner was interrupted %d times. Please tell your administrator, then propose again."
                                .formatted(MOST_TRIES));
            } else {
                search(year, run, search.stopWanted());
            }
        });
    }

    private void search(PartnershipYear year, int run, boolean stop) {
        try {
            PlanOfYear before = years.plan(year);
            PlanningProblem problem = problems.of(before.asked(year));
            Pins pins = before.pins();
            Ear ear = new Ear(year, run, stop);
            Proposal found = ear.whileListening(() -> planner.propose(
                    problem,
                    new Limits(settings.atMost(), Optional.of(settings.withoutBetter()), 1, Optional.empty()),
                    ear));
            transaction.executeWithoutResult(status -> {
                if (years.end(year, run, Optional.of(found.standing()), Optional.empty(), clock.instant())) {
                    years.replace(year, PlanOfYear.of(found, pins));
                    years.changed(year, years.find(year.id()).orElseThrow().version());
                    goOn(year);
                }
            });
        } catch (YearNotEntered missing) {
            fail(year, run, missing.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The plan of {} could not be searched for.", year.reference(), e);
            fail(
                    year,
                    run,
                    "The planner could not go on. Please tell your administrator the time, then propose again.");
        }
    }

    private void fail(PartnershipYear year, int run, String words) {
        transaction.executeWithoutResult(status -> {
            if (years.end(year, run, Optional.empty(), Optional.of(words), clock.instant())) {
                goOn(year);
            }
        });
    }

    /** The process waits for the first plan only. */
    private void goOn(PartnershipYear year) {
        itself.does(() -> {
            engine.createMessageCorrelation(MESSAGE)
                    .processInstanceBusinessKey(year.reference())
                    .correlateAll();
            return null;
        });
    }

    /** Hears how a search goes, tells it to people, keeps it for this node, and ends it when somebody wants that. */
    private final class Ear implements Progress {

        private final PartnershipYear year;
        private final int run;
        private final AtomicBoolean stop;
        private final AtomicReference<Runnable> stopper = new AtomicReference<>(() -> {});
        private final AtomicReference<Optional<Standing>> best = new AtomicReference<>(Optional.empty());
        private volatile long bound;

        Ear(PartnershipYear year, int run, boolean stop) {
            this.year = year;
            this.run = run;
            this.stop = new AtomicBoolean(stop);
        }

        @Override
        public boolean better(Standing standing, long atLeast) {
            best.set(Optional.of(standing));
            bound = atLeast;
            return !stop.get();
        }

        @Override
        public void stopBy(Runnable end) {
            stopper.set(end);
            if (stop.get()) {
                end.run();
            }
        }

        Proposal whileListening(java.util.function.Supplier<Proposal> work) {
            ScheduledExecutorService beat =
                    Executors.newSingleThreadScheduledExecutor(look -> new Thread(look, "planning-progress"));
            long every = Math.max(
                    1, Math.min(1000, settings.lease().dividedBy(PARTS_OF_LEASE).toMillis()));
            atWork.set(this::end);
            beat.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
            try {
                return work.get();
            } finally {
                atWork.set(() -> {});
                beat.shutdownNow();
            }
        }

        private void end() {
            stop.set(true);
            stopper.get().run();
        }

        private void look() {
            try {
                boolean still = years.goOn(year, run, clock.instant().plus(settings.lease()), best.get(), bound);
                if (!still || years.search(year).filter(Search::stopWanted).isPresent()) {
                    end();
                }
            } catch (RuntimeException e) {
                // Most likely the database. If it stays away, the lease ends, and what is found here is not written.
                LOG.warn(
                        "Progress of {} could not be noted: {}",
                        year.reference(),
                        e.getClass().getName());
            }
        }
    }
}
