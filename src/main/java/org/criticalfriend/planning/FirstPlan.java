package org.criticalfriend.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.criticalfriend.partnership.Duty;

/**
 * Where the search begins: the best days for the visits, then one seat after another to whoever is free, fits the team and would
 * have the least to do. A seat that nobody can take stays empty.
 */
final class FirstPlan {

    private static final List<Duty> SCARCEST_FIRST = List.of(
            Duty.LEAD_REVIEWER,
            Duty.IMPROVEMENT_CHAMPION,
            Duty.PEER_REVIEWER,
            Duty.RESERVE_REVIEWER,
            Duty.SPARE_IMPROVEMENT_CHAMPION,
            Duty.ASSOCIATE);

    private final Year year;
    private final Map<Colleague, List<Held>> held = new HashMap<>();
    private final Map<String, Integer> halvesOfSchool = new HashMap<>();
    private final Map<Held.SchoolDay, Integer> out = new HashMap<>();
    private final Map<DatedReview, List<PlannedSeat>> seats;

    private FirstPlan(Year year) {
        this.year = year;
        this.seats = year.seats().stream().collect(Collectors.groupingBy(PlannedSeat::review));
    }

    /** Fills a year. Visits and seats that are settled stay as they are. */
    static void fill(Year year, BestDates dates) {
        new FirstPlan(year).fill(dates);
    }

    private void fill(BestDates dates) {
        year.reviews().forEach(review -> dates.of(review).ifPresent(review::visitOn));
        year.seats().stream().filter(seat -> seat.filled().isPresent()).forEach(this::note);
        year.seats().stream()
                .filter(seat -> !seat.isSettled())
                .sorted(Comparator.comparing((PlannedSeat seat) -> SCARCEST_FIRST.indexOf(seat.duty()))
                        .thenComparing(seat -> seat.review().visit())
                        .thenComparing(PlannedSeat::number))
                .forEach(this::fill);
    }

    private void fill(PlannedSeat seat) {
        int[] days = seat.review().daysOf(seat.duty());
        Colleague best = null;
        long least = Long.MAX_VALUE;
        for (Colleague person : seat.candidates()) {
            long cost = cost(seat, person, days);
            if (cost < least) {
                least = cost;
                best = person;
            }
        }
        if (best != null) {
            seat.give(best);
            note(seat);
        }
    }

    private void note(PlannedSeat seat) {
        Held taken = Held.of(seat, seat.review());
        held.computeIfAbsent(seat.person(), person -> new ArrayList<>()).add(taken);
        if (!seat.isOnTop()) {
            halvesOfSchool.merge(seat.person().schoolId(), seat.halves(), Integer::sum);
        }
        if (seat.person().hasFewToSpare()) {
            taken.schoolDays().forEach(day -> out.merge(day, 1, Integer::sum));
        }
    }

    /** What it would cost to give a seat to somebody; {@link Long#MAX_VALUE} if that cannot be. */
    private long cost(PlannedSeat seat, Colleague person, int[] days) {
        if (!person.isFree(days) || !person.isTrained(seat.duty(), days) || !fitsTheTeam(seat, person)) {
            return Long.MAX_VALUE;
        }
        long cost = 0;
        int halves = person.person().halvesGiven();
        for (Held other : held.getOrDefault(person, List.of())) {
            int gap = Held.gap(days, other.days());
            if (gap == 0 || other.review() == seat.review()) {
                return Long.MAX_VALUE;
            }
            cost += gap < YearRules.THREE_WEEKS && !person.isCentral() ? 6L * Rule.THREE_WEEKS_BETWEEN.weight() : 0;
            halves += other.seat().halves();
        }
        int ofSchool = year.facts().halvesGivenOf(person.schoolId()) + halvesOfSchool.getOrDefault(person.schoolId(), 0);
        if (breaksLimits(seat, person, days, ofSchool)) {
            return Long.MAX_VALUE;
        }
        return cost
                + YearRules.squared(halves, seat.halves()) * Rule.EVEN_BY_PERSON.weight()
                + (person.isCentral()
                        ? 0
                        : YearRules.squared(ofSchool, seat.halves()) * Rule.EVEN_BY_SCHOOL.weight());
    }

    private boolean breaksLimits(PlannedSeat seat, Colleague person, int[] days, int halvesOfItsSchool) {
        Optional<SchoolToPlan> school = person.school();
        if (person.hasFewDays()
                && halvesOfItsSchool + seat.halves()
                        > 2 * school.orElseThrow().limits().mostDaysOutAYear().orElseThrow()) {
            return true;
        }
        if (person.hasFewToSpare()) {
            for (int day : days) {
                Held.SchoolDay there = new Held.SchoolDay(school.orElseThrow(), day);
                if (out.getOrDefault(there, 0) + year.facts().outElsewhere(there) >= there.canSpare()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fitsTheTeam(PlannedSeat seat, Colleague person) {
        List<Colleague> others = seats.get(seat.review()).stream()
                .filter(other -> seat.isStandIn() ? other.isTeam() : seat.isTeam() && other.isStandIn())
                .map(PlannedSeat::filled)
                .flatMap(Optional::stream)
                .toList();
        return others.stream().noneMatch(person::isOfSameSchoolAs) && leavesEnoughSchools(seat, person);
    }

    private boolean leavesEnoughSchools(PlannedSeat seat, Colleague person) {
        if (!seat.isReviewer()) {
            return true;
        }
        List<PlannedSeat> reviewers =
                seats.get(seat.review()).stream().filter(PlannedSeat::isReviewer).toList();
        Set<String> schools = new HashSet<>(reviewers.stream()
                .map(PlannedSeat::filled)
                .flatMap(Optional::stream)
                .filter(other -> !other.isCentral())
                .map(Colleague::schoolId)
                .toList());
        if (!person.isCentral()) {
            schools.add(person.schoolId());
        }
        long stillEmpty = reviewers.stream()
                        .filter(other -> other.filled().isEmpty())
                        .count()
                - 1;
        return schools.size() + stillEmpty >= year.facts().wishes().otherSchoolsAtLeast();
    }
}
