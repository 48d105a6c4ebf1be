package org.criticalfriend.engine.task;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills the engine's tables with open tasks of many partnerships. A few reviews are really begun; what the engine wrote for their
 * tasks (executions, cards, rights) is multiplied, each copy given to people of one partnership. Each partnership has 400 open
 * tasks, all of which its lead may read; 15 of them are the lead's own, 15 those of one of its people, the others are spread over
 * the rest.
 */
@Component
class ManyTasks {

    static final int OF_A_PARTNERSHIP = 400;
    static final int OF_A_PERSON = 15;

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    private final TestPartnership partnerships;
    private final ReviewScenario scenario;
    private final MovableClock clock;
    private final JdbcClient database;

    private int filled;

    ManyTasks(TestPartnership partnerships, ReviewScenario scenario, MovableClock clock, JdbcClient database) {
        this.partnerships = partnerships;
        this.scenario = scenario;
        this.clock = clock;
        this.database = database;
    }

    /** Begins the reviews of which the others are copies; the first partnership has all its tasks. */
    Made begin() {
        clock.moveTo(SchoolTime.at(TODAY, LocalTime.of(9, 0)));
        database.sql("create table bench_copy_of (place int primary key, task varchar(64), instance varchar(64))")
                .update();
        database.sql(
                        "create table bench_person (partnership int, place int, person varchar(64), primary key (partnership, place))")
                .update();
        database.sql(
                        """
                        create table bench_copy (number int primary key, suffix varchar(12), task varchar(64),
                            instance varchar(64), assignee varchar(64), lead varchar(64))""")
                .update();
        planning();
        preparing();
        visited();
        Made first = partnership(0);
        fill(OF_A_PARTNERSHIP);
        return first;
    }

    private void planning() {
        Made made = partnerships.make();
        copyOf(partnerships.startReview(made, TestPartnership.VISIT));
    }

    private void preparing() {
        Made made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.holdPlanningMeeting(made, reference);
        copyOf(reference);
    }

    private void visited() {
        Made made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        scenario.walkToFeedback(made, reference);
        clock.moveTo(SchoolTime.at(TODAY, LocalTime.of(9, 0)));
        copyOf(reference);
    }

    private void copyOf(String reference) {
        database.sql(
                        """
                        insert into bench_copy_of select (select count(*) from bench_copy_of), t.id_, t.proc_inst_id_
                        from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ? order by t.id_ limit 1""")
                .param(reference)
                .update();
    }

    private Made partnership(int number) {
        Made made = partnerships.make();
        // The participant and the lead stand first.
        List<String> people = List.of(
                made.teacher('a'),
                made.lead(),
                made.head('a'),
                made.head('b'),
                made.head('c'),
                made.deputy('a'),
                made.deputy('b'),
                made.deputy('c'),
                made.deputy('d'),
                made.teacher('b'),
                made.teacher('c'),
                made.teacher('d'));
        IntStream.range(0, people.size()).forEach(place -> database.sql("insert into bench_person values (?, ?, ?)")
                .params(number, place, people.get(place))
                .update());
        return made;
    }

    /** Fills up to so many open tasks in all. */
    void fill(int tasks) {
        IntStream.range(1 + (filled - 1) / OF_A_PARTNERSHIP, 1 + (tasks - 1) / OF_A_PARTNERSHIP)
                .filter(number -> number > 0)
                .forEach(this::partnership);
        database.sql(
                        """
                        insert into bench_copy
                        select n, '-' || n, o.task, o.instance, p.person, l.person
                        from generate_series(:from, :to - 1) n
                        join bench_copy_of o on o.place = n % (select count(*) from bench_copy_of)
                        join bench_person p on p.partnership = n / :all and p.place = case
                            when n % :all < :own then 0
                            when n % :all < 2 * :own then 1
                            else 2 + n % 10 end
                        join bench_person l on l.partnership = n / :all and l.place = 1""")
                .param("from", filled)
                .param("to", tasks)
                .param("all", OF_A_PARTNERSHIP)
                .param("own", OF_A_PERSON)
                .update();
        copy(
                "act_ru_execution",
                "t.proc_inst_id_ = c.instance",
                "t.parent_id_ nulls first",
                Map.of(
                        "id_", "t.id_ || c.suffix",
                        "root_proc_inst_id_", "t.root_proc_inst_id_ || c.suffix",
                        "proc_inst_id_", "t.proc_inst_id_ || c.suffix",
                        "parent_id_", "t.parent_id_ || c.suffix",
                        "business_key_", "t.business_key_ || c.suffix"));
        copy(
                "act_ru_task",
                "t.id_ = c.task",
                "c.number",
                Map.of(
                        "id_", "t.id_ || c.suffix",
                        "execution_id_", "t.execution_id_ || c.suffix",
                        "proc_inst_id_", "t.proc_inst_id_ || c.suffix",
                        "assignee_", "c.assignee",
                        "create_time_", "t.create_time_ - make_interval(mins => c.number % 20000)",
                        "due_date_", "t.create_time_ + make_interval(hours => c.number * 7 % 1000 - 200)"));
        copy(
                "act_ru_variable",
                "(t.task_id_ = c.task or t.task_id_ is null and t.proc_inst_id_ = c.instance)",
                "c.number",
                Map.of(
                        "id_", "t.id_ || c.suffix",
                        "execution_id_", "t.execution_id_ || c.suffix",
                        "proc_inst_id_", "t.proc_inst_id_ || c.suffix",
                        "task_id_", "t.task_id_ || c.suffix",
                        "var_scope_", "t.var_scope_ || c.suffix"));
        // Whoever leads and does a task has one right, to both.
        copy(
                "act_ru_authorization",
                "t.resource_id_ = c.task and (t.user_id_ = (select assignee_ from act_ru_task where id_ = c.task) or c.assignee <> c.lead)",
                "c.number",
                Map.of(
                        "id_",
                        "t.id_ || c.suffix",
                        "resource_id_",
                        "t.resource_id_ || c.suffix",
                        "user_id_",
                        "case when t.user_id_ = (select assignee_ from act_ru_task where id_ = c.task) then c.assignee else c.lead end"));
        filled = tasks;
        // As autovacuum would have done by then.
        database.sql("vacuum analyze").update();
    }

    private void copy(String table, String which, String order, Map<String, String> changed) {
        List<String> columns = database.sql(
                        "select column_name from information_schema.columns where table_name = ? and table_schema = 'public' order by ordinal_position")
                .param(table)
                .query(String.class)
                .list();
        database.sql("insert into %s (%s) select %s from %s t join bench_copy c on %s where c.number >= ? order by %s"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                columns.stream()
                                        .map(column -> changed.getOrDefault(column, "t." + column))
                                        .collect(Collectors.joining(", ")),
                                table,
                                which,
                                order))
                .param(filled)
                .update();
    }
}
