package org.criticalfriend.review;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.mapping.context.MappingContext;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.jdbc.core.RowMapper;

/**
 * How records of one kind lie in their table: name, columns, key, version and embedded parts are as Spring Data understands the
 * record. What a kind needs is found out once; Spring Data itself finds it out anew for each row, which takes longer than the
 * database needs for it.
 *
 * @param <T> a record; its components are texts, numbers, booleans, keys, days, times, moments, constants, or records of such
 */
final class RecordTable<T> implements RowMapper<T> {

    private final String name;
    private final Shape<T> shape;
    private final int keyColumn;

    /** Which component the version is. */
    private final Optional<Integer> version;

    private final String insert;
    private final String update;

    /** One component of a record. */
    private interface Part {

        List<String> columns();

        Object read(ResultSet row) throws SQLException;

        /** @param value of the component; may be null */
        void write(Object value, List<Object> into);
    }

    RecordTable(
            RelationalPersistentEntity<T> entity,
            MappingContext<? extends RelationalPersistentEntity<?>, RelationalPersistentProperty> context) {
        shape = Shape.of(entity, context, false);
        name = entity.getQualifiedTableName().getReference();
        List<String> columns = shape.columns();
        String key = columnOf(entity.getRequiredIdProperty());
        keyColumn = columns.indexOf(key);
        Optional<RelationalPersistentProperty> versioned = Optional.ofNullable(entity.getVersionProperty());
        version = versioned.map(property -> Arrays.stream(entity.getType().getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(property.getName()));
        insert = "insert into %s (%s) values (%s)"
                .formatted(
                        name, String.join(", ", columns), String.join(", ", Collections.nCopies(columns.size(), "?")));
        update = "update %s set %s where %s = ?%s"
                .formatted(
                        name,
                        columns.stream().map("%s = ?"::formatted).collect(Collectors.joining(", ")),
                        key,
                        versioned
                                .map(RecordTable::columnOf)
                                .map(" and %s = ?"::formatted)
                                .orElse(""));
    }

    private static String columnOf(RelationalPersistentProperty property) {
        return property.getColumnName().getReference();
    }

    String name() {
        return name;
    }

    /** Adds a row of {@link #row}. */
    String insert() {
        return insert;
    }

    /** Writes a row of {@link #rowOfChanged}, if it is there and nobody has written it since the record was read. */
    String update() {
        return update;
    }

    /** Whether the record has been written before; only for kinds with a version. */
    boolean isNew(T record) {
        return shape.values(record)[version.orElseThrow()] == null;
    }

    /** The record as it is after being written. */
    T written(T record) {
        if (version.isEmpty()) {
            return record;
        }
        Object[] values = shape.values(record);
        Integer before = (Integer) values[version.get()];
        values[version.get()] = before == null ? 0 : before + 1;
        return shape.made(values);
    }

    /** Values for {@link #insert}. */
    Object[] row(T written) {
        List<Object> row = new ArrayList<>();
        shape.write(written, row);
        return row.toArray();
    }

    /** Values for {@link #update}. */
    Object[] rowOfChanged(T before, T written) {
        List<Object> row = new ArrayList<>();
        shape.write(written, row);
        row.add(row.get(keyColumn));
        version.ifPresent(at -> row.add(shape.values(before)[at]));
        return row.toArray();
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        return shape.read(row);
    }

    /** How a record is made and taken apart. */
    private record Shape<T>(Constructor<T> constructor, List<Method> accessors, List<Part> parts, boolean nullIfEmpty)
            implements Part {

        static <T> Shape<T> of(
                RelationalPersistentEntity<T> entity,
                MappingContext<? extends RelationalPersistentEntity<?>, RelationalPersistentProperty> context,
                boolean nullIfEmpty) {
            RecordComponent[] components = entity.getType().getRecordComponents();
            try {
                return new Shape<>(
                        entity.getType()
                                .getDeclaredConstructor(Arrays.stream(components)
                                        .map(RecordComponent::getType)
                                        .toArray(Class<?>[]::new)),
                        Arrays.stream(components)
                                .map(RecordComponent::getAccessor)
                                .toList(),
                        Arrays.stream(components)
                                .map(component ->
                                        part(entity.getRequiredPersistentProperty(component.getName()), context))
                                .toList(),
                        nullIfEmpty);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("Every record has a constructor for all its components.", e);
            }
        }

        private static Part part(
                RelationalPersistentProperty property,
                MappingContext<? extends RelationalPersistentEntity<?>, RelationalPersistentProperty> context) {
            return property.isEmbedded()
                    ? of(
                            context.getRequiredPersistentEntity(property),
                            context,
                            property.getRequiredAnnotation(Embedded.class).onEmpty() == OnEmpty.USE_NULL)
                    : new Column(columnOf(property), property.getType());
        }

        @Override
        public List<String> columns() {
            return parts.stream().flatMap(part -> part.columns().stream()).toList();
        }

        @Override
        public T read(ResultSet row) throws SQLException {
            Object[] values = new Object[parts.size()];
            boolean empty = true;
            for (int at = 0; at < values.length; at++) {
                values[at] = parts.get(at).read(row);
                empty &= values[at] == null;
            }
            return empty && nullIfEmpty ? null : made(values);
        }

        @Override
        public void write(Object record, List<Object> into) {
            Object[] values = record == null ? new Object[parts.size()] : values(record);
            IntStream.range(0, values.length).forEach(at -> parts.get(at).write(values[at], into));
        }

        T made(Object[] values) {
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof RuntimeException refused ? refused : unusable(e);
            } catch (ReflectiveOperationException e) {
                throw unusable(e);
            }
        }

        Object[] values(Object record) {
            Object[] values = new Object[accessors.size()];
            try {
                for (int at = 0; at < values.length; at++) {
                    values[at] = accessors.get(at).invoke(record);
                }
                return values;
            } catch (ReflectiveOperationException e) {
                throw unusable(e);
            }
        }

        private IllegalStateException unusable(ReflectiveOperationException e) {
            return new IllegalStateException(
                    "%s does not fit its table."
                            .formatted(constructor.getDeclaringClass().getSimpleName()),
                    e);
        }
    }

    private record Column(String name, Class<?> type) implements Part {

        @Override
        public List<String> columns() {
            return List.of(name);
        }

        @Override
        public Object read(ResultSet row) throws SQLException {
            if (type == String.class) {
                return row.getString(name);
            }
            if (type == Instant.class) {
                return Optional.ofNullable(row.getTimestamp(name))
                        .map(Timestamp::toInstant)
                        .orElse(null);
            }
            if (type.isEnum()) {
                return constant(row.getString(name));
            }
            return type.isPrimitive() ? row.getObject(name) : row.getObject(name, type);
        }

        private Object constant(String named) {
            return named == null
                    ? null
                    : Arrays.stream(type.getEnumConstants())
                            .filter(constant -> ((Enum<?>) constant).name().equals(named))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalStateException("%s has no %s.".formatted(type.getSimpleName(), named)));
        }

        @Override
        public void write(Object value, List<Object> into) {
            if (value instanceof Instant moment) {
                into.add(Timestamp.from(moment));
            } else if (value instanceof Enum<?> constant) {
                into.add(constant.name());
            } else {
                into.add(value);
            }
        }
    }
}
