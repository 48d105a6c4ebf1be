package org.criticalfriend.notification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.criticalfriend.calendar.OpenDays;

/**
 * On one morning: whose school is open, and since which day they have not heard of their tasks. That is the last morning with a round
 * on which their school was open; for a school that had none yet, the day before the first round of all.
 */
final class Audience {

    private final LocalDate today;
    private final List<LocalDate> rounds;
    private final Map<String, OpenDays> schools;
    private final OpenDays withoutSchool;
    private final Map<Optional<String>, LocalDate> since = new HashMap<>();

    /**
     * @param rounds of the mornings before, the last first
     * @param schools days of every school by its id
     * @param withoutSchool days of people who have none
     */
    Audience(LocalDate today, List<LocalDate> rounds, Map<String, OpenDays> schools, OpenDays withoutSchool) {
        this.today = today;
        this.rounds = rounds;
        this.schools = schools;
        this.withoutSchool = withoutSchool;
    }

    /** The morning in question. */
    LocalDate today() {
        return today;
    }

    /** The days of a school, or of somebody without one. */
    OpenDays daysOf(Optional<String> school) {
        return school.map(schools::get).orElse(withoutSchool);
    }

    /** The days of all schools, and of people without one. */
    Stream<OpenDays> everybodysDays() {
        return Stream.concat(schools.values().stream(), Stream.of(withoutSchool));
    }

    /** Whether people of this school, or without one, are written to this morning. */
    boolean isReached(Optional<String> school) {
        return daysOf(school).areOpenOn(today);
    }

    /** The day up to which they have heard of everything. */
    LocalDate since(Optional<String> school) {
        return since.computeIfAbsent(school, asked -> lastHeard(daysOf(asked)));
    }

    private LocalDate lastHeard(OpenDays school) {
        return rounds.stream()
                .filter(school::areOpenOn)
                .findFirst()
                .orElseGet(() -> (rounds.isEmpty() ? today : rounds.get(rounds.size() - 1)).minusDays(1));
    }

    /** The earliest of these days over all schools. */
    LocalDate earliestSince() {
        LocalDate earliest = since(Optional.empty());
        for (String school : schools.keySet()) {
            LocalDate own = since(Optional.of(school));
            earliest = own.isBefore(earliest) ? own : earliest;
        }
        return earliest;
    }
}
