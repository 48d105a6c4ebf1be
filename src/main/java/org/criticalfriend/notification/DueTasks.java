package org.criticalfriend.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.criticalfriend.calendar.SchoolTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the engine's open tasks with their due dates, for reminders: many at once, which the engine's own queries are not made for.
 * Tasks of a process that is suspended wait.
 */
@Repository
class DueTasks {

    private static final String SELECT =
            """
            select t.id_, t.task_def_key_, t.name_, t.due_date_, p.id as person, p.school, e.business_key_
            from act_ru_task t
            left join act_ru_execution e on e.id_ = t.proc_inst_id_
            left join person p on p.id = t.assignee_ and p.left_on is null
            where t.suspension_state_ = 1 and t.task_def_key_ is not null and t.due_date_ is not null""";

    /** How many rows are in memory at a time. */
    private static final int FETCHED_AT_ONCE = 1000;

    private final JdbcTemplate streaming;
    private final JdbcClient database;

    DueTasks(DataSource source, JdbcClient database) {
        this.streaming = new JdbcTemplate(source);
        this.streaming.setFetchSize(FETCHED_AT_ONCE);
        this.database = database;
    }

    /** Shows everything that is due from one day to another, both included. One statement; they are never all in memory. */
    void dueBetween(LocalDate from, LocalDate to, Consumer<OpenTask> each) {
        RowCallbackHandler rows = row -> each.accept(task(row));
        streaming.query(
                SELECT + " and t.due_date_ >= ? and t.due_date_ < ?", rows, startOf(from), startOf(to.plusDays(1)));
    }

    /** What one person has to do, by due date. */
    List<OpenTask> of(String person) {
        return database.sql(SELECT + " and t.assignee_ = ? order by t.due_date_, t.name_, t.id_")
                .param(person)
                .query((row, number) -> task(row))
                .list();
    }

    /** What is open under some business keys, by due date. */
    List<OpenTask> under(Collection<String> references) {
        return references.isEmpty()
                ? List.of()
                : database.sql(SELECT + " and e.business_key_ in (:references) order by t.due_date_, t.name_, t.id_")
                        .param("references", references)
                        .query((row, number) -> task(row))
                        .list();
    }

    private static OpenTask task(ResultSet row) throws SQLException {
        String activity = row.getString("task_def_key_");
        return new OpenTask(
                row.getString("id_"),
                activity,
                Optional.ofNullable(row.getString("name_")).orElse(activity),
                SchoolTime.dateOf(
                        row.getObject("due_date_", LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                Optional.ofNullable(row.getString("person")),
                Optional.ofNullable(row.getString("school")),
                Optional.ofNullable(row.getString("business_key_")));
    }

    private static LocalDateTime startOf(LocalDate day) {
        return LocalDateTime.ofInstant(SchoolTime.at(day, LocalTime.MIDNIGHT), ZoneOffset.UTC);
    }
}
