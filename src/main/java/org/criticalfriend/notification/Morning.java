package org.criticalfriend.notification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.criticalfriend.calendar.OpenDays;
import org.criticalfriend.notification.Ladder.Rungs;
import org.criticalfriend.notification.RoundFacts.Belonging;

/** One morning as open tasks see it: on a rung, past the last, or neither. */
final class Morning {

    private final Audience audience;
    private final Ladder ladder;
    private final Map<String, Belonging> known;
    private final Map<String, Rungs> rungs = new HashMap<>();
    private final Map<Passing, Optional<LocalDate>> passed = new HashMap<>();
    private final Map<Rung, Boolean> onRung = new HashMap<>();

    private record Passing(String activity, Optional<String> school, LocalDate due) {}

    private record Rung(Passing of, LocalDate since) {}

    /** @param known what tasks belong to, by reference */
    Morning(Audience audience, Ladder ladder, Map<String, Belonging> known) {
        this.audience = audience;
        this.ladder = ladder;
        this.known = known;
    }

    /** Whom it reaches. */
    Audience audience() {
        return audience;
    }

    /** What a task belongs to, if anybody knows. */
    Optional<Belonging> belongingOf(OpenTask task) {
        return task.reference().map(known::get);
    }

    /** The days in which it counts: those of the host; of whoever does it, if it belongs to nothing. */
    OpenDays daysOf(OpenTask task) {
        return audience.daysOf(schoolOf(task));
    }

    private Optional<String> schoolOf(OpenTask task) {
        return belongingOf(task).map(Belonging::host).or(task::school);
    }

    private Passing at(OpenTask task) {
        return new Passing(task.activity(), schoolOf(task), task.due());
    }

    private Rungs rungsOf(String activity) {
        return rungs.computeIfAbsent(activity, ladder::of);
    }

    /** Whether the person whose task it is hears of it this morning. */
    boolean isOnRung(OpenTask task) {
        return onRung.computeIfAbsent(
                new Rung(at(task), audience.since(task.school())), asked -> rungsOf(task.activity())
                        .stepIsOnOne(task.due(), daysOf(task), asked.since(), audience.today()));
    }

    /** The first day on which it is past its last rung; empty if it has none, or that is still to come. */
    Optional<LocalDate> passedOn(OpenTask task) {
        return passed.computeIfAbsent(
                        at(task), asked -> rungsOf(task.activity()).passed(task.due(), daysOf(task)))
                .filter(day -> !day.isAfter(audience.today()));
    }
}
