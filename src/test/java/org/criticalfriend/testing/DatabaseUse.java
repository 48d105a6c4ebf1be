package org.criticalfriend.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a PostgreSQL database tells about the work it had, asked on a connection of its own. */
public final class DatabaseUse {

    private final HikariDataSource pool;
    private final JdbcClient client;

    /** @param pool of those who use the database */
    public DatabaseUse(HikariDataSource pool) {
        this.pool = pool;
        this.client = JdbcClient.create(
                new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
    }

    /** Rows inserted, updated and deleted in our tables since the database was made. */
    public long rowsWritten() {
        flushStatistics();
        return number("select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables");
    }

    /** Connections tell what they did now and then, and when they end: so they end. */
    private void flushStatistics() {
        String now =
                client.sql("select clock_timestamp()::text").query(String.class).single();
        pool.getHikariPoolMXBean().softEvictConnections();
        long tries = TimeUnit.SECONDS.toMillis(30) / 50;
        while (client.sql(
                                """
                                select count(*) from pg_stat_activity, pg_sleep(0.05)
                                where datname = current_database() and pid <> pg_backend_pid()
                                    and backend_type = 'client backend' and backend_start < ?::timestamptz""")
                        .param(now)
                        .query(Long.class)
                        .single()
                > 0) {
            if (tries-- == 0) {
                throw new AssertionError("Connections stay open after their pool let them go.");
            }
        }
    }

    /**
     * Bytes of all tables with their indexes, written anew without dead rows. What only clears dead rows away leaves their pages; how
     * many of them are used again depends on when the server last did so itself.
     */
    public long bytes() {
        client.sql("vacuum (full, analyze)").update();
        return number("select sum(pg_total_relation_size(relid)) from pg_stat_user_tables");
    }

    /** Bytes of write-ahead log that the server has written so far, whichever database they are for. */
    public long walBytes() {
        return number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");
    }

    private long number(String sql) {
        return client.sql(sql).query(Long.class).single();
    }
}
