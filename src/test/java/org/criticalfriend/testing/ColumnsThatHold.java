package org.criticalfriend.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Where in the database a text stands.
 *
 * @param searched how many columns were looked through
 * @param hits table and column of each that holds it, such as {@code QUESTION.TEXT}
 */
public record ColumnsThatHold(int searched, List<String> hits) {

    private record Column(String table, String name, String type) {}

    /** Looks through all tables whose names begin with {@code prefix}, given in capital letters. */
    public static ColumnsThatHold text(DataSource database, String prefix, String text) {
        try (Connection connection = database.getConnection()) {
            List<Column> columns = columns(connection, prefix);
            List<String> hits = new ArrayList<>();
            for (Column column : columns) {
                if (holds(connection, column, text)) {
                    hits.add(column.table() + "." + column.name());
                }
            }
            return new ColumnsThatHold(columns.size(), hits);
        } catch (SQLException e) {
            throw new AssertionError("The database cannot be searched.", e);
        }
    }

    private static List<Column> columns(Connection connection, String prefix) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (table.toUpperCase(Locale.ROOT).startsWith(prefix)) {
                    columns.add(new Column(table, found.getString("COLUMN_NAME"), found.getString("TYPE_NAME")));
                }
            }
        }
        return columns;
    }

    private static boolean holds(Connection connection, Column column, String text) throws SQLException {
        String type = column.type().toLowerCase(Locale.ROOT);
        boolean binary = type.contains("bytea") || type.contains("blob") || type.contains("binary");
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select \"%s\" from \"%s\"".formatted(column.name(), column.table()))) {
            while (rows.next()) {
                String value = binary ? asText(rows.getBytes(1)) : rows.getString(1);
                if (value != null && value.contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static String asText(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
