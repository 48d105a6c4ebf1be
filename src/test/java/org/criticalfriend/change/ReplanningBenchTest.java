package org.criticalfriend.change;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
import org.criticalfriend.testing.Figure;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

    /** Who sits where, and when every appointment is. */
    private record Year(Map<String, String> people, Map<String, LocalDate> dates) {}

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
        Year before = year(reviews);

        Map<String, UUID> asked = new LinkedHashMap<>();
        for (int number = 0; number < dropOuts; number++) {
            String reference = reviews.get(number * reviews.size() / dropOuts);
            asked.put(reference, changes.askForSomebodyElse(reference, Duty.PEER_REVIEWER, made.id() + "s1head"));
        }
        List<Double> seconds = new ArrayList<>();
        Set<String> concerned = new HashSet<>();
        for (UUID change : asked.values()) {
            long began = System.nanoTime();
            WayOut first = changes.waysOut(change).get(0);
            seconds.add((System.nanoTime() - began) / 1e9);
            changes.choose(change, first);
            concerned.add(first.what());
        }
        Year after = year(reviews);

        String name = "replanning-%d".formatted(schools);
        System.out.printf("NOTE %s-each %s s%n", name, seconds);
        Figure.atMost(name + "-first-options", seconds.get(0), "s", SECONDS);
        Figure.atMost(
                name + "-slowest",
                seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                "s",
                SECONDS);
        Set<String> changed = new HashSet<>();
        before.people().forEach((seat, person) -> {
            if (!Objects.equals(person, after.people().get(seat))) {
                changed.add(seat);
            }
        });
        Figure.atMost(name + "-seats-changed", (double) changed.size() / dropOuts, "seats for each vacated", 2);
        Figure.atMost(
                name + "-dates-moved",
                before.dates().entrySet().stream()
                        .filter(date -> !date.getValue().equals(after.dates().get(date.getKey())))
                        .count(),
                "dates",
                0);
        Figure.atMost(
                name + "-unrelated",
                changed.stream()
                        .filter(seat -> asked.keySet().stream().noneMatch(seat::startsWith))
                        .count(),
                "seats of other reviews",
                0);
        measureLostDate(name, reviews.get(reviews.size() - 1), made);
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

    private Year year(List<String> reviews) {
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
        return new Year(people, dates);
    }
}
