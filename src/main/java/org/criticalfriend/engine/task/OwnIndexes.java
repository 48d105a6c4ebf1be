package org.criticalfriend.engine.task;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.criticalfriend.engine.StartStep;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Indexes of our own on the engine's tables. They cannot be migrations, since those run before the engine makes its tables. */
@Component
@Order(StartStep.INDEXES)
class OwnIndexes implements StartStep {

    private static final List<Index> NEEDED = List.of(
            // Nearly every query of a person asks for their rights, and would read those of all.
            new Index("cf_idx_auth_user_id", "act_ru_authorization", "user_id_"),
            // The daily round asks for what is due around today.
            new Index("cf_idx_task_due_date", "act_ru_task", "due_date_"));

    private final DataSource source;
    private final JdbcClient database;

    OwnIndexes(DataSource source, JdbcClient database) {
        this.source = source;
        this.database = database;
    }

    private record Index(String name, String table, String column) {

        boolean isIn(DatabaseMetaData database) throws SQLException {
            String stored = database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
            try (ResultSet indexes =
                    database.getIndexInfo(null, database.getConnection().getSchema(), stored, false, true)) {
                while (indexes.next()) {
                    if (name.equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                        return true;
                    }
                }
                return false;
            }
        }
    }

    @Override
    public void run() {
        // Asked first: even if nothing is to be made, making it would wait for everybody who writes to the table at
        // this
        // moment.
        NEEDED.stream().filter(index -> !isThere(index)).forEach(index -> database.sql(
                        "create index %s on %s (%s)".formatted(index.name(), index.table(), index.column()))
                .update());
    }

    private boolean isThere(Index index) {
        try {
            return JdbcUtils.extractDatabaseMetaData(source, index::isIn);
        } catch (MetaDataAccessException e) {
            throw new DataAccessResourceFailureException(
                    "The indexes of %s cannot be read.".formatted(index.table()), e);
        }
    }
}
