package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.LedBy;

/** Turns a problem into what the planner works on, and back. Hosts that have no day at all are left out of it. */
final class YearModel {

    private final PlanningProblem problem;
    private final Map<String, SchoolToPlan> schools;
    private final Map<String, Colleague> people;
    private final List<DatedReview> reviews = new ArrayList<>();
    private final List<PlannedSeat> seats = new ArrayList<>();
    private final List<HostToPlan> withoutDay = new ArrayList<>();
    private final YearFacts facts;

    YearModel(PlanningProblem problem) {
        this.problem = problem;
        this.schools = problem.schoolsById();
        this.people = colleagues();
        this.facts = facts();
        for (HostToPlan host : problem.hosts()) {
            add(host);
        }
    }

    /** The year as a proposal has it: its days, its people, and what the problem says is settled. */
    static YearModel holding(PlanningProblem problem, Proposal proposal) {
        Pins settled = problem.pins();
        YearModel model = new YearModel(problem.with(new Pins(
                proposal.reviews().stream().collect(Collectors.toMap(ProposedReview::host, ProposedReview::visitFirst)),
                proposal.reviews().stream()
                        .collect(Collectors.toMap(ProposedReview::host, review -> unusual(problem, review))),
                settled.seats())));
        Map<SeatToFill, Optional<String>> people = proposal.reviews().stream()
                .flatMap(review -> review.seats().stream())
                .collect(Collectors.toMap(ProposedSeat::seat, ProposedSeat::person));
        model.seats.forEach(
                seat -> Optional.ofNullable(people.get(seat.seat())).ifPresent(person -> person.map(model.people::get)
                        .ifPresentOrElse(seat::giveAsChosen, () -> seat.give(null))));
        model.reviews.forEach(review -> proposal.of(review.id()).ifPresent(proposed -> model.place(review, proposed)));
        return model;
    }

    /** The days of meetings that are none of the possible ones of their visit. */
    private static Map<AppointmentKind, LocalDate> unusual(PlanningProblem problem, ProposedReview review) {
        Map<AppointmentKind, List<LocalDate>> possible = problem.hosts().stream()
                .filter(host -> host.school().equals(review.host()))
                .flatMap(host -> host.visits().stream())
                .filter(visit -> visit.first().equals(review.visitFirst()))
                .findFirst()
                .map(PossibleVisit::meetings)
                .orElse(Map.of());
        return review.meetings().entrySet().stream()
                .filter(meeting -> !possible.getOrDefault(meeting.getKey(), List.of()).stream()
                        .limit(Option.PLACES)
                        .toList()
                        .contains(meeting.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void place(DatedReview review, ProposedReview proposed) {
        proposed.meetings()
                .forEach((meeting, day) ->
                        review.option().placeOf(meeting, day).ifPresent(place -> review.place(meeting, place)));
    }

    Year year() {
        return new Year(facts, List.copyOf(people.values()), reviews, seats);
    }

    PlanningProblem problem() {
        return problem;
    }

    /** The hosts that cannot be visited on any day. */
    List<HostToPlan> withoutDay() {
        return withoutDay;
    }

    /** Always there for somebody of the problem. */
    Colleague colleague(String person) {
        return people.get(person);
    }

    /** What somebody gives in the year apart from one seat, in halves of a day. */
    int halvesOf(Colleague person, PlannedSeat apartFrom) {
        return person.person().halvesGiven()
                + seats.stream()
                        .filter(seat -> seat != apartFrom && seat.person() == person)
                        .mapToInt(PlannedSeat::halves)
                        .sum();
    }

    String schoolName(String school) {
        return schools.get(school).name();
    }

    private Map<String, Colleague> colleagues() {
        List<LocalDate> days = problem.hosts().stream()
                .flatMap(host -> host.visits().stream())
                .flatMap(visit -> Stream.concat(
                        visit.days().stream(),
                        visit.meetings().values().stream().flatMap(List::stream)))
                .distinct()
                .toList();
        int first = days.stream().mapToInt(Option::number).min().orElse(0);
        int length = days.stream().mapToInt(Option::number).max().orElse(0) - first + 1;
        Map<Set<LocalDate>, BitSet> open = new java.util.IdentityHashMap<>();
        Map<String, Colleague> all = new java.util.LinkedHashMap<>();
        for (PersonToPlan person : problem.people()) {
            BitSet openDays = open.computeIfAbsent(
                    person.openDays(),
                    some -> Colleague.bits(some.stream()
                            .mapToInt(day -> Option.number(day) - first)
                            .filter(day -> day >= 0 && day < length)));
            all.put(person.id(), new Colleague(person, person.school().map(schools::get), first, length, openDays));
        }
        return all;
    }

    private YearFacts facts() {
        List<Colleague> sending = people.values().stream()
                .filter(one -> one.person().sendsReviewers())
                .toList();
        Map<Held.SchoolDay, Integer> out = new HashMap<>();
        people.values().stream().filter(Colleague::hasFewToSpare).forEach(person -> person.person()
                .given()
                .keySet()
                .forEach(day -> out.merge(
                        new Held.SchoolDay(person.school().orElseThrow(), Option.number(day)), 1, Integer::sum)));
        return new YearFacts(
                problem.wishes(),
                problem.lastYear(),
                sending.stream()
                        .flatMap(person -> person.school().stream())
                        .map(SchoolToPlan::phase)
                        .collect(Collectors.toSet()),
                people.values().stream()
                        .filter(person -> !person.isCentral())
                        .collect(Collectors.groupingBy(
                                Colleague::schoolId,
                                Collectors.summingInt(person -> person.person().halvesGiven()))),
                out);
    }

    private void add(HostToPlan plan) {
        Host host = new Host(schools.get(plan.school()), plan, narrowed(plan), facts);
        List<LocalDate> visits = Optional.ofNullable(problem.pins().visits().get(plan.school()))
                .filter(day -> host.find(day).isPresent())
                .map(List::of)
                .orElseGet(host::allowed);
        if (visits.isEmpty()) {
            withoutDay.add(plan);
            return;
        }
        DatedReview review = new DatedReview(host, visits);
        review.visitOn(visits.get(0));
        reviews.add(review);
        int visitDays = host.option(visits.get(0)).visit().days().size();
        Map<Duty, List<Colleague>> candidates = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            candidates.put(duty, candidates(host, duty));
        }
        seatsOf(plan).forEach(seat -> addSeat(seat, review, visitDays, candidates.get(seat.duty())));
    }

    private void addSeat(SeatToFill seat, DatedReview review, int visitDays, List<Colleague> candidates) {
        Optional<String> settled = problem.pins().seats().get(seat);
        PlannedSeat planned = new PlannedSeat(seats.size(), seat, review, visitDays, candidates, settled != null);
        if (settled != null) {
            settled.map(people::get).ifPresent(planned::giveAsChosen);
        }
        seats.add(planned);
    }

    /** With the days of other meetings that are settled in place of those that are possible. */
    private List<PossibleVisit> narrowed(HostToPlan plan) {
        Map<AppointmentKind, LocalDate> settled = problem.pins().meetings().getOrDefault(plan.school(), Map.of());
        return settled.isEmpty()
                ? plan.visits()
                : plan.visits().stream().map(visit -> with(visit, settled)).toList();
    }

    private static PossibleVisit with(PossibleVisit visit, Map<AppointmentKind, LocalDate> settled) {
        Map<AppointmentKind, List<LocalDate>> meetings = new EnumMap<>(AppointmentKind.class);
        meetings.putAll(visit.meetings());
        settled.forEach((meeting, day) -> meetings.put(meeting, List.of(day)));
        return new PossibleVisit(
                visit.first(),
                visit.last(),
                visit.days(),
                meetings,
                visit.hindrances(),
                visit.squeezes(),
                visit.acrossTheSummer());
    }

    /** The seats of a review, and those that people have settled besides. */
    private List<SeatToFill> seatsOf(HostToPlan plan) {
        String host = plan.school();
        int goingAlong = (int) Math.min(
                plan.associates(),
                people.values().stream()
                        .filter(person -> person.person().wishesToGoAlong())
                        .count());
        return Stream.of(
                        numbered(host, Duty.LEAD_REVIEWER, 1),
                        numbered(host, Duty.IMPROVEMENT_CHAMPION, 1),
                        numbered(host, Duty.PEER_REVIEWER, plan.peers()),
                        numbered(host, Duty.RESERVE_REVIEWER, 1),
                        numbered(host, Duty.SPARE_IMPROVEMENT_CHAMPION, 1),
                        numbered(host, Duty.ASSOCIATE, goingAlong),
                        problem.pins().seats().keySet().stream()
                                .filter(seat -> seat.host().equals(host))
                                .sorted(java.util.Comparator.comparing(SeatToFill::duty)
                                        .thenComparing(SeatToFill::number)))
                .flatMap(some -> some)
                .distinct()
                .toList();
    }

    private static Stream<SeatToFill> numbered(String host, Duty duty, int seats) {
        return IntStream.rangeClosed(1, seats).mapToObj(number -> new SeatToFill(host, duty, number));
    }

    /** Who could have a duty at a host on some day. Under a peer lead the central team reads only (F5). */
    private List<Colleague> candidates(Host host, Duty duty) {
        boolean central = problem.wishes().ledBy() == LedBy.CENTRAL;
        return people.values().stream()
                .filter(person -> duty == Duty.ASSOCIATE
                        ? person.person().wishesToGoAlong()
                        : person.person().sendsReviewers())
                .filter(person -> person.isEverTrained(duty))
                .filter(person -> !person.belongsTo(host.id()) && !host.turnsAway(person))
                .filter(person ->
                        duty == Duty.LEAD_REVIEWER ? person.isCentral() == central : central || !person.isCentral())
                .toList();
    }
}
