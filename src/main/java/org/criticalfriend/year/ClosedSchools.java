package org.criticalfriend.year;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.criticalfriend.calendar.Closure;
import org.criticalfriend.partnership.School;

/**
 * When schools are closed.
 *
 * @param schools those that are shown, by id and in their order
 * @param closures of each, by id
 * @param own ids of those that are the reader's own
 * @param everything whether the reader sees the whole partnership
 */
record ClosedSchools(
        Map<String, School> schools, Map<String, List<Closure>> closures, Set<String> own, boolean everything) {

    /** What was asked for; what several schools have alike is one line. */
    Stream<Line> lines(Asked asked) {
        Map<Closure, Set<String>> alike = new LinkedHashMap<>();
        closures.forEach((school, some) -> {
            if (asked.wantsSchool(school) && (!asked.mine() || own.contains(school))) {
                some.forEach(closure ->
                        alike.computeIfAbsent(closure, first -> new TreeSet<>()).add(school));
            }
        });
        return alike.entrySet().stream().map(one -> line(one.getKey(), one.getValue()));
    }

    private Line line(Closure closure, Set<String> closed) {
        return new Line(
                Entry.of(closure.kind()),
                closure.name(),
                everything && closed.size() == schools.size() ? "All schools" : names(closed),
                closure.firstDay(),
                closure.lastDay(),
                Optional.empty(),
                "",
                Optional.empty(),
                closed.stream().anyMatch(own::contains));
    }

    private String names(Set<String> closed) {
        return schools.values().stream()
                .filter(school -> closed.contains(school.id()))
                .map(School::name)
                .collect(Collectors.joining(", "));
    }
}
