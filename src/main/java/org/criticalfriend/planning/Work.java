package org.criticalfriend.planning;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.criticalfriend.duty.AppointmentKind;

/** What a plan asks of people and schools. */
final class Work {

    private final Map<Colleague, List<PlannedSeat>> seats;
    private final Year year;

    Work(Year year) {
        this.year = year;
        this.seats = year.seats().stream()
                .filter(seat -> seat.filled().isPresent())
                .collect(Collectors.groupingBy(PlannedSeat::person));
    }

    List<LoadRow> people() {
        return year.people().stream()
                .filter(person -> person.person().sendsReviewers() || seats.containsKey(person))
                .map(this::of)
                .sorted(Comparator.comparing(LoadRow::name).thenComparing(LoadRow::id))
                .toList();
    }

    LoadRow of(Colleague person) {
        List<PlannedSeat> held = seats.getOrDefault(person, List.of());
        int cover = held.stream().mapToInt(Work::coverHalves).sum();
        return new LoadRow(
                person.id(),
                person.name(),
                person.school().map(SchoolToPlan::id),
                held.size(),
                (int) held.stream().filter(PlannedSeat::isStandIn).count(),
                person.person().halvesGiven()
                        + held.stream().mapToInt(PlannedSeat::halves).sum(),
                cover,
                person.school().flatMap(SchoolToPlan::dayRate).map(rate -> LoadRow.cost(rate, cover)));
    }

    /** Stand-ins are replaced only if they are needed. */
    private static int coverHalves(PlannedSeat seat) {
        return AppointmentKind.VISIT.isAttendedBy(seat.duty()) && !seat.isStandIn()
                ? seat.review().host().plan().visitHalves()
                : 0;
    }

    List<LoadRow> schools() {
        Map<SchoolToPlan, List<LoadRow>> bySchool = new HashMap<>();
        year.people().stream()
                .filter(person -> person.person().sendsReviewers() || seats.containsKey(person))
                .forEach(person -> person.school()
                        .ifPresent(school -> bySchool.computeIfAbsent(school, known -> new java.util.ArrayList<>())
                                .add(of(person))));
        return bySchool.entrySet().stream()
                .map(school -> sum(school.getKey(), school.getValue()))
                .sorted(Comparator.comparing(LoadRow::name).thenComparing(LoadRow::id))
                .toList();
    }

    private static LoadRow sum(SchoolToPlan school, List<LoadRow> rows) {
        int cover = rows.stream().mapToInt(LoadRow::coverHalves).sum();
        return new LoadRow(
                school.id(),
                school.name(),
                Optional.of(school.id()),
                rows.stream().mapToInt(LoadRow::duties).sum(),
                rows.stream().mapToInt(LoadRow::standIns).sum(),
                rows.stream().mapToInt(LoadRow::halves).sum(),
                cover,
                school.dayRate().map(rate -> LoadRow.cost(rate, cover)));
    }
}
