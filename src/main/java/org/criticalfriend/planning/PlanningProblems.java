package org.criticalfriend.planning;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Blackout;
import org.criticalfriend.calendar.OpenDays;
import org.criticalfriend.calendar.SchoolCalendar;
import org.criticalfriend.calendar.SchoolCalendars;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.duty.DayClaims;
import org.criticalfriend.duty.DeputyLeads;
import org.criticalfriend.duty.Load;
import org.criticalfriend.duty.Loads;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.LedBy;
import org.criticalfriend.partnership.MemberSchool;
import org.criticalfriend.partnership.MembershipStatus;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.Partnerships;
import org.criticalfriend.partnership.People;
import org.criticalfriend.partnership.Person;
import org.criticalfriend.partnership.PersonEntry;
import org.criticalfriend.partnership.PlanningFacts;
import org.criticalfriend.partnership.PlanningRecords;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.partnership.RoleHeld;
import org.criticalfriend.partnership.Roles;
import org.criticalfriend.partnership.School;
import org.criticalfriend.partnership.Schools;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings together what register, calendars and duties know of a year. The number of statements does not depend on how many schools
 * and people there are. Days that people have given to reviews under way, in whichever partnership, are taken.
 */
@Service
public class PlanningProblems {

    private final Partnerships partnerships;
    private final Schools schools;
    private final People people;
    private final Roles roles;
    private final PlanningRecords records;
    private final Absences absences;
    private final SchoolCalendars calendars;
    private final DayClaims claims;
    private final Loads loads;
    private final PastTeams past;
    private final DeputyLeads deputyLeads;
    private final ShapeOfReviews shapes;
    private final Clock clock;

    PlanningProblems(
            Partnerships partnerships,
            Schools schools,
            People people,
            Roles roles,
            PlanningRecords records,
            Absences absences,
            SchoolCalendars calendars,
            DayClaims claims,
            Loads loads,
            PastTeams past,
            DeputyLeads deputyLeads,
            ShapeOfReviews shapes,
            Clock clock) {
        this.partnerships = partnerships;
        this.schools = schools;
        this.people = people;
        this.roles = roles;
        this.records = records;
        this.absences = absences;
        this.calendars = calendars;
        this.claims = claims;
        this.loads = loads;
        this.past = past;
        this.deputyLeads = deputyLeads;
        this.shapes = shapes;
        this.clock = clock;
    }

    /**
     * All that is known of a year. Its schools are those in the cycle; its people those of member schools and of the central team.
     *
     * @throws IllegalArgumentException if there is no such partnership
     */
    @Transactional(readOnly = true)
    public PlanningProblem of(YearToPlan asked) {
        Partnership partnership = partnerships
                .find(asked.partnership())
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no partnership %s.".formatted(asked.partnership())));
        List<MemberSchool> members = schools.of(asked.partnership()).stream()
                .filter(member -> member.membership().status() != MembershipStatus.LEFT)
                .toList();
        Map<String, PlanningFacts> facts = records.factsOf(
                members.stream().map(member -> member.school().id()).toList());
        Map<String, SchoolCalendar> byHost = calendars.ofAll(
                members.stream().map(member -> member.school().id()).toList());
        return new PlanningProblem(
                asked.partnership(),
                asked.year(),
                new Wishes(
                        partnership.settings().ledBy(),
                        partnership.settings().team().otherSchoolsAtLeast(),
                        partnership.settings().preferredVisitDays(),
                        partnership.settings().caps()),
                hosts(asked, partnership.settings().ledBy(), members, facts, byHost),
                members.stream().map(member -> school(member.school(), facts)).toList(),
                people(asked, members, byHost),
                past.triads(asked.partnership(), asked.year().plus(-1)),
                asked.pins());
    }

    private static SchoolToPlan school(School school, Map<String, PlanningFacts> facts) {
        return new SchoolToPlan(
                school.id(),
                school.name(),
                school.phase(),
                school.trust(),
                school.affiliations(),
                school.limits(),
                Optional.ofNullable(facts.get(school.id())).flatMap(PlanningFacts::dayRate));
    }

    private List<HostToPlan> hosts(
            YearToPlan asked,
            LedBy ledBy,
            List<MemberSchool> members,
            Map<String, PlanningFacts> facts,
            Map<String, SchoolCalendar> calendarOf) {
        List<String> hosts = members.stream()
                .filter(PlanningProblems::isInCycle)
                .map(member -> member.school().id())
                .filter(host -> !asked.leftOut().contains(host))
                .toList();
        Map<String, ShapeOfReviews.Team> teams = shapes.teams(asked.partnership(), hosts);
        List<Blackout> keptFree = calendars.blackoutsOf(asked.partnership());
        return hosts.stream()
                .map(host -> {
                    ShapeOfReviews.Team team = teams.get(host);
                    return new HostToPlan(
                            host,
                            ledBy == LedBy.PEER ? team.reviewers() - 1 : team.reviewers(),
                            team.associates(),
                            team.visitHalves(),
                            shapes.visits(new ShapeOfReviews.Asked(
                                    asked.partnership(),
                                    host,
                                    calendarOf.get(host),
                                    asked.year(),
                                    team.visitDays(),
                                    asked.published(),
                                    SchoolTime.today(clock),
                                    keptFree)),
                            Optional.ofNullable(facts.get(host)).flatMap(PlanningFacts::wantedSubject));
                })
                .toList();
    }

    private static boolean isInCycle(MemberSchool member) {
        return member.membership().status() == MembershipStatus.IN_CYCLE;
    }

    private List<PersonToPlan> people(
            YearToPlan asked, List<MemberSchool> members, Map<String, SchoolCalendar> calendarOf) {
        Map<String, MembershipStatus> status = members.stream()
                .collect(toMap(member -> member.school().id(), member -> member.membership()
                        .status()));
        List<Person> taking = people.ofPartnership(asked.partnership());
        Set<String> ids = taking.stream().map(Person::id).collect(toSet());
        Known known = new Known(
                people.entries(ids),
                roles.heldBy(ids),
                openDays(asked.year(), calendarOf),
                away(asked, ids),
                claims.given(ids, asked.year().firstDay(), asked.year().lastDay()),
                loads.perPerson(asked.year().firstDay(), asked.year().lastDay()),
                past.crossPhaseDone(asked.year().firstDay(), ids),
                deputyLeads.experience(asked.year().firstDay(), ids),
                records.wishingToGoAlong(ids));
        return taking.stream()
                .flatMap(person -> known.toPlan(person, asked.partnership(), status).stream())
                .toList();
    }

    /** The staff days of each school, and under no id the days of those without a school. */
    private Map<Optional<String>, Set<LocalDate>> openDays(SchoolYear year, Map<String, SchoolCalendar> calendarOf) {
        Map<Optional<String>, Set<LocalDate>> open = new HashMap<>();
        calendarOf.forEach((school, calendar) -> open.put(Optional.of(school), days(year, calendar::isStaffDay)));
        OpenDays withoutSchool = calendars.openDaysWithoutSchool();
        open.put(Optional.empty(), days(year, withoutSchool::areOpenOn));
        return open;
    }

    /** Of this year and the next, into which follow-up meetings may reach; none of a year that is not entered. */
    private static Set<LocalDate> days(SchoolYear year, Predicate<LocalDate> isOpen) {
        return year.firstDay()
                .datesUntil(year.plus(1).lastDay().plusDays(1))
                .filter(day -> {
                    try {
                        return isOpen.test(day);
                    } catch (YearNotEntered e) {
                        return false;
                    }
                })
                .collect(toUnmodifiableSet());
    }

    private Map<String, Set<LocalDate>> away(YearToPlan asked, Collection<String> ids) {
        Map<String, Set<LocalDate>> away = absences.ahead(ids).stream()
                .collect(groupingBy(
                        absence -> absence.person(),
                        flatMapping(
                                absence -> absence.firstDay()
                                        .datesUntil(absence.lastDay().plusDays(1)),
                                toSet())));
        asked.away()
                .forEach((person, days) ->
                        away.merge(person, days, (some, more) -> Stream.concat(some.stream(), more.stream())
                                .collect(toSet())));
        return away;
    }

    /** What was read of everybody at once. */
    private record Known(
            Map<String, PersonEntry> entries,
            Map<String, List<RoleHeld>> roles,
            Map<Optional<String>, Set<LocalDate>> openDays,
            Map<String, Set<LocalDate>> away,
            Map<String, Map<LocalDate, AppointmentKind>> given,
            Map<String, Load> loads,
            Set<String> crossPhaseDone,
            Map<String, Integer> reviewsBefore,
            Set<String> wishing) {

        /** Empty for who takes part in another way: an office, a trustee. */
        Optional<PersonToPlan> toPlan(Person person, String partnership, Map<String, MembershipStatus> status) {
            List<RoleHeld> held = roles.getOrDefault(person.id(), List.of());
            Set<String> places = Stream.concat(
                            person.ownSchool().stream(), held.stream().flatMap(role -> role.school().stream()))
                    .collect(toSet());
            Optional<String> school = person.ownSchool()
                    .filter(status::containsKey)
                    .or(() ->
                            places.stream().filter(status::containsKey).sorted().findFirst());
            boolean central = person.ownSchool().isEmpty()
                    && held.contains(RoleHeld.in(partnership, Role.CENTRAL_TEAM, person.id()));
            boolean onlyOffice = !held.isEmpty() && held.stream().allMatch(role -> role.role() == Role.OFFICE);
            if ((school.isEmpty() && !central) || onlyOffice) {
                return Optional.empty();
            }
            Optional<String> from = central ? Optional.empty() : school;
            PersonEntry entry = entries.get(person.id());
            return Optional.of(new PersonToPlan(
                    person.id(),
                    person.name(),
                    from,
                    places,
                    entry.profile().phase(),
                    entry.profile().subjects(),
                    entry.profile().trainings(),
                    openDays.get(from),
                    entry.profile().workingDays(),
                    Set.copyOf(away.getOrDefault(person.id(), Set.of())),
                    given.getOrDefault(person.id(), Map.of()),
                    Optional.ofNullable(loads.get(person.id()))
                            .map(load -> load.halves().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                            .orElse(0),
                    crossPhaseDone.contains(person.id()),
                    central
                            || from.map(status::get)
                                    .filter(MembershipStatus.IN_CYCLE::equals)
                                    .isPresent(),
                    wishing.contains(person.id()),
                    reviewsBefore.getOrDefault(person.id(), 0)));
        }
    }
}
