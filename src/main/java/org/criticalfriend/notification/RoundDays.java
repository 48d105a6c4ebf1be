package org.criticalfriend.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mornings had their round. */
@Repository
class RoundDays {

    /** Nobody's school is closed for longer. */
    private static final int YEARS_BACK = 1;

    private final JdbcClient database;
    private final Clock clock;

    RoundDays(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The rounds of the year before {@code today}, the last first. */
    List<LocalDate> before(LocalDate today) {
        return database.sql("select held_on from daily_round where held_on < ? and held_on >= ? order by held_on desc")
                .params(today, today.minusYears(YEARS_BACK))
                .query(LocalDate.class)
                .list();
    }

    /** Notes that this morning had its round. Done twice, it changes nothing. */
    void note(LocalDate today) {
        database.sql(
                        """
                        insert into daily_round (held_on, done_at)
                        select cast(:day as date), cast(:now as timestamp)
                        where not exists (select 1 from daily_round where held_on = :day)""")
                .param("day", today)
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Waits for others who do a round, or look whether one waits for its morning. Needs a transaction. */
    void lock() {
        database.sql("select id from daily_round_lock for update").query().singleValue();
    }
}
