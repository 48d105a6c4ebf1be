package org.criticalfriend.planning;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.Training;

/** Somebody who can have a duty, with their days ready for the planner. */
final class Colleague {

    private final PersonToPlan person;
    private final Optional<SchoolToPlan> school;
    private final int firstDay;
    private final BitSet open;
    private final BitSet working;
    private final BitSet away;
    private final BitSet given;
    private final BitSet free;
    private final Map<Duty, int[]> trained = new EnumMap<>(Duty.class);

    /**
     * @param school of the person; empty for central people
     * @param firstDay number of the first day that can matter
     * @param open the days from it on which their school is open
     */
    Colleague(PersonToPlan person, Optional<SchoolToPlan> school, int firstDay, int days, BitSet open) {
        this.person = person;
        this.school = school;
        this.firstDay = firstDay;
        this.open = open;
        this.working = bits(IntStream.range(0, days).filter(day -> person.workingDays()
                .contains(LocalDate.ofEpochDay(firstDay + (long) day).getDayOfWeek())));
        this.away = bits(inside(person.away(), days));
        this.given = bits(inside(person.given().keySet(), days));
        this.free = (BitSet) open.clone();
        free.and(working);
        free.andNot(away);
        free.andNot(given);
        person.trainings().forEach(training -> trained.put(training.duty(), window(training)));
    }

    private IntStream inside(Iterable<LocalDate> some, int days) {
        IntStream.Builder inside = IntStream.builder();
        some.forEach(day -> inside.add(Option.number(day) - firstDay));
        return inside.build().filter(day -> day >= 0 && day < days);
    }

    static BitSet bits(IntStream days) {
        BitSet bits = new BitSet();
        days.forEach(bits::set);
        return bits;
    }

    private static int[] window(Training training) {
        return new int[] {
            training.trainedOn().map(Option::number).orElse(Integer.MIN_VALUE),
            training.until().map(Option::number).orElse(Integer.MAX_VALUE)
        };
    }

    String id() {
        return person.id();
    }

    String name() {
        return person.name();
    }

    PersonToPlan person() {
        return person;
    }

    /** Empty for the central team. */
    Optional<SchoolToPlan> school() {
        return school;
    }

    boolean isCentral() {
        return school.isEmpty();
    }

    /** Id of their school; of a central person, who shares a school with nobody, their own id. */
    String schoolId() {
        return school.map(SchoolToPlan::id).orElse(person.id());
    }

    boolean belongsTo(String someSchool) {
        return person.schools().contains(someSchool);
    }

    boolean isOfSameSchoolAs(Colleague other) {
        return !java.util.Collections.disjoint(person.schools(), other.person.schools());
    }

    /** Whether their school says how many people it can spare on a day. */
    boolean hasFewToSpare() {
        return school.filter(own -> own.limits().mostPeopleOutADay().isPresent())
                .isPresent();
    }

    /** Whether their school says how many days its people may be out in a year. */
    boolean hasFewDays() {
        return school.filter(own -> own.limits().mostDaysOutAYear().isPresent()).isPresent();
    }

    /** The phase that they know best; empty if that is not known. */
    Optional<Phase> phase() {
        return person.phase().or(() -> school.map(SchoolToPlan::phase));
    }

    boolean isOfPhase(Phase asked) {
        return phase().filter(known -> known == asked || known == Phase.ALL_THROUGH || asked == Phase.ALL_THROUGH)
                .isPresent();
    }

    boolean knows(String subject) {
        return person.subjects().stream().anyMatch(subject::equalsIgnoreCase);
    }

    /** Whether nothing stands against any of these days. */
    boolean isFree(int[] days) {
        for (int day : days) {
            if (!free.get(day - firstDay)) {
                return false;
            }
        }
        return true;
    }

    /** Days on which their own school is closed. */
    List<LocalDate> closed(int[] days) {
        return which(days, day -> !open.get(day));
    }

    /** Days on which they do not work. */
    List<LocalDate> notWorking(int[] days) {
        return which(days, day -> !working.get(day));
    }

    /** Days on which they are away. */
    List<LocalDate> away(int[] days) {
        return which(days, away::get);
    }

    /** Days that they have given to another review. */
    List<LocalDate> given(int[] days) {
        return which(days, given::get);
    }

    private List<LocalDate> which(int[] days, java.util.function.IntPredicate asked) {
        return IntStream.of(days)
                .filter(day -> asked.test(day - firstDay))
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
    }

    /** Whether they are trained for a duty at some time, or it takes no training. */
    boolean isEverTrained(Duty duty) {
        return duty.trainedAs().map(trained::containsKey).orElse(true);
    }

    /** Whether training for a duty counts on each of these days. */
    boolean isTrained(Duty duty, int[] days) {
        if (duty.trainedAs().isEmpty()) {
            return true;
        }
        int[] window = trained.get(duty.trainedAs().orElseThrow());
        return window != null && IntStream.of(days).allMatch(day -> day >= window[0] && day <= window[1]);
    }

    @Override
    public String toString() {
        return id();
    }
}
