package org.criticalfriend.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.criticalfriend.testing.TestPartnership.Made;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every row of the reviews of a partnership, in the record and in the engine, as text: what is refused changes none of it. */
@Component
public class RowsOfReviews {

    /** Each of them by the partnership's id. */
    private static final Map<String, String> STATEMENTS = new TreeMap<>(Map.ofEntries(
            Map.entry("reviews", "select * from review where partnership = :id order by id"),
            Map.entry("seats", ofReview("seat")),
            Map.entry(
                    "occupancies",
                    """
                    select o.* from occupancy o join seat s on s.id = o.seat join review r on r.id = s.review
                    where r.partnership = :id order by o.id"""),
            Map.entry("kept days", ofReview("day_claim")),
            Map.entry("arrangements", ofReview("arrangement")),
            Map.entry("invitations", ofReview("invitation")),
            Map.entry("vacancies", ofReview("vacancy")),
            Map.entry(
                    "requests",
                    """
                    select q.* from stand_in_request q join vacancy v on v.id = q.vacancy join review r on r.id = v.review
                    where r.partnership = :id order by q.id"""),
            Map.entry("changes", ofReview("change_of_plan")),
            Map.entry("notices", "select * from notice where recipient like :id || '%%' order by id"),
            Map.entry(
                    "processes",
                    """
                    select id_, proc_inst_id_, business_key_, act_id_, rev_ from act_ru_execution
                    where proc_inst_id_ in (%s) order by id_"""),
            Map.entry("tasks", "select * from act_ru_task where proc_inst_id_ in (%s) order by id_"),
            Map.entry(
                    "people of tasks",
                    """
                    select * from act_ru_identitylink where task_id_ in (
                        select id_ from act_ru_task where proc_inst_id_ in (%s)) order by id_"""),
            Map.entry(
                    "rights",
                    """
                    select * from act_ru_authorization where resource_id_ in (%1$s) or resource_id_ in (
                        select id_ from act_ru_task where proc_inst_id_ in (%1$s)) order by id_"""),
            Map.entry(
                    "timers",
                    "select id_, duedate_, handler_cfg_, rev_ from act_ru_job where process_instance_id_ in (%s) order by id_"),
            Map.entry(
                    "variables",
                    "select id_, name_, text_, rev_ from act_ru_variable where proc_inst_id_ in (%s) order by id_")));

    private static final String PROCESSES =
            """
            select e.proc_inst_id_ from act_ru_execution e join review r on r.reference = e.business_key_
            where r.partnership = :id""";

    private final JdbcClient database;

    RowsOfReviews(JdbcClient database) {
        this.database = database;
    }

    private static String ofReview(String table) {
        return "select t.* from %s t join review r on r.id = t.review where r.partnership = :id order by t.id"
                .formatted(table);
    }

    /** All rows, by what they are. */
    public String of(Made made) {
        StringBuilder all = new StringBuilder();
        STATEMENTS.forEach((what, statement) -> {
            all.append(what).append('\n');
            List<Map<String, Object>> rows = database.sql(statement.formatted(PROCESSES))
                    .param("id", made.id())
                    .query()
                    .listOfRows();
            rows.forEach(row -> all.append("  ").append(row).append('\n'));
        });
        return all.toString();
    }
}
