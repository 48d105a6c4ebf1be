package org.criticalfriend.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ReviewScript.Entry;
import org.criticalfriend.testing.ReviewScript.Fired;
import org.criticalfriend.testing.ReviewScript.HandedIn;

/**
 * The engine alone, with the settings it comes with, on a database of its own: no record, no form gate, no rights, all history. It
 * runs our model as it is; the beans that the model names answer from memory or do nothing, and what forms send becomes variables.
 */
public final class BareEngine implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MILLIS_AHEAD = 7L * 24 * 60 * 60 * 1000;

    private final HikariDataSource database;
    private final ProcessEngine engine;
    private final Timers timers;

    /**
     * @param named names of the beans that the model may name
     * @param clock the clock that moves the engine's
     */
    public BareEngine(Collection<String> named, MovableClock clock) {
        database = pool();
        DataSource counted = (DataSource) new CountedStatements().postProcessAfterInitialization(database, "bare");
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(counted);
        configuration.setDatabaseSchemaUpdate("true");
        // As the distributions and the starter for Boot have it; the bare class would keep less.
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans(named, clock));
        // As with Boot: lists from forms are stored as JSON.
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        engine = configuration.buildProcessEngine();
        timers = new Timers(
                engine.getManagementService(), engine.getRuntimeService(), engine.getHistoryService(), clock);
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/peer-review.bpmn")
                .deploy();
    }

    private static HikariDataSource pool() {
        Map<String, Object> settings = TestDatabase.settings();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl((String) settings.get("spring.datasource.url"));
        config.setUsername((String) settings.get("spring.datasource.username"));
        config.setPassword((String) settings.get("spring.datasource.password"));
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static Map<Object, Object> beans(Collection<String> named, MovableClock clock) {
        Map<Object, Object> beans = new HashMap<>();
        named.forEach(name -> beans.put(name, (JavaDelegate) execution -> {}));
        beans.put("duties", new FixedDuties());
        beans.put("rules", new UsualRules());
        beans.put("deadlines", new InAWeek(clock));
        return beans;
    }

    /** Everybody is called after what they do. */
    public static final class FixedDuties {

        public String assignee(DelegateExecution execution, String duty) {
            return duty;
        }

        public List<String> seats(DelegateExecution execution, String... duties) {
            return Arrays.stream(duties)
                    .map(duty -> UUID.nameUUIDFromBytes(duty.getBytes(StandardCharsets.UTF_8)))
                    .map(UUID::toString)
                    .toList();
        }

        public String occupant(DelegateExecution execution, String seat) {
            return seat;
        }

        public List<String> seniorStaffAtWorkshop(DelegateExecution execution) {
            return List.of();
        }

        public String person(String person) {
            return person;
        }
    }

    /** As a partnership has them that has changed nothing. */
    public static final class UsualRules {

        public boolean selfReviewAskedFor(DelegateExecution execution) {
            return true;
        }
    }

    /** Everything is due in a week. */
    public record InAWeek(MovableClock clock) {

        public Date at(DelegateExecution execution, String row) {
            return Date.from(clock.instant().plusMillis(MILLIS_AHEAD));
        }
    }

    /** Where its tables are. */
    public HikariDataSource database() {
        return database;
    }

    /** Walks one process from its start to its end. */
    public void walk(String businessKey, List<Entry> script) {
        engine.getRuntimeService().startProcessInstanceByKey("peer-review", businessKey);
        for (Entry entry : script) {
            if (entry instanceof HandedIn task) {
                handIn(businessKey, task);
            } else if (entry instanceof Fired timer) {
                timers.fire(businessKey, timer.activity());
            }
        }
        timers.endOf(businessKey);
    }

    /** As {@link ReviewScenario} does it: look for the task, open the form, send it, let run what waits. */
    private void handIn(String businessKey, HandedIn done) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(done.activity())
                .listPage(0, 1)
                .get(0);
        engine.getFormService().getTaskFormVariables(task.getId());
        Map<String, Object> variables = new HashMap<>();
        done.values().forEach((name, value) -> variables.put(name, stored(value)));
        engine.getTaskService().complete(task.getId(), variables);
        timers.runWaiting(businessKey);
    }

    private static Object stored(Object value) {
        try {
            return value instanceof Collection || value instanceof Map
                    ? SpinValues.jsonValue(JSON.writeValueAsString(value)).create()
                    : value;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
