package org.criticalfriend.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final Map<Colleague, Integer> halvesOfPerson = new HashMap<>();
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
        List<Colleague> apartFrom = notTogetherWith(seat);
        Set<String> schools = schoolsToGoOnFrom(seat);
        Colleague best = null;
        long least = Long.MAX_VALUE / 2;
        for (Colleague person : seat.candidates()) {
            long work = work(seat, person);
            if (work < least
                    && person.isFree(days)
                    && person.isTrained(seat.duty(), days)
                    && !schools.contains(person.schoolId())
                    && apartFrom.stream().noneMatch(person::isOfSameSchoolAs)
                    && !breaksLimits(seat, person, days)) {
                long cost = work + closeness(seat, person, days);
                if (cost < least) {
                    least = cost;
                    best = person;
                }
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
            halvesOfPerson.merge(seat.person(), seat.halves(), Integer::sum);
            halvesOfSchool.merge(seat.person().schoolId(), seat.halves(), Integer::sum);
        }
        if (seat.person().hasFewToSpare()) {
            taken.schoolDays().forEach(day -> out.merge(day, 1, Integer::sum));
        }
    }

    /** What it would cost to give a seat to somebody, going by what they and their school have to do already. */
    private long work(PlannedSeat seat, Colleague person) {
        long byPerson =
                YearRules.squared(person.person().halvesGiven() + halvesOfPerson.getOrDefault(person, 0), seat.halves())
                        * Rule.EVEN_BY_PERSON.weight();
        return person.isCentral()
                ? byPerson
                : byPerson + YearRules.squared(ofSchool(person), seat.halves()) * Rule.EVEN_BY_SCHOOL.weight();
    }

    private int ofSchool(Colleague person) {
        return year.facts().halvesGivenOf(person.schoolId()) + halvesOfSchool.getOrDefault(person.schoolId(), 0);
    }

    /** What it costs that other duties of theirs are close; beyond all measure if they are on one day or on one review. */
    private long closeness(PlannedSeat seat, Colleague person, int[] days) {
        long cost = 0;
        for (Held other : held.getOrDefault(person, List.of())) {
            int gap = Held.gap(days, other.days());
            if (gap == 0 || other.review() == seat.review()) {
                return Long.MAX_VALUE / 2;
            }
            cost += gap < YearRules.THREE_WEEKS && !person.isCentral() ? 6L * Rule.THREE_WEEKS_BETWEEN.weight() : 0;
        }
        return cost;
    }

    private boolean breaksLimits(PlannedSeat seat, Colleague person, int[] days) {
        if (person.hasFewDays()
                && ofSchool(person) + seat.halves()
                        > 2
                                * person.school()
                                        .orElseThrow()
                                        .limits()
                                        .mostDaysOutAYear()
                                        .orElseThrow()) {
            return true;
        }
        return person.hasFewToSpare()
                && IntStream.of(days)
                        .mapToObj(day -> new Held.SchoolDay(person.school().orElseThrow(), day))
                        .anyMatch(day -> out.getOrDefault(day, 0) + year.facts().outElsewhere(day) >= day.canSpare());
    }

    /** Stand-ins and team are of different schools (P12). */
    private List<Colleague> notTogetherWith(PlannedSeat seat) {
        return seats.get(seat.review()).stream()
                .filter(other -> seat.isStandIn() ? other.isTeam() : seat.isTeam() && other.isStandIn())
                .map(PlannedSeat::filled)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The schools that have a reviewer already, if the next has to be of another one (P16). */
    private Set<String> schoolsToGoOnFrom(PlannedSeat seat) {
        if (!seat.isReviewer()) {
            return Set.of();
        }
        List<PlannedSeat> reviewers = seats.get(seat.review()).stream()
                .filter(PlannedSeat::isReviewer)
                .toList();
        Set<String> schools = reviewers.stream()
                .map(PlannedSeat::filled)
                .flatMap(Optional::stream)
                .filter(other -> !other.isCentral())
                .map(Colleague::schoolId)
                .collect(Collectors.toSet());
        long stillEmpty =
                reviewers.stream().filter(other -> other.filled().isEmpty()).count() - 1;
        return schools.size() + stillEmpty >= year.facts().wishes().otherSchoolsAtLeast() ? Set.of() : schools;
    }
}
