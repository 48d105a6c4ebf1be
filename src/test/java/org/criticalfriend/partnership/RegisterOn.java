package org.criticalfriend.partnership;

import java.util.Map;
import javax.sql.DataSource;
import org.criticalfriend.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The register on a database of the test's choice, without an application around it. */
final class RegisterOn {

    final Partnerships partnerships;
    final Memberships memberships;
    final Schools schools;
    final People people;
    final Roles roles;
    final Register register;

    RegisterOn(DataSource dataSource) {
        JdbcTemplate batches = new JdbcTemplate(dataSource);
        JdbcClient database = JdbcClient.create(batches);
        OwnedRows rows = new OwnedRows(database, batches);
        Known known = new Known(database);
        partnerships = new Partnerships(database, rows);
        memberships = new Memberships(database, known);
        schools = new Schools(database, rows, memberships, known);
        roles = new Roles(database, rows, known);
        people = new People(database, rows, roles, known);
        register = new Register(database, roles, schools);
    }

    /** A database of its own, of H2 or PostgreSQL as the tests run, without a table. */
    static DataSource emptyDatabase() {
        Map<String, Object> settings = TestDatabase.settings();
        return new DriverManagerDataSource(
                settings.get("spring.datasource.url").toString(),
                settings.getOrDefault("spring.datasource.username", "sa").toString(),
                settings.getOrDefault("spring.datasource.password", "").toString());
    }

    /** Brings a database up to a version. */
    static void migrate(DataSource dataSource, MigrationVersion target) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + (TestDatabase.isPostgresql() ? "postgresql" : "h2"))
                .target(target)
                .load()
                .migrate();
    }
}
