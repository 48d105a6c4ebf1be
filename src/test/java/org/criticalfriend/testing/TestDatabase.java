package org.criticalfriend.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Gives each context a database of its own: H2 in memory, or with {@code -Dcritical-friend.test.database=postgresql} one on a
 * PostgreSQL server that runs as long as the JVM.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres server;
    private static boolean usedByContexts;

    /** Whether the tests run on PostgreSQL. */
    public static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty("critical-friend.test.database"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test database", Map.copyOf(settings())));
        stopAfterContexts();
    }

    /** Contexts that are closed without a server wait half a minute for connections that nobody gives them any more. */
    private static synchronized void stopAfterContexts() {
        if (isPostgresql() && !usedByContexts) {
            usedByContexts = true;
            SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
        }
    }

    private static synchronized void stopWithoutContexts() {
        if (!usedByContexts) {
            stop();
        }
    }

    /** A new, empty database for a test that needs no context. */
    public static DataSource empty() {
        Map<String, Object> settings = settings();
        return new DriverManagerDataSource(
                settings.get("spring.datasource.url").toString(),
                settings.getOrDefault("spring.datasource.username", "sa").toString(),
                settings.getOrDefault("spring.datasource.password", "").toString());
    }

    /**
     * Migrates a database as the application does at its start.
     *
     * @param version to which, or {@code latest}
     */
    public static void migrate(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + (isPostgresql() ? "postgresql" : "h2"))
                .target(version)
                .load()
                .migrate();
    }

    /** Settings of a new, empty database. */
    public static Map<String, Object> settings() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return isPostgresql()
                ? Map.of(
                        "spring.datasource.url", create(name),
                        "spring.datasource.username", "postgres",
                        "spring.datasource.password", "postgres")
                : Map.of("spring.datasource.url", "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    }

    private static synchronized String create(String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setRegisterShutdownHook(false)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stopWithoutContexts));
            }
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
