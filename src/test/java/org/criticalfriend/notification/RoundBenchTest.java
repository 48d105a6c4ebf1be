package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.review.StartReview;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.CountedStatements;
import org.criticalfriend.testing.Figure;
import org.criticalfriend.testing.Rounds;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a daily round costs in an installation of 10,000 people at 800 schools in 200 partnerships, with 100,000 open tasks of 20,000
 * reviews: everybody has a task on a rung, and everybody in charge a list. The tasks are copies of one that was really begun.
 */
@Tag("bench")
@Tag("round")
@ApplicationTest
class RoundBenchTest {

    private static final int PARTNERSHIPS = 200;
    private static final int SCHOOLS = 800;
    private static final int PEOPLE = 10_000;
    private static final int REVIEWS = 20_000;
    private static final int TASKS = 100_000;
    private static final int STATEMENTS = 20 + PEOPLE / 500;
    private static final int SECONDS = 60;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    @Autowired
    TestPartnership partnerships;

    @Autowired
    DailyRound round;

    @Autowired
    Rounds rounds;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    @Test
    void aRoundTakesFewStatementsHoweverManyTasksThereAre() {
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 9, 14), LocalTime.of(9, 0)));
        Made made = partnerships.make();
        String reference = partnerships.startReview(made, TestPartnership.VISIT);
        fill(made, reference);
        rounds.beginOn(TODAY);
        clock.moveTo(SchoolTime.at(TODAY, LocalTime.of(8, 0)));

        long start = System.nanoTime();
        int statements = CountedStatements.during(() -> round.on(TODAY));
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0;

        assertThat(told(RoundOccasion.NAME)).isBetween(PEOPLE, PEOPLE + 20);
        assertThat(told(RoundForLeadOccasion.NAME)).isBetween(PARTNERSHIPS, PARTNERSHIPS + 2);
        Figure.atMost("round-statements", statements, "statements", STATEMENTS);
        Figure.atMost("round-time", seconds, "s", SECONDS);
        long again = System.nanoTime();
        Figure.atMost(
                "round-again-statements", CountedStatements.during(() -> round.on(TODAY)), "statements", STATEMENTS);
        Figure.atMost(
                "round-again-time", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - again) / 1000.0, "s", SECONDS);
    }

    private int told(String occasion) {
        return database.sql("select count(*) from notice where occasion = ? and turn = ?")
                .params(occasion, TODAY.toString())
                .query(Integer.class)
                .single();
    }

    private void fill(Made made, String reference) {
        copy("partnership", "id = '" + made.id() + "'", PARTNERSHIPS, "id", "'bp' || n", "name", "'Bench ' || n");
        copy("school", "id = '" + made.school('a') + "'", SCHOOLS, "id", "'bs' || n", "name", "'Bench school ' || n");
        copy(
                "person",
                "id = '" + made.teacher('a') + "'",
                PEOPLE,
                "id",
                "'bx' || n",
                "school",
                "'bs' || n %% " + SCHOOLS);
        // The lead of each partnership is of a school that is nobody's host here.
        database.sql(
                        """
                        insert into person_role (id, person, role, partnership, place)
                        select gen_random_uuid(), 'bx' || n, 'PARTNERSHIP_LEAD', 'bp' || n, 'bp' || n
                        from generate_series(0, :last) n""")
                .param("last", PARTNERSHIPS - 1)
                .update();
        copy(
                "review",
                "reference = '" + reference + "'",
                REVIEWS,
                "id",
                "gen_random_uuid()",
                "reference",
                "'bench-' || n",
                "partnership",
                "'bp' || n %% " + PARTNERSHIPS,
                "host",
                "'bs' || (n + 1) %% " + SCHOOLS);
        String instance = "(select e.id_ from act_ru_execution e where e.business_key_ = '" + reference
                + "' and e.parent_id_ is null and e.proc_def_key_ = '" + StartReview.PROCESS + "')";
        copy(
                "act_ru_execution",
                "id_ = " + instance,
                REVIEWS,
                "id_",
                "'be' || n",
                "proc_inst_id_",
                "'be' || n",
                "root_proc_inst_id_",
                "'be' || n",
                "business_key_",
                "'bench-' || n");
        // Due from 22 days before today to 77 after it, the tenth task of everybody today.
        copy(
                "act_ru_task",
                "task_def_key_ = 'HoldPlanningMeeting' and proc_inst_id_ = " + instance,
                TASKS,
                "id_",
                "'bt' || n",
                "execution_id_",
                "'be' || n %% " + REVIEWS,
                "proc_inst_id_",
                "'be' || n %% " + REVIEWS,
                "assignee_",
                "'bx' || n %% " + PEOPLE,
                "due_date_",
                "timestamp '2026-10-09 16:00:00' + make_interval(days => case when n < " + PEOPLE
                        + " then 0 else n / 200 %% 100 - 22 end)");
        // The mails of the last weeks: without them PostgreSQL plans for an empty table, and keeps to that.
        database.sql(
                        """
                        insert into notice (id, occasion, subject, turn, recipient, since, tries, state)
                        select gen_random_uuid(), 'round', 'bx' || n % :people, 'long ago ' || n / :people, 'bx' || n % :people,
                            timestamp '2026-09-14 08:00:00', 1, 'SENT'
                        from generate_series(0, 10 * :people - 1) n""")
                .param("people", PEOPLE)
                .update();
        database.sql("vacuum analyze").update();
    }

    /** Copies one row many times, some of its columns changed by an expression of the number {@code n}. */
    private void copy(String table, String which, int copies, String... changed) {
        Map<String, String> expressions = new HashMap<>();
        for (int at = 0; at < changed.length; at += 2) {
            expressions.put(changed[at], changed[at + 1].replace("%%", "%"));
        }
        List<String> columns = database.sql(
                        "select column_name from information_schema.columns where table_name = ? and table_schema = 'public' order by ordinal_position")
                .param(table)
                .query(String.class)
                .list();
        database.sql("insert into %s (%s) select %s from (select * from %s where %s) t, generate_series(0, %d) n"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                columns.stream()
                                        .map(column -> expressions.getOrDefault(column, "t." + column))
                                        .collect(Collectors.joining(", ")),
                                table,
                                which,
                                copies - 1))
                .update();
    }
}
