package org.criticalfriend.partnership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of many partnerships, schools or people, and what belongs to these: read by one statement, written by one batch, however many
 * they are.
 */
@Component
class OwnedRows {

    private final JdbcClient database;
    /** In one statement; databases take only so many parameters. */
    private static final int MOST_OWNERS = 5_000;

    private final JdbcOperations batches;
    private final NamedParameterJdbcTemplate named;

    OwnedRows(JdbcClient database, JdbcOperations batches) {
        this.database = database;
        this.batches = batches;
        this.named = new NamedParameterJdbcTemplate(batches);
    }

    /**
     * Writes many rows by one statement, in one batch.
     *
     * @param statement with named parameters
     * @param rows a value for each of them, row by row
     * @return for each row whether it was written; only to be relied upon for updates
     */
    boolean[] write(String statement, Collection<? extends SqlParameterSource> rows) {
        int[] counts =
                rows.isEmpty() ? new int[0] : named.batchUpdate(statement, rows.toArray(SqlParameterSource[]::new));
        boolean[] written = new boolean[counts.length];
        for (int at = 0; at < counts.length; at++) {
            written[at] = counts[at] != 0;
        }
        return written;
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

    /**
     * Replaces all rows of some owners.
     *
     * @param delete deletes what belongs to owners {@code in (:owners)}
     * @param insert inserts a row, with a question mark for each value
     */
    void replace(Collection<String> owners, String delete, String insert, List<Object[]> rows) {
        List<String> all = new ArrayList<>(owners);
        for (int from = 0; from < all.size(); from += MOST_OWNERS) {
            database.sql(delete)
                    .param("owners", all.subList(from, Math.min(all.size(), from + MOST_OWNERS)))
                    .update();
        }
        if (!rows.isEmpty()) {
            batches.batchUpdate(insert, rows);
        }
    }
}
