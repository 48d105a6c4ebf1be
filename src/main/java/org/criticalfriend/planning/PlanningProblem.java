package org.criticalfriend.planning;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.criticalfriend.calendar.SchoolYear;

/**
 * All that is known before a year is planned.
 *
 * @param partnership id of the partnership
 * @param year the school year that is planned
 * @param wishes what the partnership has settled
 * @param hosts the schools to be visited
 * @param schools every school that hosts or sends people
 * @param people everybody who can be given a duty
 * @param lastYear which schools worked together last year
 * @param pins what is settled already
 */
public record PlanningProblem(
        String partnership,
        SchoolYear year,
        Wishes wishes,
        List<HostToPlan> hosts,
        List<SchoolToPlan> schools,
        List<PersonToPlan> people,
        Set<Triad> lastYear,
        Pins pins) {

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException if a host or somebody's school is not among the schools, or something is there twice
     */
    public PlanningProblem {
        hosts = List.copyOf(hosts);
        schools = List.copyOf(schools);
        people = List.copyOf(people);
        lastYear = Set.copyOf(lastYear);
        Set<String> known =
                distinct("school", schools.stream().map(SchoolToPlan::id).toList());
        distinct("person", people.stream().map(PersonToPlan::id).toList());
        for (String host :
                distinct("host", hosts.stream().map(HostToPlan::school).toList())) {
            demandKnown(known, host);
        }
        people.forEach(person -> person.school().ifPresent(school -> demandKnown(known, school)));
    }

    private static Set<String> distinct(String what, Collection<String> ids) {
        Set<String> distinct = new HashSet<>();
        for (String id : ids) {
            if (!distinct.add(id)) {
                throw new IllegalArgumentException("The %s %s is in the problem twice.".formatted(what, id));
            }
        }
        return distinct;
    }

    private static void demandKnown(Set<String> known, String school) {
        if (!known.contains(school)) {
            throw new IllegalArgumentException("There is no school %s in the problem.".formatted(school));
        }
    }

    /** The same problem with something else settled. */
    public PlanningProblem with(Pins settled) {
        return new PlanningProblem(partnership, year, wishes, hosts, schools, people, lastYear, settled);
    }

    Map<String, SchoolToPlan> schoolsById() {
        return schools.stream().collect(toMap(SchoolToPlan::id, identity()));
    }

    Map<String, PersonToPlan> peopleById() {
        return people.stream().collect(toMap(PersonToPlan::id, identity()));
    }
}
