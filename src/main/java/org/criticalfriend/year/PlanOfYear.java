package org.criticalfriend.year;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.planning.Pins;
import org.criticalfriend.planning.Proposal;
import org.criticalfriend.planning.ProposedReview;
import org.criticalfriend.planning.ProposedSeat;
import org.criticalfriend.planning.SeatToFill;
import org.criticalfriend.planning.Standing;
import org.criticalfriend.planning.YearToPlan;

/**
 * The plan of a year as it stands: what the planner proposed and what people changed.
 *
 * @param hosts the schools that are visited, or are left out
 * @param days their days
 * @param seats who sits where
 * @param away who is away when, besides what the register knows
 */
record PlanOfYear(List<HostOfPlan> hosts, List<DayOfPlan> days, List<SeatOfPlan> seats, List<AwayInYear> away) {

    /**
     * A school of the plan.
     *
     * @param host id of the school
     * @param leftOut whether it is not visited this year
     * @param review reference of its review, once it is started
     */
    record HostOfPlan(String host, boolean leftOut, Optional<String> review) {}

    /**
     * A day of the plan.
     *
     * @param host id of the school
     * @param appointment what for
     * @param first first day
     * @param last last day; of all but a visit the same
     * @param pinned whether it stays when the rest is planned anew
     */
    record DayOfPlan(String host, AppointmentKind appointment, LocalDate first, LocalDate last, boolean pinned) {}

    /**
     * A seat of the plan.
     *
     * @param person id of who sits there; empty: nobody
     * @param pinned whether it stays when the rest is planned anew
     */
    record SeatOfPlan(SeatToFill seat, Optional<String> person, boolean pinned) {}

    /** Somebody is away, from one day to another, both included. */
    record AwayInYear(UUID id, String person, LocalDate first, LocalDate last) {}

    /** What a proposal says, in the manner in which it is kept. Days and people that were settled stay settled. */
    static PlanOfYear of(Proposal proposal, Pins pins) {
        return new PlanOfYear(
                Stream.concat(proposal.reviews().stream().map(ProposedReview::host), proposal.withoutDay().stream())
                        .map(host -> new HostOfPlan(host, false, Optional.empty()))
                        .toList(),
                proposal.reviews().stream()
                        .flatMap(review -> review.days().entrySet().stream()
                                .map(day -> new DayOfPlan(
                                        review.host(),
                                        day.getKey(),
                                        day.getValue(),
                                        day.getKey() == AppointmentKind.VISIT ? review.visitLast() : day.getValue(),
                                        isPinned(review.host(), day.getKey(), pins))))
                        .toList(),
                proposal.reviews().stream()
                        .flatMap(review -> review.seats().stream())
                        .map(seat -> new SeatOfPlan(
                                seat.seat(), seat.person(), pins.seats().containsKey(seat.seat())))
                        .toList(),
                List.of());
    }

    private static boolean isPinned(String host, AppointmentKind appointment, Pins pins) {
        return appointment == AppointmentKind.VISIT
                ? pins.visits().containsKey(host)
                : pins.meetings().getOrDefault(host, Map.of()).containsKey(appointment);
    }

    /** What is settled. */
    Pins pins() {
        List<DayOfPlan> pinned = days.stream().filter(DayOfPlan::pinned).toList();
        return new Pins(
                pinned.stream()
                        .filter(day -> day.appointment() == AppointmentKind.VISIT)
                        .collect(toMap(DayOfPlan::host, DayOfPlan::first)),
                pinned.stream()
                        .filter(day -> day.appointment() != AppointmentKind.VISIT)
                        .collect(groupingBy(DayOfPlan::host, toMap(DayOfPlan::appointment, DayOfPlan::first))),
                seats.stream().filter(SeatOfPlan::pinned).collect(toMap(SeatOfPlan::seat, SeatOfPlan::person)));
    }

    /** What people say about the year before it is planned. */
    YearToPlan asked(PartnershipYear year) {
        return new YearToPlan(
                year.partnership(),
                year.year(),
                year.publishOn(),
                hosts.stream().filter(HostOfPlan::leftOut).map(HostOfPlan::host).collect(toSet()),
                pins(),
                away.stream()
                        .collect(groupingBy(
                                AwayInYear::person,
                                flatMapping(
                                        one -> one.first().datesUntil(one.last().plusDays(1)), toSet()))));
    }

    /** The reviews of the plan, as the planner takes them. */
    Proposal proposal() {
        Map<String, List<DayOfPlan>> daysOf = days.stream().collect(groupingBy(DayOfPlan::host));
        Map<String, List<SeatOfPlan>> seatsOf =
                seats.stream().collect(groupingBy(seat -> seat.seat().host()));
        return new Proposal(
                visited().stream()
                        .filter(host -> visitIn(daysOf.get(host)).isPresent())
                        .map(host -> review(host, daysOf.get(host), seatsOf.getOrDefault(host, List.of())))
                        .toList(),
                visited().stream()
                        .filter(host -> visitIn(daysOf.get(host)).isEmpty())
                        .toList(),
                new Standing(0, 0, 0));
    }

    /** Ids of the schools that are visited, by id. */
    List<String> visited() {
        return hosts.stream()
                .filter(host -> !host.leftOut())
                .map(HostOfPlan::host)
                .sorted()
                .toList();
    }

    private static Optional<DayOfPlan> visitIn(Collection<DayOfPlan> some) {
        return Optional.ofNullable(some).stream()
                .flatMap(Collection::stream)
                .filter(day -> day.appointment() == AppointmentKind.VISIT)
                .findFirst();
    }

    private static ProposedReview review(String host, List<DayOfPlan> days, List<SeatOfPlan> seats) {
        DayOfPlan visit = visitIn(days).orElseThrow();
        return new ProposedReview(
                host,
                visit.first(),
                visit.last(),
                days.stream()
                        .filter(day -> day.appointment() != AppointmentKind.VISIT)
                        .collect(toMap(DayOfPlan::appointment, DayOfPlan::first)),
                seats.stream()
                        .sorted(Comparator.comparing(
                                        (SeatOfPlan seat) -> seat.seat().duty())
                                .thenComparing(seat -> seat.seat().number()))
                        .map(seat -> new ProposedSeat(seat.seat(), seat.person(), seat.pinned()))
                        .toList(),
                Optional.empty());
    }

    /** The people with a duty at a school, by duty, in the order of their seats. */
    Map<Duty, List<String>> teamAt(String host) {
        return seats.stream()
                .filter(seat -> seat.seat().host().equals(host) && seat.person().isPresent())
                .sorted(Comparator.comparing(seat -> seat.seat().number()))
                .collect(groupingBy(
                        seat -> seat.seat().duty(),
                        Collectors.mapping(seat -> seat.person().orElseThrow(), Collectors.toList())));
    }

    /** Ids of all who have a duty. */
    Set<String> people() {
        return seats.stream().flatMap(seat -> seat.person().stream()).collect(toSet());
    }

    Optional<DayOfPlan> day(String host, AppointmentKind appointment) {
        return days.stream()
                .filter(day -> day.host().equals(host) && day.appointment() == appointment)
                .findFirst();
    }

    Optional<SeatOfPlan> seat(SeatToFill wanted) {
        return seats.stream().filter(seat -> seat.seat().equals(wanted)).findFirst();
    }

    Optional<HostOfPlan> host(String id) {
        return hosts.stream().filter(host -> host.host().equals(id)).findFirst();
    }
}
