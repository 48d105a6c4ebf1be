package org.criticalfriend.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.SchoolYear;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.Timers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the people of a partnership plan a year, agree it and live through it, each in their own name. */
@Component
public class YearScenario {

    private final PlanningDay day;
    private final SearchForPlans search;
    private final ReviewScenario scenario;
    private final Timers timers;
    private final TaskService tasks;
    private final JdbcClient database;
    private final MovableClock clock;

    YearScenario(
            PlanningDay day,
            SearchForPlans search,
            ReviewScenario scenario,
            Timers timers,
            TaskService tasks,
            JdbcClient database,
            MovableClock clock) {
        this.day = day;
        this.search = search;
        this.scenario = scenario;
        this.timers = timers;
        this.tasks = tasks;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Starts a year and lets its first plan come.
     *
     * @return its reference
     */
    public String propose(String partnership, SchoolYear year, LocalDate publishOn, String lead) {
        String reference = day.start(partnership, year, publishOn, lead).reference();
        timers.runWaiting(reference);
        search.run();
        return reference;
    }

    /** What stands against agreeing a year, in words. */
    public List<String> against(String reference) {
        return PlanningDay.against(day.ofProcess(reference));
    }

    /** The lead agrees a year, and its reviews start. */
    public void agree(String reference) {
        Task task = onlyTask(reference, "HoldPlanningDay");
        scenario.handIn(task, Map.of("decision", "AGREE"));
        timers.runWaiting(reference);
    }

    /** Every head releases the school's people. */
    public void releaseEverybody(String reference) {
        tasks(reference, "AgreeOurDuties").forEach(task -> scenario.handIn(task, Map.of("released", true)));
    }

    /** The open tasks of a step of a year. */
    public List<Task> tasks(String reference, String activity) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(activity)
                .list();
    }

    private Task onlyTask(String reference, String activity) {
        List<Task> found = tasks(reference, activity);
        if (found.size() != 1) {
            throw new AssertionError("%s has %d tasks %s.".formatted(reference, found.size(), activity));
        }
        return found.get(0);
    }

    /** References of the reviews of a partnership, in the order of their visits. */
    public List<String> reviews(String partnership) {
        return database.sql("select reference from review where partnership = ? order by visit_first, reference")
                .param(partnership)
                .query(String.class)
                .list();
    }

    /**
     * Every review of a partnership comes to its end, in the order of their visits: nobody plans the visit, and whoever is in charge
     * cancels it.
     */
    public void cancelAll(String partnership) {
        for (String reference : reviews(partnership)) {
            timers.fire(reference, "PlanningGate");
            Task task = onlyTask(reference, "DecideOnVisit");
            scenario.decideOnVisit(reference, task.getAssignee(), "CANCEL");
            timers.runWaiting(reference);
        }
    }

    /** Moves the clock to the next time that a half-term of a year comes to its end. */
    public LocalDate halfTermEnds(String reference) {
        timers.fire(PlanningDay.PROCESS, reference, "HalfTermEnds");
        return SchoolTime.today(clock);
    }

    /** Moves the clock from half-term to half-term until a year is over, at most so often. */
    public List<LocalDate> untilOver(String reference, int atMost) {
        List<LocalDate> days = new ArrayList<>();
        while (days.size() < atMost && !state(reference).equals("ENDED")) {
            days.add(halfTermEnds(reference));
        }
        return days;
    }

    /** How far a year is. */
    public String state(String reference) {
        return database.sql("select state from partnership_year where reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }
}
