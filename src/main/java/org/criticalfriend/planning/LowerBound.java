package org.criticalfriend.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.Duty;

/**
 * What every plan of a year without empty seats costs at least, in points of {@link Rule}: nobody can do better, so a search that has
 * come here is over. It is the sum of parts that no plan can go below, each counted on its own:
 *
 * <ul>
 *   <li>the visits alone, in their schools' calendars: {@link BestDates}, exactly;
 *   <li>the work of people: the duties that a group of people shares, of which as many as there are people, the largest, go to one
 *       person each, and the rest is poured over them like water, always to whoever has least. Water finds the most even level, and
 *       two large duties with one person are never more even than with two;
 *   <li>the work of schools: all days poured over all schools, up to what each allows in a year;
 *   <li>reviewer days and workshops beyond what is agreed for all schools together.
 * </ul>
 *
 * <p>The other wishes count as if all could be had. They often can, but not always; then the bound lies below the best plan.
 */
final class LowerBound {

    private final Year year;
    private final BestDates dates;

    LowerBound(Year year, BestDates dates) {
        this.year = year;
        this.dates = dates;
    }

    /** In points; a plan costs as much or more. */
    long points() {
        return dates.cost() + people() + schools() + beyondWhatIsAgreed();
    }

    private List<PlannedSeat> seats() {
        return year.seats().stream().filter(seat -> !seat.isOnTop()).toList();
    }

    private long people() {
        Map<Duty, Set<Colleague>> whoCan = new HashMap<>();
        Map<Duty, List<Integer>> halves = new HashMap<>();
        for (PlannedSeat seat : seats()) {
            whoCan.computeIfAbsent(seat.duty(), duty -> new LinkedHashSet<>()).addAll(seat.candidates());
            seat.filled().ifPresent(whoCan.get(seat.duty())::add);
            halves.computeIfAbsent(seat.duty(), duty -> new ArrayList<>()).add(seat.halves());
        }
        long sum = 0;
        List<Duty> left = new ArrayList<>(whoCan.keySet());
        while (!left.isEmpty()) {
            Set<Duty> group = shared(left.get(0), left, whoCan);
            left.removeAll(group);
            Set<Colleague> people =
                    group.stream().flatMap(duty -> whoCan.get(duty).stream()).collect(Collectors.toSet());
            List<Integer> duties =
                    group.stream().flatMap(duty -> halves.get(duty).stream()).toList();
            sum += ofGroup(people, duties);
        }
        return sum * Rule.EVEN_BY_PERSON.weight();
    }

    /** The duties that are connected by people who can have several of them. */
    private static Set<Duty> shared(Duty first, Collection<Duty> all, Map<Duty, Set<Colleague>> whoCan) {
        Set<Duty> group = new LinkedHashSet<>(Set.of(first));
        boolean grown = true;
        while (grown) {
            grown = group.addAll(all.stream()
                    .filter(duty -> group.stream()
                            .anyMatch(in -> whoCan.get(in).stream().anyMatch(whoCan.get(duty)::contains)))
                    .toList());
        }
        return group;
    }

    private static long ofGroup(Set<Colleague> people, List<Integer> duties) {
        if (people.isEmpty()) {
            return 0;
        }
        int all = duties.stream().mapToInt(Integer::intValue).sum();
        List<Vessel> vessels = people.stream()
                .map(person -> new Vessel(person.person().halvesGiven(), Integer.MAX_VALUE))
                .toList();
        if (vessels.stream().anyMatch(vessel -> vessel.level > 0)) {
            return poured(vessels, all);
        }
        List<Integer> largest = duties.stream()
                .sorted(Comparator.reverseOrder())
                .limit(people.size())
                .toList();
        long placed = 0;
        for (int number = 0; number < largest.size(); number++) {
            placed += vessels.get(number).put(largest.get(number));
        }
        return placed
                + poured(
                        vessels,
                        all - largest.stream().mapToInt(Integer::intValue).sum());
    }

    private long schools() {
        Set<SchoolToPlan> sending = sending();
        int all = ofSchoolsOnly().stream().mapToInt(PlannedSeat::halves).sum();
        List<Vessel> vessels = sending.stream()
                .map(school -> new Vessel(
                        year.facts().halvesGivenOf(school.id()),
                        school.limits().mostDaysOutAYear().map(days -> 2 * days).orElse(Integer.MAX_VALUE)))
                .toList();
        return poured(vessels, all) * Rule.EVEN_BY_SCHOOL.weight();
    }

    private long beyondWhatIsAgreed() {
        int schools = sending().size();
        int reviewerDays = ofSchoolsOnly().stream()
                .filter(PlannedSeat::isReviewer)
                .mapToInt(PlannedSeat::visitDays)
                .sum();
        long workshops = ofSchoolsOnly().stream()
                .filter(seat -> seat.duty() == Duty.IMPROVEMENT_CHAMPION)
                .count();
        return Math.max(
                                0,
                                reviewerDays
                                        - (long) schools
                                                * year.facts().wishes().caps().reviewerDaysPerSchool())
                        * Rule.REVIEWER_DAYS_OF_SCHOOL.weight()
                + Math.max(
                                0,
                                workshops
                                        - (long) schools
                                                * year.facts().wishes().caps().workshopsPerSchool())
                        * Rule.WORKSHOPS_OF_SCHOOL.weight();
    }

    private Set<SchoolToPlan> sending() {
        return seats().stream()
                .flatMap(seat -> java.util.stream.Stream.concat(seat.candidates().stream(), seat.filled().stream()))
                .distinct()
                .flatMap(person -> person.school().stream())
                .collect(Collectors.toSet());
    }

    /** Seats that no central person can take, so that some school gives them. */
    private List<PlannedSeat> ofSchoolsOnly() {
        return seats().stream()
                .filter(seat -> seat.filled().filter(Colleague::isCentral).isEmpty())
                .filter(seat -> seat.isSettled() || seat.candidates().stream().noneMatch(Colleague::isCentral))
                .toList();
    }

    /** What it costs at least to spread so many halves of a day. */
    private static long poured(List<Vessel> vessels, int halves) {
        PriorityQueue<Vessel> lowest = new PriorityQueue<>(Comparator.comparingInt(vessel -> vessel.level));
        lowest.addAll(vessels);
        long cost = 0;
        for (int half = 0; half < halves && !lowest.isEmpty(); ) {
            Vessel vessel = lowest.poll();
            if (vessel.level < vessel.most) {
                cost += vessel.put(1);
                lowest.add(vessel);
                half++;
            }
        }
        return cost;
    }

    /** A person or a school that work is poured into. */
    private static final class Vessel {

        private int level;
        private final int most;

        Vessel(int level, int most) {
            this.level = level;
            this.most = most;
        }

        /** @return what the square of all grows by */
        long put(int halves) {
            long more = YearRules.squared(level, halves);
            level += halves;
            return more;
        }
    }
}
