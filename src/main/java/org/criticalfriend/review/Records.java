package org.criticalfriend.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.jdbc.core.convert.EntityRowMapper;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what belongs to one review, kind by kind. Every form opens from it, so the statements are written here once; queries by
 * criteria would be put together anew at each reading, for longer than the database needs to answer them.
 */
@Component
class Records {

    private final JdbcClient database;
    private final JdbcConverter converter;
    private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

    Records(JdbcClient database, JdbcConverter converter) {
        this.database = database;
        this.converter = converter;
    }

    /** All records of a kind that a review has, in the order of some columns. */
    <T> List<T> of(UUID review, Class<T> kind, String order) {
        return database.sql("select * from %s where review = ? order by %s".formatted(table(kind), order))
                .param(review)
                .query(mapper(kind))
                .list();
    }

    /** The only record of a kind that a review has, if it has one. */
    <T> Optional<T> of(UUID review, Class<T> kind) {
        return database.sql("select * from %s where review = ?".formatted(table(kind)))
                .param(review)
                .query(mapper(kind))
                .optional();
    }

    private String table(Class<?> kind) {
        return entity(kind).getQualifiedTableName().getReference();
    }

    /** Makes a record of a whole row. */
    @SuppressWarnings("unchecked")
    <T> RowMapper<T> mapper(Class<T> kind) {
        return (RowMapper<T>)
                mappers.computeIfAbsent(kind, missing -> new EntityRowMapper<>(entity((Class<T>) missing), converter));
    }

    @SuppressWarnings("unchecked")
    private <T> RelationalPersistentEntity<T> entity(Class<T> kind) {
        return (RelationalPersistentEntity<T>) converter.getMappingContext().getRequiredPersistentEntity(kind);
    }
}
