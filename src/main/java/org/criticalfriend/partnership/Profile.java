package org.criticalfriend.partnership;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What planning has to know of a person (G16). Is read and changed together with the {@link Person}, in a {@link PersonEntry}.
 *
 * @param phase the age range they know best; absent: any
 * @param leadershipArea what they lead in their school, in words, such as <i>Curriculum</i>; absent: nothing
 * @param subjects what they teach or lead
 * @param workingDays weekdays on which they work
 * @param trainings what they are trained for, once per duty
 */
public record Profile(
        Optional<Phase> phase,
        Optional<String> leadershipArea,
        Set<String> subjects,
        Set<DayOfWeek> workingDays,
        Set<Training> trainings) {

    /** Works from Monday to Friday and is trained for nothing yet. */
    public static final Profile DEFAULT =
            new Profile(Optional.empty(), Optional.empty(), Set.of(), Weekdays.MONDAY_TO_FRIDAY, Set.of());

    /** Copies that cannot be changed, the working days in the order of the week. */
    public Profile {
        subjects = Set.copyOf(subjects);
        workingDays = Weekdays.of(workingDays);
        trainings = Set.copyOf(trainings);
    }

    /**
     * Looks at what was entered.
     *
     * @throws EntryRefused if a subject is empty or too long, no day is worked, or a training cannot be what it is or is there
     *     twice
     */
    public void check() {
        trainings.forEach(Training::check);
        Demand.text("the area that the person leads", leadershipArea, 100);
        Demand.texts("the subject", subjects, 100);
        Demand.that(!workingDays.isEmpty(), "Please choose at least one day on which the person works.");
        Demand.that(
                trainings.stream().map(Training::duty).distinct().count() == trainings.size(),
                "The same training is entered twice. Please enter each duty once, with the latest day.");
    }

    /** The same profile with these trainings. */
    public Profile trained(Collection<Training> changed) {
        return new Profile(phase, leadershipArea, subjects, workingDays, Set.copyOf(changed));
    }

    /** The same profile of somebody who works on these weekdays. */
    public Profile working(Set<DayOfWeek> changed) {
        return new Profile(phase, leadershipArea, subjects, changed, trainings);
    }
}
