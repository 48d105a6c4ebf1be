package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A duty with its days.
 *
 * @param seat the duty
 * @param review whose it is
 * @param person who has it
 * @param days the days that it takes
 */
record Held(PlannedSeat seat, DatedReview review, Colleague person, int[] days) {

    static Held of(PlannedSeat seat, DatedReview review) {
        return new Held(seat, review, seat.person(), review.daysOf(seat.duty()));
    }

    int number() {
        return seat.number();
    }

    boolean isFree() {
        return person.isFree(days);
    }

    boolean isTrained() {
        return person.isTrained(seat.duty(), days);
    }

    /** How many days lie between two duties where they are closest; none if they share a day. */
    static int gap(int[] one, int[] other) {
        int gap = Integer.MAX_VALUE;
        for (int here : one) {
            for (int there : other) {
                gap = Math.min(gap, Math.abs(here - there));
            }
        }
        return gap;
    }

    int gapTo(Held other) {
        return gap(days, other.days);
    }

    /** The days that both take. */
    List<LocalDate> daysWith(Held other) {
        return IntStream.of(days)
                .filter(day -> IntStream.of(other.days).anyMatch(there -> there == day))
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
    }

    LocalDate closestTo(Held other) {
        return Arrays.stream(days)
                .boxed()
                .min(java.util.Comparator.comparing(day -> gap(new int[] {day}, other.days)))
                .map(LocalDate::ofEpochDay)
                .orElseThrow();
    }

    /** A day in one school. */
    record SchoolDay(SchoolToPlan school, int day) {

        /** How many people the school can spare on it. */
        int canSpare() {
            return school.limits().mostPeopleOutADay().orElse(Integer.MAX_VALUE);
        }
    }

    List<SchoolDay> schoolDays() {
        return IntStream.of(days)
                .mapToObj(day -> new SchoolDay(person.school().orElseThrow(), day))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
