package org.criticalfriend.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the daily round come on mornings of a test, through its diagram, and reads whom it has told. */
@Component
public class Rounds {

    private static final String PROCESS = "daily-round";

    private final ManagementService jobs;
    private final MovableClock clock;
    private final JdbcClient database;

    Rounds(ManagementService jobs, MovableClock clock, JdbcClient database) {
        this.jobs = jobs;
        this.clock = clock;
        this.database = database;
    }

    /** As if there had been no rounds before this day but one on the day before. */
    public void beginOn(LocalDate day) {
        database.sql("delete from daily_round").update();
        database.sql("insert into daily_round (held_on, done_at) values (?, current_timestamp)")
                .param(day.minusDays(1))
                .update();
    }

    /** The round at eight on this morning. */
    public void on(LocalDate morning) {
        at(SchoolTime.at(morning, LocalTime.of(8, 0)));
    }

    /** The waiting round, which the job executor finds at this moment. */
    public void at(Instant moment) {
        clock.moveTo(moment);
        jobs.executeJob(waiting().getId());
        runSteps();
    }

    /** Lets every round come that waits, one after the other, also if that are several. */
    public void all() {
        jobs.createJobQuery().processDefinitionKey(PROCESS).timers().list().forEach(timer -> {
            jobs.executeJob(timer.getId());
            runSteps();
        });
    }

    private void runSteps() {
        List<Job> steps = steps();
        while (!steps.isEmpty()) {
            steps.forEach(step -> jobs.executeJob(step.getId()));
            steps = steps();
        }
    }

    /** Every round from one day to another, whichever of them are school mornings somewhere. */
    public void from(LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .forEach(this::on);
    }

    /** The timer of the one round that waits. */
    public Job waiting() {
        List<Job> timers =
                jobs.createJobQuery().processDefinitionKey(PROCESS).timers().list();
        if (timers.size() != 1) {
            throw new AssertionError("%d rounds wait for their morning.".formatted(timers.size()));
        }
        return timers.get(0);
    }

    private List<Job> steps() {
        return jobs.createJobQuery().processDefinitionKey(PROCESS).messages().list();
    }

    /** The mornings on which somebody was told, by the name of the occasion. */
    public List<LocalDate> told(String occasion, String person) {
        return database.sql("select turn from notice where occasion = ? and recipient = ? order by turn")
                .params(occasion, person)
                .query((row, number) -> LocalDate.parse(row.getString(1)))
                .list();
    }
}
