package org.criticalfriend.engine.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what the gate needs to know of a task in one statement; the engine would read task, executions and all of their variables
 * one by one.
 */
final class OpenedTasks {

    private static final String SEAT = "seat";
    private static final String SUBJECT = "subject";

    private final JdbcClient database;

    OpenedTasks(JdbcClient database) {
        this.database = database;
    }

    /**
     * A task and the variables that it sees.
     *
     * @param model id of this version of the model
     */
    record Opened(
            String id,
            String activity,
            String model,
            String reference,
            Optional<String> seat,
            Optional<String> subject,
            Optional<String> assignee) {

        TaskInHand inHand(Set<String> routing) {
            return new TaskInHand(id, activity, reference, seat, subject, assignee, routing);
        }
    }

    /**
     * The task with one of the scopes of its process, and one of the variables there.
     *
     * @param place the scope in which the task stands
     * @param around the scope around this one
     * @param local whether the variable is of the task itself
     */
    private record Row(
            String activity,
            String model,
            String assignee,
            String place,
            String reference,
            String scope,
            String around,
            String name,
            String text,
            boolean local) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("activity"),
                    row.getString("model"),
                    row.getString("assignee"),
                    row.getString("place"),
                    row.getString("reference"),
                    row.getString("scope"),
                    row.getString("around"),
                    row.getString("name"),
                    row.getString("text"),
                    row.getString("task") != null);
        }
    }

    Optional<Opened> of(String taskId) {
        List<Row> rows = database.sql(
                        """
                        select t.task_def_key_ as activity, t.proc_def_id_ as model, t.assignee_ as assignee,
                            t.execution_id_ as place, i.business_key_ as reference,
                            e.id_ as scope, e.parent_id_ as around, v.name_ as name, v.text_ as text, v.task_id_ as task
                        from act_ru_task t
                        left join act_ru_execution i on i.id_ = t.proc_inst_id_
                        left join act_ru_execution e on e.proc_inst_id_ = t.proc_inst_id_
                        left join act_ru_variable v on v.execution_id_ = e.id_ and v.name_ in (:names)
                            and (v.task_id_ is null or v.task_id_ = t.id_)
                        where t.id_ = :task""")
                .param("names", Set.of(SEAT, SUBJECT))
                .param("task", taskId)
                .query(Row::of)
                .list();
        return rows.stream()
                .findFirst()
                .map(row -> new Opened(
                        taskId,
                        row.activity,
                        row.model,
                        Objects.requireNonNullElse(row.reference, ""),
                        seen(SEAT, rows),
                        seen(SUBJECT, rows),
                        Optional.ofNullable(row.assignee)));
    }

    /** As the engine looks for it: on the task itself, then outwards from the place where the task stands. */
    private static Optional<String> seen(String name, List<Row> rows) {
        Map<String, List<Row>> byScope =
                rows.stream().filter(row -> row.scope != null).collect(Collectors.groupingBy(row -> row.scope));
        Stream<List<Row>> outwards = Stream.iterate(
                byScope.get(rows.get(0).place), Objects::nonNull, scope -> byScope.get(scope.get(0).around));
        List<Row> named = outwards.flatMap(List::stream)
                .filter(row -> name.equals(row.name))
                .toList();
        return Stream.concat(
                        named.stream().filter(row -> row.local), named.stream().filter(row -> !row.local))
                .findFirst()
                .map(row -> row.text);
    }
}
