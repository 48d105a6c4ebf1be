package org.criticalfriend.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and writes what belongs to one review, kind by kind. Every form opens from it, so the statements are made once for each kind.
 *
 * <p>A database may put the values of a row, with what people typed, into the message of what it throws; with it that would come into
 * logs, answers and the engine's tables of failed jobs. So only the kind of the failure goes on.
 */
@Component
class Records {

    private final JdbcClient database;
    private final JdbcOperations batches;
    private final JdbcConverter converter;
    private final Map<Class<?>, RecordTable<?>> tables = new ConcurrentHashMap<>();

    Records(JdbcClient database, JdbcOperations batches, JdbcConverter converter) {
        this.database = database;
        this.batches = batches;
        this.converter = converter;
    }

    /** All records of a kind that a review has, in the order of some columns. */
    <T> List<T> of(UUID review, Class<T> kind, String order) {
        return database.sql("select * from %s where review = ? order by %s"
                        .formatted(table(kind).name(), order))
                .param(review)
                .query(mapper(kind))
                .list();
    }

    /** The only record of a kind that a review has, if it has one. */
    <T> Optional<T> of(UUID review, Class<T> kind) {
        return database.sql("select * from %s where review = ?"
                        .formatted(table(kind).name()))
                .param(review)
                .query(mapper(kind))
                .optional();
    }

    /** A record by its key. */
    <T> Optional<T> byKey(UUID key, Class<T> kind) {
        return where(kind, "id = :key", Map.of("key", key)).stream().findFirst();
    }

    /**
     * Records of a kind that meet a condition.
     *
     * @param condition SQL with the names of {@code values}; it may say in which order
     */
    <T> List<T> where(Class<T> kind, String condition, Map<String, ?> values) {
        return database.sql("select * from %s where %s".formatted(table(kind).name(), condition))
                .params(values)
                .query(mapper(kind))
                .list();
    }

    /** Makes a record of a whole row. */
    <T> RowMapper<T> mapper(Class<T> kind) {
        return table(kind);
    }

    /** Adds a record; returned as it is now. */
    <T> T insert(T one) {
        return insert(List.of(one)).get(0);
    }

    /** Adds records of one kind; returned as they are now. */
    <T> List<T> insert(Collection<T> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        RecordTable<T> table = tableOf(some);
        List<T> written = some.stream().map(table::written).toList();
        write(table.insert(), written.stream().map(table::row).toList());
        return written;
    }

    /**
     * Writes a record anew; returned as it is now.
     *
     * @throws OptimisticLockingFailureException if it is gone, or somebody has written it since it was read
     */
    <T> T update(T one) {
        return update(List.of(one)).get(0);
    }

    /**
     * Writes records of one kind anew; returned as they are now.
     *
     * @throws OptimisticLockingFailureException if one of them is gone, or somebody has written it since it was read
     */
    <T> List<T> update(Collection<T> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        RecordTable<T> table = tableOf(some);
        List<T> written = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        some.forEach(before -> {
            T now = table.written(before);
            written.add(now);
            rows.add(table.rowOfChanged(before, now));
        });
        if (Arrays.stream(write(table.update(), rows)).anyMatch(changed -> changed == 0)) {
            throw new OptimisticLockingFailureException(
                    "A row of %s has been changed by somebody else meanwhile.".formatted(table.name()));
        }
        return written;
    }

    /** Adds a record that has no version yet, or writes it anew. */
    <T> T save(T one) {
        return tableOf(List.of(one)).isNew(one) ? insert(one) : update(one);
    }

    private int[] write(String statement, List<Object[]> rows) {
        try {
            return rows.size() == 1
                    ? new int[] {batches.update(statement, rows.get(0))}
                    : batches.batchUpdate(statement, rows);
        } catch (DataAccessException e) {
            String words = "The record of a review could not be written: %s."
                    .formatted(e.getClass().getSimpleName());
            throw e instanceof ConcurrencyFailureException
                    ? new ConcurrencyFailureException(words)
                    : new NonTransientDataAccessResourceException(words);
        }
    }

    @SuppressWarnings("unchecked")
    private <T> RecordTable<T> tableOf(Collection<T> some) {
        return table((Class<T>) some.iterator().next().getClass());
    }

    @SuppressWarnings("unchecked")
    private <T> RecordTable<T> table(Class<T> kind) {
        return (RecordTable<T>) tables.computeIfAbsent(
                kind, missing -> new RecordTable<>(entity(missing), converter.getMappingContext()));
    }

    @SuppressWarnings("unchecked")
    private <T> RelationalPersistentEntity<T> entity(Class<T> kind) {
        return (RelationalPersistentEntity<T>) converter.getMappingContext().getRequiredPersistentEntity(kind);
    }
}
