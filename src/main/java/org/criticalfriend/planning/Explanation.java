package org.criticalfriend.planning;

import java.util.List;

/**
 * A plan in words.
 *
 * @param standing how good it is
 * @param atLeast what every plan without empty seats costs at least, in the points of {@link Standing#points}
 * @param missing what it lacks, in sentences that begin with the school: days and people that were not found, and why
 * @param broken rules that it breaks, those that must hold first, then the wishes in the order of their weight
 * @param people what it asks of everybody who could have a duty, by name
 * @param schools what it asks of every school that sends people, by name
 */
public record Explanation(
        Standing standing,
        long atLeast,
        List<String> missing,
        List<Breach> broken,
        List<LoadRow> people,
        List<LoadRow> schools) {

    /** Keeps copies. */
    public Explanation {
        missing = List.copyOf(missing);
        broken = List.copyOf(broken);
        people = List.copyOf(people);
        schools = List.copyOf(schools);
    }

    /** The rules that a plan breaks about one host. */
    public List<Breach> brokenAt(String host) {
        return broken.stream().filter(breach -> breach.hosts().contains(host)).toList();
    }
}
