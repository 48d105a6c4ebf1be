package org.criticalfriend.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

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
