package org.criticalfriend.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.Seat;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.planning.Alternative;
import org.criticalfriend.planning.HostToPlan;
import org.criticalfriend.planning.Limits;
import org.criticalfriend.planning.PersonToPlan;
import org.criticalfriend.planning.Pins;
import org.criticalfriend.planning.Planner;
import org.criticalfriend.planning.PlanningProblem;
import org.criticalfriend.planning.PossibleVisit;
import org.criticalfriend.planning.Progress;
import org.criticalfriend.planning.Proposal;
import org.criticalfriend.planning.ProposedReview;
import org.criticalfriend.planning.ProposedSeat;
import org.criticalfriend.planning.SeatToFill;
import org.criticalfriend.planning.Standing;
import org.criticalfriend.review.Forecast;
import org.springframework.stereotype.Component;

/**
 * Asks the planner who could take seats that have lost their occupants. What is broken is blank, everything else is settled: the day of
 * every review, and everybody who sits somewhere. So a search that begins anew changes nothing else; one that began with the broken
 * plan would change half the year.
 */
@Component
class Replanning {

    /** A few seats are filled within a moment; counted in steps, so that the same question has the same answer. */
    private static final Limits A_MOMENT = Limits.ofSteps(300, 1);

    /** Of these the planner sees one seat on each review, whether the review has it or not. */
    private static final List<Duty> ONE_OF_EACH = List.of(
            Duty.LEAD_REVIEWER, Duty.IMPROVEMENT_CHAMPION, Duty.RESERVE_REVIEWER, Duty.SPARE_IMPROVEMENT_CHAMPION);

    private final Planner planner;

    Replanning(Planner planner) {
        this.planner = planner;
    }

    /**
     * A review that runs, of which seats are to be filled.
     *
     * @param blank keys of those seats
     */
    record Running(Forecast forecast, Team team, Set<UUID> blank) {}

    /** Who fits best on each blank seat, all of them looked at together, by key of the seat. A seat that nobody can take is not in it. */
    Map<UUID, String> best(PlanningProblem partnership, List<Running> reviews) {
        PlanningProblem problem = problem(partnership, reviews);
        Proposal proposal = planner.propose(problem, A_MOMENT, Progress.NOBODY);
        Map<UUID, String> best = new HashMap<>();
        for (Running review : reviews) {
            Map<UUID, SeatToFill> numbered = numbered(review);
            proposal.of(review.forecast().host())
                    .ifPresent(proposed -> review.blank().forEach(seat -> proposed.seats().stream()
                            .filter(one -> one.seat().equals(numbered.get(seat)))
                            .flatMap(one -> one.person().stream())
                            .forEach(person -> best.put(seat, person))));
        }
        return best;
    }

    /**
     * Everybody who could take a blank seat, by price, without whoever sits there now.
     *
     * @param reviews that of the seat first, then those whose people it could touch
     */
    List<Alternative> alternatives(PlanningProblem partnership, List<Running> reviews, UUID seat) {
        PlanningProblem problem = problem(partnership, reviews);
        Proposal asItIs =
                new Proposal(reviews.stream().map(Replanning::asItIs).toList(), List.of(), new Standing(0, 0, 0));
        return planner.alternatives(problem, asItIs, numbered(reviews.get(0)).get(seat)).stream()
                .filter(one -> !one.sitsThere())
                .toList();
    }

    private static PlanningProblem problem(PlanningProblem partnership, List<Running> reviews) {
        Map<SeatToFill, Optional<String>> settled = new HashMap<>();
        Map<String, Set<LocalDate>> back = new HashMap<>();
        Map<String, Integer> halves = new HashMap<>();
        for (Running review : reviews) {
            Map<AppointmentKind, Set<LocalDate>> days = review.forecast().now().toKeepFree();
            Map<UUID, SeatToFill> numbered = numbered(review);
            numbered.forEach((seat, planned) -> {
                if (!review.blank().contains(seat)) {
                    settled.put(planned, review.team().on(seat).map(Team.Member::person));
                }
            });
            ONE_OF_EACH.stream()
                    .map(duty -> new SeatToFill(review.forecast().host(), duty, 1))
                    .filter(seat -> !numbered.containsValue(seat))
                    .forEach(seat -> settled.put(seat, Optional.empty()));
            for (Team.Member member : review.team().members()) {
                Set<LocalDate> own = Team.daysOf(member.duty(), days);
                back.computeIfAbsent(member.person(), person -> new HashSet<>()).addAll(own);
                halves.merge(member.person(), own.size() * (StandIns.include(member.duty()) ? 1 : 2), Integer::sum);
            }
        }
        Set<String> asked = reviews.stream()
                .flatMap(review -> review.team().members().stream())
                .filter(member -> !member.fills())
                .map(Team.Member::person)
                .collect(Collectors.toSet());
        List<PersonToPlan> people = partnership.people().stream()
                .filter(person -> !asked.contains(person.id()))
                .map(person -> back.containsKey(person.id())
                        ? person.withoutGiven(back.get(person.id()), halves.get(person.id()))
                        : person)
                .toList();
        return new PlanningProblem(
                partnership.partnership(),
                partnership.year(),
                partnership.wishes(),
                reviews.stream().map(Replanning::host).toList(),
                partnership.schools(),
                people,
                partnership.lastYear(),
                new Pins(Map.of(), Map.of(), settled));
    }

    private static HostToPlan host(Running review) {
        Map<Duty, Long> seats =
                review.team().seats().stream().collect(Collectors.groupingBy(Seat::duty, Collectors.counting()));
        return new HostToPlan(
                review.forecast().host(),
                seats.getOrDefault(Duty.PEER_REVIEWER, 0L).intValue(),
                0,
                2 * review.forecast().visitDays(),
                List.of(visit(review.forecast())),
                Optional.empty());
    }

    /** The one visit there is: where the review stands. */
    private static PossibleVisit visit(Forecast forecast) {
        List<LocalDate> days = new ArrayList<>(forecast.allVisitDays());
        Map<AppointmentKind, List<LocalDate>> meetings = new HashMap<>();
        for (AppointmentKind kind : AppointmentKind.values()) {
            if (kind != AppointmentKind.VISIT) {
                meetings.put(
                        kind,
                        forecast.now().first().containsKey(kind)
                                ? List.of(forecast.now().first().get(kind))
                                : List.of());
            }
        }
        return new PossibleVisit(days.get(0), days.get(days.size() - 1), days, meetings, List.of(), List.of(), false);
    }

    private static ProposedReview asItIs(Running review) {
        Map<UUID, SeatToFill> numbered = numbered(review);
        Map<AppointmentKind, LocalDate> meetings =
                new HashMap<>(review.forecast().now().first());
        meetings.remove(AppointmentKind.VISIT);
        List<LocalDate> days = new ArrayList<>(review.forecast().allVisitDays());
        return new ProposedReview(
                review.forecast().host(),
                days.get(0),
                days.get(days.size() - 1),
                meetings,
                review.team().seats().stream()
                        .map(seat -> new ProposedSeat(
                                numbered.get(seat.id()),
                                review.team().on(seat.id()).map(Team.Member::person),
                                !review.blank().contains(seat.id())))
                        .toList(),
                Optional.empty());
    }

    /** The seats as the planner counts them, from 1 within each duty: blank ones first, so that none is left out. */
    private static Map<UUID, SeatToFill> numbered(Running review) {
        Map<Duty, Integer> last = new EnumMap<>(Duty.class);
        Map<UUID, SeatToFill> numbered = new HashMap<>();
        review.team().seats().stream()
                .sorted(Comparator.comparing((Seat seat) -> !review.blank().contains(seat.id()))
                        .thenComparing(Seat::number))
                .forEach(seat -> numbered.put(
                        seat.id(),
                        new SeatToFill(
                                review.forecast().host(), seat.duty(), last.merge(seat.duty(), 1, Integer::sum))));
        return numbered;
    }
}
