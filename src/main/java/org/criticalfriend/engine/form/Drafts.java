package org.criticalfriend.engine.form;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have typed into forms and not handed in yet: on the server, so that nothing is lost and nothing stays in a shared
 * browser. Only its author ever reads a draft; it goes when the task ends.
 */
@Repository
public class Drafts {

    /** The longest draft that is kept, in characters. */
    public static final int LONGEST = 200_000;

    private final JdbcClient database;
    private final Clock clock;

    Drafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A draft.
     *
     * @param content in the form the browser sent it
     * @param savedAt when
     */
    public record Draft(String content, Instant savedAt) {}

    /** What {@code person} last saved for a task. */
    public Optional<Draft> of(String person, String task) {
        return database.sql("select content, saved_at from draft where person = ? and task = ?")
                .params(person, task)
                .query((row, number) -> new Draft(
                        row.getString("content"), row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    /** Keeps what {@code person} has typed; a later one replaces it. */
    @Transactional
    public void keep(String person, String task, String content) {
        Timestamp now = Timestamp.from(clock.instant());
        int updated = database.sql("update draft set content = ?, saved_at = ? where person = ? and task = ?")
                .params(content, now, person, task)
                .update();
        if (updated == 0) {
            database.sql(
                            """
                            insert into draft (person, task, content, saved_at)
                            select ?, ?, ?, ? where not exists (select 1 from draft where person = ? and task = ?)""")
                    .params(person, task, content, now, person, task)
                    .update();
        }
    }

    /** Forgets what {@code person} typed for a task. */
    public void forget(String person, String task) {
        database.sql("delete from draft where person = ? and task = ?")
                .params(person, task)
                .update();
    }

    /** Forgets what anybody typed for a task, because it has ended. */
    public void forget(String task) {
        database.sql("delete from draft where task = ?").param(task).update();
    }
}
