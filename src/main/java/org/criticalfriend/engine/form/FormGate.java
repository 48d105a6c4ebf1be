package org.criticalfriend.engine.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.calendar.YearNotEntered;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.engine.InTurn.Overtaken;
import org.criticalfriend.reading.UntilChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The form gate. It stands at the service border because the engine writes submitted variables before any listener runs and
 * wraps what a listener throws.
 */
@Component
public class FormGate {

    private static final Logger LOG = LoggerFactory.getLogger(FormGate.class);

    private static final String NO_FORM = "{\"id\":\"none\",\"type\":\"default\",\"components\":[]}";

    private final Supplier<ProcessEngineConfigurationImpl> engine;
    private final EngineItself itself;
    private final Supplier<Steps> steps;
    private final Supplier<Trail> trail;
    private final InTurn inTurn;
    private final PlainValues values;
    private final JdbcClient database;
    private final OpenedTasks opened;
    private final UntilChanged untilChanged;
    private final Clock clock;

    FormGate(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            EngineItself itself,
            ObjectProvider<Steps> steps,
            ObjectProvider<Trail> trail,
            InTurn inTurn,
            ObjectMapper json,
            JdbcClient database,
            UntilChanged untilChanged,
            Clock clock) {
        this.database = database;
        this.opened = new OpenedTasks(database);
        this.untilChanged = untilChanged;
        this.engine = SingletonSupplier.of(engine::getObject);
        this.itself = itself;
        this.steps = SingletonSupplier.of(steps::getObject);
        this.trail = SingletonSupplier.of(trail::getObject);
        this.inTurn = inTurn;
        this.values = new PlainValues(json);
        this.clock = clock;
    }

    /**
     * Hands in a task for the person who is signed in.
     *
     * @param submitted what the form, or a caller of REST, sends
     * @param complete completes the task in the engine with the variables it is given
     * @return what {@code complete} returns
     * @throws Refusal with nothing changed, if the task is not the person's or a value or rule does not hold
     */
    <T> T handIn(String taskId, Map<String, Object> submitted, Function<Map<String, Object>, T> complete) {
        String person = signedIn();
        return oneAfterTheOther(() -> {
            Glance seen = holdOwn(taskId, person);
            // What is refused inside a command the engine would log as an error of its own: it is thrown outside.
            Outcome<T> outcome = itself.withContext(context -> {
                Taken taken;
                try {
                    taken = taken(taskId, person, submitted, seen);
                } catch (RuntimeException refused) {
                    return Outcome.refused(refused);
                }
                // Who handed in what is in the trail.
                context.disableUserOperationLog();
                return new Outcome<>(complete.apply(taken.routing()), taken.task(), null);
            });
            T completed = outcome.orThrow();
            // Only now the engine has written that the task is done.
            steps.get().done(outcome.task());
            return completed;
        });
    }

    private record Outcome<T>(T value, TaskInHand task, RuntimeException refused) {

        static <T> Outcome<T> refused(RuntimeException refused) {
            return new Outcome<>(null, null, refused);
        }

        T orThrow() {
            if (refused != null) {
                throw refused;
            }
            return value;
        }
    }

    /** @param routing what the model routes by */
    private record Taken(TaskInHand task, Map<String, Object> routing) {}

    /** Checks an answer and writes it into the record. */
    private Taken taken(String taskId, String person, Map<String, Object> submitted, Glance seen) {
        OpenForm open = ownForm(taskId, person, seen);
        TaskInHand task = open.task();
        Step step = steps.get().of(task.activity());
        Answer answer = open.form().check(values.from(submitted), step.opensWith(task), SchoolTime.now(clock));
        if (!answer.breaches().isEmpty()) {
            throw Refusal.of(answer.breaches());
        }
        Map<String, Object> routing = new HashMap<>(step.accept(task, answer.values()));
        routing.keySet().retainAll(task.routing());
        trail.get().changed(person, task);
        return new Taken(task, routing);
    }

    /**
     * What the form of a task opens with for the person who is signed in: everything for the one who does it, the heading for
     * others who may see the task.
     *
     * @param names only these, if any are named
     * @throws Refusal if the person may not see the task
     */
    VariableMap open(String taskId, Collection<String> names) {
        String person = signedIn();
        try {
            return inTurn.does(() -> opened(taskId, person, names));
        } catch (Overtaken e) {
            throw Refusal.overtaken();
        }
    }

    private VariableMap opened(String taskId, String person, Collection<String> names) {
        // A form that could not be handed in is not opened: nobody types into it in vain.
        OpenForm open = visibleForm(taskId, person);
        TaskInHand task = open.task();
        Step step = steps.get().of(task.activity());
        Map<String, Object> known;
        if (task.assignee().filter(person::equals).isPresent()) {
            known = new HashMap<>(step.opensWith(task));
            trail.get().read(person, task);
            step.opened(task);
        } else {
            known = new HashMap<>(step.heading(task));
        }
        if (names != null) {
            known.keySet().retainAll(names);
        }
        return values.towardsForms(known);
    }

    /** Whether a task is there and assigned to {@code person}. */
    public boolean isOwnTask(String taskId, String person) {
        return glance(taskId).flatMap(Glance::assignee).filter(person::equals).isPresent();
    }

    /** @throws Refusal unless {@code person} is the one who is signed in, or nobody is and the application itself acts */
    void requireSignedIn(String person) {
        Authentication signedIn = engine().getIdentityService().getCurrentAuthentication();
        if (signedIn != null && !signedIn.getUserId().equals(person)) {
            throw Refusal.forbidden("A task can only be taken by oneself, and not be handed back to nobody.");
        }
    }

    /** Two people at one review write one after the other. */
    private <T> T oneAfterTheOther(Supplier<T> work) {
        try {
            return inTurn.does(work);
        } catch (Overtaken e) {
            throw Refusal.overtaken();
        } catch (OptimisticLockingException | ConcurrencyFailureException e) {
            throw e;
        } catch (ProcessEngineException | YearNotEntered e) {
            throw YearNotEntered.behind(e).map(Refusal::blocked).orElseThrow(() -> e);
        } catch (DataAccessException e) {
            // The message of a database may quote what a person typed: it goes neither into a log nor into an
            // answer.
            LOG.error("An answer could not be kept: {}, {}.", e.getClass().getSimpleName(), sqlState(e));
            throw Refusal.notKept();
        }
    }

    private static String sqlState(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause
                ? "SQL state " + cause.getSQLState()
                : "no SQL state";
    }

    /** Holds the record behind a task of this person. */
    private Glance holdOwn(String taskId, String person) {
        Glance seen = visibleTask(taskId, person);
        if (seen.assignee().filter(person::equals).isEmpty()) {
            throw Refusal.forbidden(
                    "This task is in somebody else's hands. Only the person it is assigned to can do it.");
        }
        steps.get().hold(seen.reference());
        return seen;
    }

    /** Whoever waited for the record may find that the task was done or given away meanwhile. */
    private OpenForm ownForm(String taskId, String person, Glance seen) {
        return find(taskId)
                .filter(open -> open.task().assignee().filter(person::equals).isPresent())
                .orElseThrow(() -> steps.get()
                        .of(seen.activity())
                        .gone(seen.reference(), person)
                        .map(Refusal::gone)
                        .orElseGet(Refusal::noSuchTask));
    }

    private OpenForm visibleForm(String taskId, String person) {
        return find(taskId)
                .filter(open -> open.task().assignee().filter(person::equals).isPresent() || mayRead(taskId, person))
                .orElseThrow(Refusal::noSuchTask);
    }

    private Glance visibleTask(String taskId, String person) {
        return glance(taskId)
                .filter(task -> task.assignee().filter(person::equals).isPresent() || mayRead(taskId, person))
                .orElseThrow(Refusal::noSuchTask);
    }

    private boolean mayRead(String taskId, String person) {
        return engine().getAuthorizationService()
                .isUserAuthorized(
                        person,
                        engine().getIdentityService().getCurrentAuthentication().getGroupIds(),
                        Permissions.READ,
                        Resources.TASK,
                        taskId);
    }

    private String signedIn() {
        return Optional.ofNullable(engine().getIdentityService().getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElseThrow(() -> Refusal.forbidden("Only a person who is signed in can open a task or hand it in."));
    }

    /** As much of a task as says whose it is. */
    private record Glance(String reference, String activity, Optional<String> assignee) {}

    /** In one statement, for it comes before every step; with the engine it would be three. */
    private Optional<Glance> glance(String taskId) {
        return database.sql(
                        """
                        select i.business_key_ as reference, t.task_def_key_ as activity, t.assignee_ as assignee from act_ru_task t
                        left join act_ru_execution i on i.id_ = t.proc_inst_id_ where t.id_ = ?""")
                .param(taskId)
                .query((row, number) -> new Glance(
                        Objects.requireNonNullElse(row.getString("reference"), ""),
                        Objects.requireNonNullElse(row.getString("activity"), ""),
                        Optional.ofNullable(row.getString("assignee"))))
                .optional();
    }

    /** A task and the form in force for it; a step without a form takes no values. */
    private record OpenForm(TaskInHand task, FormSchema form) {}

    private Optional<OpenForm> find(String taskId) {
        try {
            return opened.of(taskId).map(seen -> {
                Drawn drawn = untilChanged.get(
                        new DrawnAs(seen.model(), seen.activity()),
                        () -> withTask(taskId, task -> new Drawn(declaredRouting(task), fixedForm(task))));
                return new OpenForm(
                        seen.inHand(drawn.routing()), drawn.form().orElseGet(() -> withTask(taskId, this::form)));
            });
        } catch (FormSchemaException e) {
            LOG.error("A form cannot be used: {}", e.getMessage());
            throw Refusal.unusableForm(e);
        }
    }

    private <T> T withTask(String taskId, Function<TaskEntity, T> read) {
        return itself.withContext(
                context -> Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
                        .map(read)
                        .orElseThrow(Refusal::noSuchTask));
    }

    /** A step of one version of a model. */
    private record DrawnAs(String model, String activity) {}

    /**
     * What a step is drawn with.
     *
     * @param form the form in force, if it is the same for every task
     */
    private record Drawn(Set<String> routing, Optional<FormSchema> form) {}

    private static Set<String> declaredRouting(TaskEntity task) {
        return Optional.ofNullable(task.getBpmnModelElementInstance().getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "routing".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .flatMap(names -> Arrays.stream(names.trim().split("[\\s,]+")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<FormSchema> fixedForm(TaskEntity task) {
        return isTheSameForEveryTask(task.getTaskDefinition()) ? Optional.of(form(task)) : Optional.empty();
    }

    private FormSchema form(TaskEntity task) {
        TaskDefinition definition = task.getTaskDefinition();
        boolean none = definition.getCamundaFormDefinitionKey() == null && definition.getFormKey() == null;
        return FormSchema.parse(none ? NO_FORM : deployedForm(task));
    }

    /** A process owner may also let an expression choose the form, task by task. */
    private static boolean isTheSameForEveryTask(TaskDefinition definition) {
        return definition.getCamundaFormDefinitionKey() != null
                && definition.getCamundaFormDefinitionKey().isLiteralText()
                && (definition.getCamundaFormDefinitionVersion() == null
                        || definition.getCamundaFormDefinitionVersion().isLiteralText());
    }

    /** Inside the command that has read the task. */
    private String deployedForm(TaskEntity task) {
        try (InputStream form = engine().getFormService().getDeployedTaskForm(task.getId())) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The form of task %s cannot be read.".formatted(task.getId()), e);
        }
    }

    /** The engine is made after the gate that stands before it. */
    private ProcessEngineConfigurationImpl engine() {
        return engine.get();
    }
}
