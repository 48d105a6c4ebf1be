package org.criticalfriend.partnership;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Demands that what an entry names is there, so that the refusal is in words and not the database's. */
@Component
class Known {

    private final JdbcClient database;

    Known(JdbcClient database) {
        this.database = database;
    }

    /** @throws EntryRefused if there is no partnership of one of these ids */
    void partnerships(Collection<String> ids) {
        all(ids, "select id from partnership where id in (:ids)", "There is no partnership %s. Please enter it first.");
    }

    /** @throws EntryRefused if there is no school of one of these ids */
    void schools(Collection<String> ids) {
        all(ids, "select id from school where id in (:ids)", "There is no school %s. Please enter it first.");
    }

    /** @throws EntryRefused if there is no school of this id */
    void school(String id) {
        schools(Set.of(id));
    }

    /** @throws EntryRefused if there is no calendar of one of these ids */
    void calendars(Collection<String> ids) {
        all(
                ids,
                "select id from school_calendar where id in (:ids)",
                "There is no calendar %s. Please enter it first.");
    }

    /** @throws EntryRefused if there is nobody of one of these ids, or they have left */
    void people(Collection<String> ids) {
        all(
                ids,
                "select id from person where id in (:ids) and left_on is null",
                "There is nobody %s in the register. Please enter them first.");
    }

    /** @throws EntryRefused if there is nobody of this id, or they have left */
    void person(String id) {
        people(Set.of(id));
    }

    private void all(Collection<String> ids, String select, String words) {
        Set<String> asked = new TreeSet<>(ids);
        Set<String> found = asked.isEmpty()
                ? Set.of()
                : database.sql(select).param("ids", asked).query(String.class).set();
        asked.forEach(id -> Demand.that(found.contains(id), words, id));
    }
}
