package org.criticalfriend.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.Training;

/**
 * Somebody who can be given duties.
 *
 * @param id id of the person
 * @param name given and family name
 * @param school id of their own school; empty for the central team
 * @param schools ids of their own school and of those where they have a role
 * @param phase the age range they know best; empty: that of their school
 * @param subjects what they teach or lead
 * @param trainings what they are trained for
 * @param openDays the days on which staff are at work at their own school
 * @param workingDays weekdays on which they work
 * @param away days on which they are away
 * @param given what they have given to reviews outside this problem, by day: another partnership's, or of this one under way
 * @param halvesGiven what that comes to, in halves of a day ({@link org.criticalfriend.duty.Load})
 * @param crossPhaseDone whether they have been on a review of a school of another phase before (P9)
 * @param sendsReviewers whether they may have duties; otherwise they go along as associates at most
 * @param wishesToGoAlong whether they asked to go along as an associate (G18)
 * @param reviewsBefore on how many reviews they have been
 */
public record PersonToPlan(
        String id,
        String name,
        Optional<String> school,
        Set<String> schools,
        Optional<Phase> phase,
        Set<String> subjects,
        Set<Training> trainings,
        Set<LocalDate> openDays,
        Set<DayOfWeek> workingDays,
        Set<LocalDate> away,
        Map<LocalDate, AppointmentKind> given,
        int halvesGiven,
        boolean crossPhaseDone,
        boolean sendsReviewers,
        boolean wishesToGoAlong,
        int reviewsBefore) {

    /** Whether they belong to the central team: may lead where the partnership wants that, and have no school cap. */
    public boolean isCentral() {
        return school.isEmpty();
    }

    /** The same person as they would be without some of the days that they have given, as when a review of theirs is planned anew. */
    public PersonToPlan withoutGiven(Set<LocalDate> days, int halves) {
        Map<LocalDate, AppointmentKind> left = new HashMap<>(given);
        left.keySet().removeAll(days);
        return new PersonToPlan(
                id,
                name,
                school,
                schools,
                phase,
                subjects,
                trainings,
                openDays,
                workingDays,
                away,
                Map.copyOf(left),
                Math.max(0, halvesGiven - halves),
                crossPhaseDone,
                sendsReviewers,
                wishesToGoAlong,
                reviewsBefore);
    }

    /** The same person, away on further days. */
    public PersonToPlan alsoAway(Set<LocalDate> days) {
        return new PersonToPlan(
                id,
                name,
                school,
                schools,
                phase,
                subjects,
                trainings,
                openDays,
                workingDays,
                java.util.stream.Stream.concat(away.stream(), days.stream())
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()),
                given,
                halvesGiven,
                crossPhaseDone,
                sendsReviewers,
                wishesToGoAlong,
                reviewsBefore);
    }
}
