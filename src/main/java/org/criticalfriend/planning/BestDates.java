package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The best days for all visits as if no people were needed: as few as can be in one week, each on a day against which as little speaks
 * as can be. Exact: reviews flow to weeks along cheapest augmenting paths, and each further visit in a week costs more than the one
 * before. So its cost is a lower bound for every year with these calendars, and its days are where the search begins.
 */
final class BestDates {

    private static final long IMPOSSIBLE = Long.MAX_VALUE / 4;

    private final Map<DatedReview, LocalDate> days = new HashMap<>();
    private final long cost;

    /** @param reviews each of which has at least one possible visit */
    BestDates(List<DatedReview> reviews) {
        int firstWeek = reviews.stream()
                .flatMap(review -> review.visits().stream())
                .mapToInt(Option::week)
                .min()
                .orElse(0);
        int weeks = reviews.stream()
                        .flatMap(review -> review.visits().stream())
                        .mapToInt(Option::week)
                        .max()
                        .orElse(0)
                - firstWeek
                + 1;
        Flow flow = new Flow(reviews.size(), weeks);
        List<LocalDate[]> best = new ArrayList<>();
        for (int review = 0; review < reviews.size(); review++) {
            LocalDate[] inWeek = new LocalDate[weeks];
            for (LocalDate visit : reviews.get(review).visits()) {
                int week = Option.week(visit) - firstWeek;
                long alone = costOf(reviews.get(review).host(), visit);
                if (alone < flow.costs[review][week]) {
                    flow.costs[review][week] = alone;
                    inWeek[week] = visit;
                }
            }
            best.add(inWeek);
        }
        for (int review = 0; review < reviews.size(); review++) {
            flow.add(review);
        }
        for (int review = 0; review < reviews.size(); review++) {
            days.put(reviews.get(review), best.get(review)[flow.weekOf[review]]);
        }
        this.cost = flow.cost();
    }

    /** What the wishes about the visit alone cost on a day. */
    static long costOf(Host host, LocalDate visit) {
        PossibleVisit possible = host.option(visit).visit();
        return (host.prefers(visit) ? 0L : Rule.PREFERRED_WEEKDAY.weight())
                + (long) Rule.NO_SQUEEZE.weight() * possible.squeezes().size()
                + (possible.acrossTheSummer() ? Rule.NOT_ACROSS_THE_SUMMER.weight() : 0L);
    }

    /** In points of {@link Rule}. */
    long cost() {
        return cost;
    }

    Optional<LocalDate> of(DatedReview review) {
        return Optional.ofNullable(days.get(review));
    }

    /** Reviews in weeks. */
    private static final class Flow {

        private final long[][] costs;
        private final int[] weekOf;
        private final int[] visits;

        Flow(int reviews, int weeks) {
            costs = new long[reviews][weeks];
            for (long[] row : costs) {
                Arrays.fill(row, IMPOSSIBLE);
            }
            weekOf = new int[reviews];
            Arrays.fill(weekOf, -1);
            visits = new int[weeks];
        }

        long cost() {
            long sum = 0;
            for (int review = 0; review < weekOf.length; review++) {
                sum += costs[review][weekOf[review]];
            }
            for (int inWeek : visits) {
                sum += YearRules.pairs(inWeek) * Rule.ONE_REVIEW_A_WEEK.weight();
            }
            return sum;
        }

        /** Puts one more review into a week, and others into other weeks if that is cheaper. */
        void add(int review) {
            int weeks = visits.length;
            long[][] step = new long[weeks][weeks];
            int[][] mover = new int[weeks][weeks];
            for (long[] row : step) {
                Arrays.fill(row, IMPOSSIBLE);
            }
            for (int other = 0; other < weekOf.length; other++) {
                int from = weekOf[other];
                if (from >= 0) {
                    for (int to = 0; to < weeks; to++) {
                        long change =
                                costs[other][to] >= IMPOSSIBLE ? IMPOSSIBLE : costs[other][to] - costs[other][from];
                        if (change < step[from][to]) {
                            step[from][to] = change;
                            mover[from][to] = other;
                        }
                    }
                }
            }
            long[] reach = costs[review].clone();
            int[] before = new int[weeks];
            Arrays.fill(before, -1);
            boolean shorter = true;
            for (int round = 0; shorter && round < weeks; round++) {
                shorter = false;
                for (int from = 0; from < weeks; from++) {
                    for (int to = 0; reach[from] < IMPOSSIBLE && to < weeks; to++) {
                        if (step[from][to] < IMPOSSIBLE && reach[from] + step[from][to] < reach[to]) {
                            reach[to] = reach[from] + step[from][to];
                            before[to] = from;
                            shorter = true;
                        }
                    }
                }
            }
            int end = 0;
            for (int week = 1; week < weeks; week++) {
                if (ending(reach, week) < ending(reach, end)) {
                    end = week;
                }
            }
            visits[end]++;
            while (before[end] >= 0) {
                weekOf[mover[before[end]][end]] = end;
                end = before[end];
            }
            weekOf[review] = end;
        }

        private long ending(long[] reach, int week) {
            return reach[week] + (long) Rule.ONE_REVIEW_A_WEEK.weight() * visits[week];
        }
    }
}
