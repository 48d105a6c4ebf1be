package org.criticalfriend.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.StandIns;
import org.criticalfriend.partnership.Duty;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.planning.PersonToPlan;
import org.criticalfriend.planning.PlanningProblem;
import org.criticalfriend.planning.SchoolToPlan;
import org.criticalfriend.review.Forecast;
import org.criticalfriend.review.RunningReview;

/**
 * All that was read to find ways out for one change.
 *
 * @param review which is to change
 * @param forecast its days
 * @param team its people
 * @param problem people and schools of the partnership as planning knows them, for the school year of the review
 * @param given what the people of this review and of those ahead have given, by person and day, over two school years
 * @param names of those people
 * @param calendars of the schools of the partnership
 * @param keptFree days on which no school of the partnership is visited
 * @param ahead the other reviews of the partnership that are still to be visited
 * @param saidNo who has said no to this review or stepped back from it
 * @param deputyLead who leads if the lead is lost, as far as they can
 * @param today nothing changes before it
 */
record Situation(
        ChangeOfPlan change,
        RunningReview review,
        Forecast forecast,
        Team team,
        PlanningProblem problem,
        Map<String, Map<LocalDate, AppointmentKind>> given,
        Map<String, Person> names,
        Map<String, SchoolCalendar> calendars,
        List<Blackout> keptFree,
        Collection<Forecast> ahead,
        Set<String> saidNo,
        Optional<String> deputyLead,
        LocalDate today) {

    boolean isMember(String school) {
        return problem.schools().stream().anyMatch(one -> one.id().equals(school));
    }

    /** Whether a school may be visited on some days as far as days go that are kept free. */
    boolean mayBeVisited(String school, Collection<LocalDate> days) {
        Optional<SchoolCalendar> calendar = Optional.ofNullable(calendars.get(school));
        return days.stream()
                .noneMatch(day -> keptFree.stream().anyMatch(blackout -> blackout.holds(day))
                        || calendar.flatMap(own -> own.blackoutOn(day)).isPresent());
    }

    String name(String person) {
        return Optional.ofNullable(names.get(person)).map(Person::name).orElse(person);
    }

    String schoolName(String school) {
        return problem.schools().stream()
                .filter(one -> one.id().equals(school))
                .map(SchoolToPlan::name)
                .findFirst()
                .orElse(school);
    }

    Optional<PersonToPlan> known(String person) {
        return problem.people().stream().filter(one -> one.id().equals(person)).findFirst();
    }

    Optional<SchoolToPlan> schoolOf(String person) {
        return known(person).flatMap(PersonToPlan::school).flatMap(id -> problem.schools().stream()
                .filter(school -> school.id().equals(id))
                .findFirst());
    }

    /** The days that somebody gives to this review at present, from today on. */
    Set<LocalDate> ownDays(String person) {
        return ahead(team.daysOf(person, forecast.now().toKeepFree()));
    }

    /** Those of some days that have not gone by. */
    Set<LocalDate> ahead(Set<LocalDate> days) {
        return days.stream().filter(day -> !day.isBefore(today)).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Why somebody cannot give some days; empty if they can.
     *
     * @param free days that they have given and would have back
     */
    Optional<String> whyNot(String person, Set<LocalDate> days, Set<LocalDate> free) {
        Map<LocalDate, AppointmentKind> taken = given.getOrDefault(person, Map.of());
        return ahead(days).stream()
                .map(day -> whyNot(person, day, taken.containsKey(day) && !free.contains(day))
                        .or(() -> free.contains(day) ? Optional.empty() : whyNotSpared(person, day)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Why their own school cannot do without somebody whom it has at present. */
    private Optional<String> whyNotSpared(String person, LocalDate day) {
        return schoolOf(person).flatMap(school -> {
            if (ahead.stream()
                    .anyMatch(other -> other.host().equals(school.id())
                            && other.allVisitDays().contains(day))) {
                return Optional.of("is of a school that is visited itself on %s".formatted(SchoolTime.shortWords(day)));
            }
            return school.limits()
                    .mostPeopleOutADay()
                    .filter(most -> !team.onlyStandsBy(person) && outOn(school.id(), day, person) >= most)
                    .map(most -> "is of a school that cannot spare anybody else on %s"
                            .formatted(SchoolTime.shortWords(day)));
        });
    }

    private long outOn(String school, LocalDate day, String person) {
        return problem.people().stream()
                .filter(one -> one.school().filter(school::equals).isPresent())
                .filter(one -> !one.id().equals(person) && one.given().containsKey(day))
                .filter(one -> !ownDays(one.id()).contains(day))
                .count();
    }

    private Optional<String> whyNot(String person, LocalDate day, boolean taken) {
        String when = SchoolTime.shortWords(day);
        if (taken) {
            return Optional.of("has another duty on %s".formatted(when));
        }
        return known(person).flatMap(one -> {
            if (one.away().contains(day)) {
                return Optional.of("is away on %s".formatted(when));
            }
            if (!one.workingDays().contains(day.getDayOfWeek())) {
                return Optional.of("does not work on %s".formatted(when));
            }
            return isOpen(one, day)
                    ? Optional.empty()
                    : Optional.of("is of a school that has no lessons on %s".formatted(when));
        });
    }

    /** Whether somebody is trained for a duty on the day of the visit. */
    boolean isTrained(String person, Duty duty) {
        return known(person).stream()
                .flatMap(one -> one.trainings().stream())
                .anyMatch(training -> training.duty() == duty && training.countsOn(review.visitFirst()));
    }

    /** Whether somebody has given one of some days to anything else than {@code free}. */
    boolean hasOtherDuty(String person, Set<LocalDate> days, Set<LocalDate> free) {
        Map<LocalDate, AppointmentKind> taken = given.getOrDefault(person, Map.of());
        return ahead(days).stream().anyMatch(day -> taken.containsKey(day) && !free.contains(day));
    }

    /** Whether somebody's own school has lessons on all days: on an INSET day its people are wanted there. */
    boolean isOwnSchoolOpen(String person, Set<LocalDate> days) {
        return known(person).stream().allMatch(one -> days.stream().allMatch(day -> isOpen(one, day)));
    }

    /** A school whose terms nobody has entered keeps nobody at home, and neither does none. */
    private boolean isOpen(PersonToPlan person, LocalDate day) {
        try {
            Optional<SchoolCalendar> own = person.school().map(calendars::get);
            return own.isEmpty() ? person.openDays().contains(day) : own.get().isPupilDay(day);
        } catch (YearNotEntered e) {
            return true;
        }
    }

    /** What else stand-ins have to do within a week of some days: from whom nobody should expect more. */
    List<String> otherDutiesOfStandIns(Set<LocalDate> days) {
        return team.standIns().stream()
                .map(Team.Member::person)
                .distinct()
                .flatMap(person -> otherDuties(person, days).stream())
                .toList();
    }

    Optional<String> otherDuties(String person, Set<LocalDate> days) {
        Set<LocalDate> own = ownDays(person);
        Map<LocalDate, AppointmentKind> near = new TreeMap<>();
        given.getOrDefault(person, Map.of()).forEach((day, kind) -> {
            if (!own.contains(day)
                    && days.stream().anyMatch(one -> Math.abs(one.toEpochDay() - day.toEpochDay()) <= 7)) {
                near.put(day, kind);
            }
        });
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of(name(person) + ": "
                        + near.entrySet().stream()
                                .map(one -> "%s of another review on %s"
                                        .formatted(
                                                one.getValue().words().toLowerCase(Locale.UK),
                                                SchoolTime.shortWords(one.getKey())))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    /** What cover costs if somebody takes a duty, in words. */
    String cover(String person, Duty duty, int days) {
        BigDecimal count = StandIns.include(duty) ? BigDecimal.ZERO : BigDecimal.valueOf(days);
        return schoolOf(person)
                .map(school -> school.dayRate()
                        .map(rate -> "Cover at %s: %s, £%s."
                                .formatted(
                                        school.name(),
                                        days(count),
                                        rate.multiply(count)
                                                .stripTrailingZeros()
                                                .toPlainString()))
                        .orElseGet(() -> "Cover at %s: %s.".formatted(school.name(), days(count))))
                .orElse("No cover: central team.");
    }

    static String days(BigDecimal count) {
        String plain = count.stripTrailingZeros().toPlainString();
        return plain.equals("1") ? "1 day" : plain + " days";
    }
}
