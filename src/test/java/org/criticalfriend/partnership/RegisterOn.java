package org.criticalfriend.partnership;

import java.util.Map;
import javax.sql.DataSource;
import org.criticalfriend.reading.ReadOnce;
import org.criticalfriend.reading.UntilChanged;
import org.criticalfriend.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The register on a database of the test's choice, with its transactions, without an application around it. */
final class RegisterOn {

    final Partnerships partnerships;
    final Memberships memberships;
    final Schools schools;
    final People people;
    final Roles roles;
    final Register register;
    final TransactionTemplate transaction;

    RegisterOn(DataSource dataSource) {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.registerBean(DataSource.class, () -> dataSource);
        beans.register(
                Transactions.class,
                ReadOnce.class,
                UntilChanged.class,
                OwnedRows.class,
                Known.class,
                Partnerships.class,
                Memberships.class,
                Schools.class,
                Roles.class,
                People.class,
                Register.class);
        beans.refresh();
        partnerships = beans.getBean(Partnerships.class);
        memberships = beans.getBean(Memberships.class);
        schools = beans.getBean(Schools.class);
        people = beans.getBean(People.class);
        roles = beans.getBean(Roles.class);
        register = beans.getBean(Register.class);
        transaction = beans.getBean(TransactionTemplate.class);
    }

    /** Not marked as configuration, or applications under test would find it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate template(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcTemplate batches(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        JdbcClient database(JdbcTemplate batches) {
            return JdbcClient.create(batches);
        }
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
