package org.criticalfriend.year;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.partnership.School;
import org.criticalfriend.review.Stage;

/**
 * What somebody wants to see of a year.
 *
 * @param partnership id of the partnership; empty for their only or first one
 * @param year the school year; empty for the present one
 * @param school id of the one school that they want to see; empty for all
 * @param entries the kinds that they want to see; none for all
 * @param stage where the reviews are that they want to see; empty for anywhere
 * @param late whether they want to see only reviews in which something is still open
 * @param mine whether they want to see only what concerns themselves
 */
record Asked(
        Optional<String> partnership,
        Optional<SchoolYear> year,
        Optional<String> school,
        Set<Entry> entries,
        Optional<Stage> stage,
        boolean late,
        boolean mine) {

    Asked {
        entries = Set.copyOf(entries);
    }

    /** Everything of the present year in their first partnership. */
    static final Asked EVERYTHING =
            new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), false, false);

    /** Whether they chose this school. */
    public boolean isFor(String id) {
        return school.filter(id::equals).isPresent();
    }

    /** Whether they chose this state. */
    public boolean isFor(Stage state) {
        return stage.filter(chosen -> chosen == state).isPresent();
    }

    boolean wants(Line line) {
        return (entries.isEmpty() || entries.contains(line.what())) && (!mine || line.mine());
    }

    boolean wants(Stage standing, boolean isLate) {
        return stage.filter(wanted -> wanted != standing).isEmpty() && (!late || isLate);
    }

    boolean wantsSchool(String id) {
        return school.filter(wanted -> !wanted.equals(id)).isEmpty();
    }

    /** What they chose, in words; empty if they see everything. */
    List<String> inWords(Collection<School> schools) {
        return Stream.of(
                        schools.stream().filter(one -> isFor(one.id())).map(School::name),
                        entries.stream().sorted().map(Entry::words),
                        stage.stream().map(Stage::words),
                        Stream.of("something is still open").filter(words -> late),
                        Stream.of("what concerns me").filter(words -> mine))
                .flatMap(words -> words)
                .toList();
    }

    /** Whether they look for reviews in a certain state, so that closed schools would only be in the way. */
    boolean isAboutStates() {
        return stage.isPresent() || late;
    }
}
