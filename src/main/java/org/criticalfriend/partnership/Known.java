package org.criticalfriend.partnership;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Demands that what an entry names is there, so that the refusal is in words and not the database's. */
@Component
class Known {

    private final JdbcClient database;

    Known(JdbcClient database) {
        this.database = database;
    }

    /** @throws EntryRefused if there is no partnership of this id */
    void partnership(String id) {
        Demand.that(
                has("select count(*) from partnership where id = ?", id),
                "There is no partnership %s. Please enter it first.",
                id);
    }

    /** @throws EntryRefused if there is no school of this id */
    void school(String id) {
        Demand.that(
                has("select count(*) from school where id = ?", id),
                "There is no school %s. Please enter it first.",
                id);
    }

    /** @throws EntryRefused if there is no calendar of this id */
    void calendar(String id) {
        Demand.that(
                has("select count(*) from school_calendar where id = ?", id),
                "There is no calendar %s. Please enter it first.",
                id);
    }

    /** @throws EntryRefused if there is nobody of this id, or they have left */
    void person(String id) {
        Demand.that(
                has("select count(*) from person where id = ? and left_on is null", id),
                "There is nobody %s in the register. Please enter them first.",
                id);
    }

    private boolean has(String count, String id) {
        return database.sql(count).param(id).query(Long.class).single() > 0;
    }
}
