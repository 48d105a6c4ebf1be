package org.criticalfriend.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.partnership.Caps;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.LedBy;
import org.criticalfriend.partnership.Phase;
import org.criticalfriend.partnership.SchoolLimits;
import org.criticalfriend.partnership.Training;

/**
 * A few reviews and people, for tests of one rule. Unless said otherwise schools are primary, without limits and open every day;
 * people are trained for everything, work from Monday to Friday and have done a cross-phase review; a visit is on one day, its
 * planning meeting two weeks before, its workshop a week and its follow-up eight weeks after it.
 */
final class SmallYear {

    static final LocalDate THURSDAY = LocalDate.of(2026, 11, 5);

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final int DAYS = 400;

    private final Map<String, SchoolToPlan> schools = new HashMap<>();
    private final Map<String, Integer> givenBySchools = new HashMap<>();
    private final Map<Held.SchoolDay, Integer> outElsewhere = new HashMap<>();
    private final Set<Triad> lastYear = new HashSet<>();
    private Set<Phase> phases = Set.of(Phase.PRIMARY, Phase.SECONDARY);
    private Caps caps = Caps.DEFAULT;
    private int seats;

    void school(SchoolToPlan school) {
        schools.put(school.id(), school);
    }

    SchoolToPlan school(String id) {
        return schools.computeIfAbsent(id, name -> school(name, Phase.PRIMARY, SchoolLimits.NONE));
    }

    static SchoolToPlan school(String id, Phase phase, SchoolLimits limits, String... affiliations) {
        return new SchoolToPlan(
                id, "School " + id, phase, Optional.empty(), Set.of(affiliations), limits, Optional.empty());
    }

    void workedTogetherLastYear(String host, String one, String other) {
        lastYear.add(Triad.of(host, one, other));
    }

    void phases(Phase... some) {
        phases = Set.of(some);
    }

    void caps(Caps some) {
        caps = some;
    }

    void given(String school, int halves) {
        givenBySchools.put(school, halves);
    }

    void outElsewhere(String school, LocalDate day) {
        outElsewhere.put(new Held.SchoolDay(school(school), Option.number(day)), 1);
    }

    YearFacts facts() {
        return new YearFacts(
                new Wishes(LedBy.PEER, 2, EnumSet.of(DayOfWeek.THURSDAY), caps),
                lastYear,
                phases,
                givenBySchools,
                outElsewhere);
    }

    DatedReview review(String host, LocalDate day) {
        return review(host, visit(day));
    }

    DatedReview review(String host, PossibleVisit visit) {
        return review(new HostToPlan(host, 1, 2, 2, List.of(visit), Optional.empty()));
    }

    DatedReview review(HostToPlan plan) {
        PossibleVisit visit = plan.visits().get(0);
        DatedReview review =
                new DatedReview(new Host(school(plan.school()), plan, plan.visits(), facts()), List.of(visit.first()));
        review.visitOn(visit.first());
        return review;
    }

    static PossibleVisit visit(LocalDate day) {
        return visit(day, List.of(), List.of(), false);
    }

    static PossibleVisit visit(
            LocalDate day, List<PossibleVisit.Hindrance> hindrances, List<String> squeezes, boolean acrossTheSummer) {
        return new PossibleVisit(
                day,
                day,
                List.of(day),
                Map.of(
                        AppointmentKind.PLANNING_MEETING,
                        List.of(day.minusDays(14), day.minusDays(13)),
                        AppointmentKind.WORKSHOP,
                        List.of(day.plusDays(7)),
                        AppointmentKind.FOLLOW_UP,
                        List.of(day.plusDays(56))),
                hindrances,
                squeezes,
                acrossTheSummer);
    }

    Somebody somebody(String id, String school) {
        return new Somebody(id, Optional.of(school));
    }

    Colleague colleague(String id, String school) {
        return somebody(id, school).made();
    }

    Colleague central(String id) {
        return new Somebody(id, Optional.empty()).made();
    }

    PlannedSeat seat(DatedReview review, Duty duty, Colleague person) {
        PlannedSeat seat = emptySeat(review, duty);
        seat.give(person);
        return seat;
    }

    PlannedSeat emptySeat(DatedReview review, Duty duty) {
        seats++;
        return new PlannedSeat(seats, new SeatToFill(review.id(), duty, seats), review, 1, List.of(), false);
    }

    /** Somebody about whom something is special. */
    final class Somebody {

        private final String id;
        private final Optional<String> school;
        private final Set<LocalDate> closed = new HashSet<>();
        private final Set<LocalDate> away = new HashSet<>();
        private final Map<LocalDate, AppointmentKind> given = new HashMap<>();
        private Set<DayOfWeek> workingDays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        private Set<Training> trainings = Stream.of(Duty.values())
                .filter(duty -> duty.trainedAs().filter(duty::equals).isPresent())
                .map(Training::as)
                .collect(Collectors.toSet());
        private Set<String> subjects = Set.of();
        private boolean crossPhaseDone = true;
        private boolean wishesToGoAlong;
        private int halvesGiven;

        private Somebody(String id, Optional<String> school) {
            this.id = id;
            this.school = school;
        }

        Somebody closedOn(LocalDate day) {
            closed.add(day);
            return this;
        }

        Somebody awayOn(LocalDate day) {
            away.add(day);
            return this;
        }

        Somebody givenElsewhere(LocalDate day) {
            given.put(day, AppointmentKind.VISIT);
            return this;
        }

        Somebody working(DayOfWeek... days) {
            workingDays = Set.of(days);
            return this;
        }

        Somebody trained(Training... some) {
            trainings = Set.of(some);
            return this;
        }

        Somebody knowing(String subject) {
            subjects = Set.of(subject);
            return this;
        }

        Somebody newToOtherPhases() {
            crossPhaseDone = false;
            return this;
        }

        Somebody wishingToGoAlong() {
            wishesToGoAlong = true;
            return this;
        }

        Somebody having(int halves) {
            halvesGiven = halves;
            return this;
        }

        Colleague made() {
            BitSet open = new BitSet();
            open.set(0, DAYS);
            closed.forEach(day -> open.clear(Option.number(day) - Option.number(FIRST)));
            return new Colleague(
                    new PersonToPlan(
                            id,
                            "Person " + id,
                            school,
                            school.stream().collect(Collectors.toSet()),
                            Optional.empty(),
                            subjects,
                            trainings,
                            Set.of(),
                            workingDays,
                            away,
                            given,
                            halvesGiven,
                            crossPhaseDone,
                            true,
                            wishesToGoAlong,
                            0),
                    school.map(SmallYear.this::school),
                    Option.number(FIRST),
                    DAYS,
                    open);
        }
    }
}
