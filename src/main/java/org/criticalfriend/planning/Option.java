package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.criticalfriend.duty.AppointmentKind;

/** A possible visit, in the numbers with which the planner counts: days since 1970. */
final class Option {

    /** How far down the list of a meeting's possible days the planner goes at most. */
    static final int PLACES = 6;

    private static final LocalDate A_MONDAY = LocalDate.of(1969, 12, 29);

    private final PossibleVisit visit;
    private final int week;
    private final int[] visitDays;
    private final int[] planning;
    private final int[] workshop;
    private final int[] followUp;

    Option(PossibleVisit visit) {
        this.visit = visit;
        this.week = week(visit.first());
        this.visitDays = visit.days().stream().mapToInt(Option::number).toArray();
        this.planning = places(AppointmentKind.PLANNING_MEETING);
        this.workshop = places(AppointmentKind.WORKSHOP);
        this.followUp = places(AppointmentKind.FOLLOW_UP);
    }

    private int[] places(AppointmentKind meeting) {
        return visit.meetings().getOrDefault(meeting, List.of()).stream()
                .mapToInt(Option::number)
                .limit(PLACES)
                .toArray();
    }

    static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** Weeks begin on Mondays. */
    static int week(LocalDate day) {
        return Math.toIntExact((day.toEpochDay() - A_MONDAY.toEpochDay()) / 7);
    }

    static LocalDate mondayOf(int week) {
        return A_MONDAY.plusWeeks(week);
    }

    PossibleVisit visit() {
        return visit;
    }

    int week() {
        return week;
    }

    /** Days of an appointment if it takes the given place among its possible days. */
    int[] days(AppointmentKind appointment, int place) {
        return switch (appointment) {
            case VISIT -> visitDays;
            case PLANNING_MEETING -> at(planning, place);
            case WORKSHOP -> at(workshop, place);
            case FOLLOW_UP -> at(followUp, place);
        };
    }

    private static int[] at(int[] possible, int place) {
        return possible.length == 0 ? possible : new int[] {possible[place % possible.length]};
    }

    /** Whether a place leads to another day than the usual one. */
    boolean isUnusual(AppointmentKind appointment, int place) {
        int possible =
                switch (appointment) {
                    case VISIT -> 1;
                    case PLANNING_MEETING -> planning.length;
                    case WORKSHOP -> workshop.length;
                    case FOLLOW_UP -> followUp.length;
                };
        return possible > 0 && place % possible != 0;
    }

    /** At which place a day is; empty if the meeting cannot be then. */
    Optional<Integer> placeOf(AppointmentKind appointment, LocalDate day) {
        int at = visit.meetings().getOrDefault(appointment, List.of()).indexOf(day);
        return at < 0 || at >= PLACES ? Optional.empty() : Optional.of(at);
    }

    static Comparator<Option> inOrder() {
        return Comparator.comparing(option -> option.visit().first());
    }
}
