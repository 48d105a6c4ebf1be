package org.criticalfriend.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.partnership.Duty;

/**
 * The dates of one review. The planner chooses the visit among the days of the host, and for each other meeting a place among its
 * possible days, of which the first is the usual one; so everything moves with the visit.
 */
@PlanningEntity
class DatedReview {

    @PlanningId
    private String id;

    private Host host;

    @ValueRangeProvider(id = "visits")
    private List<LocalDate> visits;

    @PlanningVariable(valueRangeProviderRefs = "visits")
    private LocalDate visit;

    @PlanningVariable(valueRangeProviderRefs = "places")
    private Integer planningPlace = 0;

    @PlanningVariable(valueRangeProviderRefs = "places")
    private Integer workshopPlace = 0;

    @PlanningVariable(valueRangeProviderRefs = "places")
    private Integer followUpPlace = 0;

    /** For the planner, which makes copies. */
    DatedReview() {}

    /** @param visits the days among which the planner chooses */
    DatedReview(Host host, List<LocalDate> visits) {
        this.id = host.id();
        this.host = host;
        this.visits = List.copyOf(visits);
    }

    /** Id of the host. */
    String id() {
        return id;
    }

    Host host() {
        return host;
    }

    List<LocalDate> visits() {
        return visits;
    }

    LocalDate visit() {
        return visit;
    }

    void visitOn(LocalDate day) {
        visit = day;
    }

    void place(AppointmentKind meeting, int place) {
        switch (meeting) {
            case PLANNING_MEETING -> planningPlace = place;
            case WORKSHOP -> workshopPlace = place;
            case FOLLOW_UP -> followUpPlace = place;
            case VISIT -> throw new IllegalArgumentException("A visit has a day, not a place.");
        }
    }

    private int place(AppointmentKind appointment) {
        return switch (appointment) {
            case PLANNING_MEETING -> planningPlace;
            case VISIT -> 0;
            case WORKSHOP -> workshopPlace;
            case FOLLOW_UP -> followUpPlace;
        };
    }

    Option option() {
        return host.option(visit);
    }

    /** What of this kind stands against the visit on its day. */
    Optional<PossibleVisit.Hindrance> hindrance(PossibleVisit.Kind kind) {
        return option().visit().hindrances().stream()
                .filter(hindrance -> hindrance.kind() == kind)
                .findFirst();
    }

    /** Monday of the visit, as a number of weeks. */
    int week() {
        return option().week();
    }

    /** The days that a duty takes, of every appointment that it attends. */
    int[] daysOf(Duty duty) {
        Option option = option();
        int[] days = new int[0];
        for (AppointmentKind appointment : APPOINTMENTS) {
            if (appointment.isAttendedBy(duty)) {
                int[] more = option.days(appointment, place(appointment));
                days = days.length == 0 ? more : join(days, more);
            }
        }
        return days;
    }

    private static final AppointmentKind[] APPOINTMENTS = AppointmentKind.values();

    private static int[] join(int[] one, int[] other) {
        int[] both = new int[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** The day of an appointment, of a visit the first; empty if it falls into a school year without terms. */
    Optional<LocalDate> dayOf(AppointmentKind appointment) {
        return IntStream.of(option().days(appointment, place(appointment)))
                .mapToObj(LocalDate::ofEpochDay)
                .findFirst();
    }

    /** The meetings that are not on their usual day. */
    List<AppointmentKind> onUnusualDays() {
        Option option = option();
        return Stream.of(APPOINTMENTS)
                .filter(appointment -> option.isUnusual(appointment, place(appointment)))
                .toList();
    }

    int unusualDays() {
        Option option = option();
        int unusual = 0;
        for (AppointmentKind appointment : APPOINTMENTS) {
            if (option.isUnusual(appointment, place(appointment))) {
                unusual++;
            }
        }
        return unusual;
    }

    /** What a duty on this review asks of a person, in halves of a day: two for a day on duty, one for a day on stand-by (P12). */
    static int halves(Duty duty, int visitDays) {
        int days = 0;
        for (AppointmentKind appointment : APPOINTMENTS) {
            if (appointment.isAttendedBy(duty)) {
                days += appointment == AppointmentKind.VISIT ? visitDays : 1;
            }
        }
        return StandIns.include(duty) ? days : 2 * days;
    }

    @Override
    public String toString() {
        return "%s on %s".formatted(id, visit);
    }
}
