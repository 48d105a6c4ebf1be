package org.criticalfriend.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.change.Changes.WayOut;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Seats;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.planning.Limits;
import org.criticalfriend.planning.Planner;
import org.criticalfriend.planning.PlanningProblem;
import org.criticalfriend.planning.PlanningProblems;
import org.criticalfriend.planning.Progress;
import org.criticalfriend.planning.Proposal;
import org.criticalfriend.planning.ProposedReview;
import org.criticalfriend.planning.YearToPlan;
import org.criticalfriend.review.Appointment;
import org.criticalfriend.review.Appointments;
import org.criticalfriend.review.PlannedReview;
import org.criticalfriend.review.RunningReviews;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Buffered;
import org.criticalfriend.testing.Buffered.Review;
import org.criticalfriend.testing.Figure;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a change of plan does to a year that runs: how soon the first options are there, and how little changes. Schools and people of a
 * partnership are planned by the planner, and all its reviews run.
 */
@Tag("bench")
@Tag("replanning")
@ApplicationTest
class ReplanningBenchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 7);
    private static final double SECONDS = 5;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    PlanningProblems problems;

    @Autowired
    Planner planner;

    @Autowired
    StartReview start;

    @Autowired
    MovableClock clock;

    @Autowired
    Changes changes;

    @Autowired
    Seats seats;

    @Autowired
    RunningReviews running;

    @Autowired
    Appointments appointments;

    @Autowired
    Buffered people;

    @Autowired
    JdbcClient database;

    /** Who sits where, when every appointment is, and what each person has of it: seats, days kept free, invitations. */
    private record Year(Map<String, String> seats, Map<String, LocalDate> dates, Map<String, Set<String>> ofPeople) {}

    /** Who dropped out of which review, and how soon the ways out were there. */
    private static final class DropOuts {

        private final Map<String, Set<String>> from = new HashMap<>();
        private int vacated;
        private final List<Double> seconds = new ArrayList<>();
    }

    @Test
    void oneDropsOutInTwentyFourSchools() {
        measure(24, 1);
    }

    @Test
    void tenDropOutInTwoHundredSchools() {
        measure(200, 10);
    }

    private void measure(int schools, int dropOuts) {
        clock.moveTo(SchoolTime.at(TODAY, LocalTime.of(9, 0)));
        Made made = partnerships.makeOf(schools);
        List<String> reviews = startYear(made, schools);
        Year before = year(made, reviews);
        DropOuts lost = new DropOuts();
        for (int number = 0; number < dropOuts; number++) {
            Review review = new Review(made, reviews.get(number * reviews.size() / dropOuts));
            dropOut(lost, review, number % 2 > 0);
        }
        Year after = year(made, reviews);

        String name = "replanning-%d".formatted(schools);
        System.out.printf("NOTE %s-each %s s%n", name, lost.seconds);
        Set<String> changed = differing(before.seats(), after.seats());
        Figure.atMost(name + "-seats-changed", (double) changed.size() / lost.vacated, "seats for each vacated", 2);
        Figure.atMost(
                name + "-dates-moved", differing(before.dates(), after.dates()).size(), "dates", 0);
        Figure.atMost(
                name + "-unrelated",
                changed.stream()
                        .filter(seat -> !lost.from.containsKey(seat.split(" ")[0]))
                        .count(),
                "seats of other reviews",
                0);
        Set<String> touched = differing(before.ofPeople(), after.ofPeople());
        lost.from.values().forEach(touched::removeAll);
        changed.forEach(seat -> touched.remove(after.seats().get(seat)));
        Figure.atMost(name + "-unrelated-people", touched.size(), "people who neither left a seat nor took one", 0);
        Figure.atMost(name + "-first-options", lost.seconds.get(0), "s", SECONDS);
        Figure.atMost(
                name + "-slowest",
                lost.seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                "s",
                SECONDS);
        measureLostDate(name, reviews.get(reviews.size() - 1), made);
    }

    /**
     * The peer reviewer cannot come. A reserve who stands by says yes, and whom the planner finds stands by instead; where the reserve
     * cannot either, whom the planner finds takes the seat, and whoever is asked first stands by.
     */
    private void dropOut(DropOuts lost, Review review, boolean reserveStandsBy) {
        String reserve = people.on(review, Duty.RESERVE_REVIEWER).orElseThrow();
        loses(lost, review, Duty.PEER_REVIEWER);
        // A reserve may have become impossible by what changed on other reviews, and is not asked then.
        if (reserveStandsBy && people.asked(review).contains(reserve)) {
            people.answer(review, reserve, true);
            assertThat(people.on(review, Duty.PEER_REVIEWER)).contains(reserve);
            decide(lost, review, Duty.RESERVE_REVIEWER);
        } else {
            loses(lost, review, Duty.RESERVE_REVIEWER);
            decide(lost, review, Duty.PEER_REVIEWER);
            List<String> asked = people.asked(review);
            assertThat(asked).doesNotContainAnyElementsOf(lost.from.get(review.reference()));
            people.answer(review, asked.stream().sorted().findFirst().orElseThrow(), true);
        }
        assertThat(people.searches(review)).isZero();
    }

    /** The first way out of a vacant seat that brings somebody else is taken. */
    private void decide(DropOuts lost, Review review, Duty duty) {
        UUID change = changes.askForSomebodyElse(
                review.reference(), duty, review.made().id() + "s1head");
        long began = System.nanoTime();
        List<WayOut> ways = changes.waysOut(change);
        lost.seconds.add((System.nanoTime() - began) / 1e9);
        assertThat(ways.get(0).way()).isEqualTo("PERSON");
        WayOut first = ways.get(0);
        assertThat(lost.from.get(review.reference())).doesNotContain(first.what());
        changes.choose(change, first);
        assertThat(people.on(review, duty)).contains(first.what());
    }

    private void loses(DropOuts lost, Review review, Duty duty) {
        String person = people.on(review, duty).orElseThrow();
        people.cannotCome(review, person);
        lost.vacated++;
        lost.from
                .computeIfAbsent(review.reference(), reference -> new HashSet<>())
                .add(person);
    }

    private static <T> Set<String> differing(Map<String, T> before, Map<String, T> after) {
        Set<String> keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return keys;
    }

    private void measureLostDate(String name, String reference, Made made) {
        UUID change = changes.ask(reference, "OFSTED", made.id() + "s1head");
        long began = System.nanoTime();
        List<WayOut> ways = changes.waysOut(change);
        Figure.atMost(name + "-lost-date", (System.nanoTime() - began) / 1e9, "s", SECONDS);
        System.out.printf("NOTE %s-lost-date %d ways out%n", name, ways.size());
    }

    private List<String> startYear(Made made, int schools) {
        PlanningProblem problem = problems.of(YearToPlan.of(made.id(), new SchoolYear(2026), TODAY));
        Proposal plan =
                planner.propose(problem, Limits.of(Duration.ofSeconds(schools > 100 ? 10 : 3), 1), Progress.NOBODY);
        List<String> started = new ArrayList<>();
        for (ProposedReview review : plan.reviews()) {
            Map<Duty, List<String>> people = new TreeMap<>();
            for (Duty duty : Duty.values()) {
                people.put(duty, review.with(duty));
            }
            started.add(start.as(new PlannedReview(
                    made.id(),
                    review.host(),
                    "A focus",
                    review.visitFirst(),
                    review.visitLast(),
                    review.meetings(),
                    people)));
        }
        return started;
    }

    private Year year(Made made, List<String> reviews) {
        Map<String, String> people = new HashMap<>();
        Map<String, LocalDate> dates = new HashMap<>();
        for (String reference : reviews) {
            UUID review = running.of(reference).id();
            seats.of(review, List.of(Duty.values()))
                    .forEach(seat -> people.put(
                            reference + " " + seat.duty() + " " + seat.number(),
                            seats.occupantOf(seat.id()).orElse("")));
            for (Appointment appointment : appointments.of(reference)) {
                AppointmentKind kind = appointment.kind();
                dates.put(reference + " " + kind, appointment.first());
            }
        }
        return new Year(people, dates, ofPeople(made));
    }

    private Map<String, Set<String>> ofPeople(Made made) {
        record Row(String person, String has) {}
        return database
                .sql(
                        """
                        select o.person, r.reference || ' ' || s.duty || ' ' || s.number || ' ' || o.state as has
                        from occupancy o join seat s on s.id = o.seat join review r on r.id = s.review
                        where r.partnership = :id and o.state in ('ASKED', 'CONFIRMED')
                        union all select c.person, r.reference || ' ' || c.held_on
                        from day_claim c join review r on r.id = c.review where r.partnership = :id
                        union all select i.recipient, r.reference || ' ' || i.appointment || ' ' || i.days
                        from invitation i join review r on r.id = i.review where r.partnership = :id and not i.cancelled""")
                .param("id", made.id())
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::person, Collectors.mapping(Row::has, Collectors.toSet())));
    }
}
