package org.criticalfriend.engine.task;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.criticalfriend.engine.StartStep;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * An index of our own on the engine's rights, by person: nearly every query of a person asks for theirs, and without it reads those
 * of all. It cannot be a migration, since those run before the engine makes its tables.
 */
@Component
@Order(StartStep.INDEXES)
class RightsByPerson implements StartStep {

    private static final String TABLE = "act_ru_authorization";
    private static final String INDEX = "cf_idx_auth_user_id";

    private final DataSource source;
    private final JdbcClient database;

    RightsByPerson(DataSource source, JdbcClient database) {
        this.source = source;
        this.database = database;
    }

    @Override
    public void run() {
        // Asked first: even if nothing is to be made, making it would wait for everybody who writes rights at this
        // moment.
        if (!isThere()) {
            database.sql("create index %s on %s (user_id_)".formatted(INDEX, TABLE))
                    .update();
        }
    }

    private boolean isThere() {
        try {
            return JdbcUtils.extractDatabaseMetaData(source, RightsByPerson::hasIndex);
        } catch (MetaDataAccessException e) {
            throw new DataAccessResourceFailureException("The indexes of %s cannot be read.".formatted(TABLE), e);
        }
    }

    private static boolean hasIndex(DatabaseMetaData database) throws SQLException {
        String table = database.storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
        try (ResultSet indexes =
                database.getIndexInfo(null, database.getConnection().getSchema(), table, false, true)) {
            while (indexes.next()) {
                if (INDEX.equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
