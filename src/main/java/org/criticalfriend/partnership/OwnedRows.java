package org.criticalfriend.partnership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that belong to a partnership, a school or a person: read for many owners by one statement, replaced with their owner. */
@Component
class OwnedRows {

    private final JdbcClient database;
    private final JdbcOperations batches;

    OwnedRows(JdbcClient database, JdbcOperations batches) {
        this.database = database;
        this.batches = batches;
    }

    /**
     * Rows of many owners.
     *
     * @param select selects the owner's id as first column, {@code in (:owners)}
     * @return by owner; owners without rows are not in it
     */
    <T> Map<String, List<T>> of(Collection<String> owners, String select, RowMapper<T> mapper) {
        record Owned<T>(String owner, T value) {}
        return owners.isEmpty()
                ? Map.of()
                : database
                        .sql(select)
                        .param("owners", owners)
                        .query((row, number) -> new Owned<>(row.getString(1), mapper.mapRow(row, number)))
                        .list()
                        .stream()
                        .collect(groupingBy(Owned::owner, mapping(Owned::value, toList())));
    }

    /** Replaces all rows of one owner, in two statements. */
    void replace(String owner, String delete, String insert, List<Object[]> rows) {
        database.sql(delete).param(owner).update();
        if (!rows.isEmpty()) {
            batches.batchUpdate(insert, rows);
        }
    }
}
