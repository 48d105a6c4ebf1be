package org.criticalfriend.partnership;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person is trained for (F2, F12).
 *
 * @param duty for what; {@link Duty#trainedAs()} of itself
 * @param trainedOn from when it counts; absent: since always, the day is not known
 * @param by id of the trainer; absent if not known or not of the register
 * @param until last day on which it counts; absent: without end
 */
public record Training(Duty duty, Optional<LocalDate> trainedOn, Optional<String> by, Optional<LocalDate> until) {

    /**
     * Looks at what was entered.
     *
     * @throws EntryRefused if nobody is trained for the duty, or the training ends before it begins
     */
    public void check() {
        Duty trainedAs = duty.trainedAs()
                .orElseThrow(() -> new EntryRefused("An associate goes along without training. Please leave it out."));
        Demand.that(
                trainedAs == duty,
                "Nobody is trained as %s. Whoever stands in is trained for what they stand in for: please enter %s.",
                duty,
                trainedAs);
        Demand.that(
                trainedOn.isEmpty() || until.isEmpty() || !until.get().isBefore(trainedOn.get()),
                "A training cannot count until %s if it was on %s. Please correct one of the days.",
                until.orElse(null),
                trainedOn.orElse(null));
    }

    /** A training of which no more is known. */
    public static Training as(Duty duty) {
        return new Training(duty, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it counts on a day. */
    public boolean countsOn(LocalDate day) {
        return trainedOn.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }
}
