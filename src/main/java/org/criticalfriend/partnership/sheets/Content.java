package org.criticalfriend.partnership.sheets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.criticalfriend.partnership.Membership;
import org.criticalfriend.partnership.Partnership;
import org.criticalfriend.partnership.PersonEntry;
import org.criticalfriend.partnership.PlanningFacts;
import org.criticalfriend.partnership.School;

/**
 * The register of a partnership as it stands.
 *
 * @param partnership the partnership itself
 * @param rows the rows of each sheet by their keys, also those of people and schools that have gone
 * @param schools schools by id, as they were read
 * @param memberships their places in the partnership by id; a school without one is of another partnership
 * @param facts what schools say for the planning of a year, of those that have said something
 * @param people people by id, as they were read
 * @param gone ids of people who have left or whose school has: they are not shown, and their rows are left alone
 * @param lead id of whoever asks, unless they administer the installation
 * @param elsewhere ids of people, schools and calendars that are looked after elsewhere, so that only an administrator changes them
 * @param usedElsewhere ids of people and schools outside the partnership which a new one cannot have
 */
record Content(
        Partnership partnership,
        Map<Sheet, Map<List<String>, Row>> rows,
        Map<String, School> schools,
        Map<String, Membership> memberships,
        Map<String, PlanningFacts> facts,
        Map<String, PersonEntry> people,
        Set<String> gone,
        Optional<String> lead,
        Elsewhere elsewhere,
        Elsewhere usedElsewhere) {

    /** Ids of one kind each. */
    record Elsewhere(Set<String> people, Set<String> schools, Set<String> calendars) {}

    Map<List<String>, Row> rows(Sheet sheet) {
        return rows.getOrDefault(sheet, Map.of());
    }

    /** What is shown and downloaded: without those who have gone. */
    List<Row> shown(Sheet sheet) {
        return rows(sheet).values().stream().filter(row -> !isOfGone(row)).toList();
    }

    /** The row of this short word, if it can be opened. */
    Optional<Row> row(Sheet sheet, String token) {
        return rows(sheet).values().stream()
                .filter(row -> row.token().equals(token) && canBeOpened(row))
                .findFirst();
    }

    /** The row of this key, if it can be opened. */
    Optional<Row> row(Sheet sheet, List<String> key) {
        return Optional.ofNullable(rows(sheet).get(key)).filter(this::canBeOpened);
    }

    /** Of those who have gone only who has left, for that may be a mistake; whoever went with their school is others' to see. */
    boolean canBeOpened(Row row) {
        return !isOfGone(row)
                || row.sheet() == Sheet.PEOPLE && row.text("Left on").isPresent();
    }

    /** Whether a row tells of somebody who has gone. */
    boolean isOfGone(Row row) {
        return personOf(row).filter(gone::contains).isPresent();
    }

    /** Whose row it is, if it is a person's. */
    static Optional<String> personOf(Row row) {
        return switch (row.sheet()) {
            case PEOPLE -> row.text("Id");
            case ROLES, TRAINING, WORKING_DAYS -> row.text("Person");
            default -> Optional.empty();
        };
    }

    /** Which row it is, for people. */
    String label(Row row) {
        return row.label(person -> Optional.ofNullable(rows(Sheet.PEOPLE).get(List.of(person))));
    }

    /** A person's name, as far as it is known. */
    String nameOf(String person) {
        return Optional.ofNullable(people.get(person))
                .map(entry -> entry.person().name())
                .orElse("");
    }
}
