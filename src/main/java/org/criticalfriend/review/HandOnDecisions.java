package org.criticalfriend.review;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.EngineItself;
import org.criticalfriend.engine.InTurn;
import org.criticalfriend.engine.dates.OpenDates;
import org.criticalfriend.engine.dates.OpenStep;
import org.criticalfriend.engine.task.TaskHandover;
import org.criticalfriend.partnership.AbsenceChanged;
import org.criticalfriend.partnership.Absences;
import org.criticalfriend.partnership.PersonLeft;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Hands on what those in charge have to decide when they are away or have left: to whoever the model names now. */
@Service
public class HandOnDecisions {

    /** What does not wait until somebody is back. */
    private static final String[] TASKS = {
        OpenDecisions.TASK,
        MailOfUndecidedVisit.TASK,
        "OfferHelp",
        StandInRows.CHOOSE_STAND_IN,
        ChangeRows.DECIDE_ON_CHANGE
    };

    private final Absences absences;
    private final Reviews reviews;
    private final OpenDates openDates;
    private final OpenDecisions decisions;
    private final EngineItself itself;
    private final TaskService tasks;
    private final TaskHandover handover;
    private final InTurn inTurn;
    private final Clock clock;

    HandOnDecisions(
            Absences absences,
            Reviews reviews,
            OpenDates openDates,
            OpenDecisions decisions,
            EngineItself itself,
            @Lazy TaskService tasks,
            TaskHandover handover,
            InTurn inTurn,
            Clock clock) {
        this.absences = absences;
        this.reviews = reviews;
        this.openDates = openDates;
        this.decisions = decisions;
        this.itself = itself;
        this.tasks = tasks;
        this.handover = handover;
        this.inTurn = inTurn;
        this.clock = clock;
    }

    @EventListener
    void follow(AbsenceChanged changed) {
        handOn(ifAway(tasksOf(changed.person())));
    }

    @EventListener
    void follow(PersonLeft left) {
        handOn(tasksOf(left.person()));
    }

    private List<Task> tasksOf(String person) {
        return itself.does(() -> tasks.createTaskQuery()
                .taskDefinitionKeyIn(TASKS)
                .taskAssignee(person)
                .list());
    }

    /** Hands on what lies with people whose absence has begun since it was entered. For every morning; done twice, it changes nothing. */
    public void ofThoseAwayToday() {
        handOn(ifAway(itself.does(() -> tasks.createTaskQuery()
                .taskDefinitionKeyIn(TASKS)
                .taskAssigned()
                .list())));
    }

    private List<Task> ifAway(Collection<Task> open) {
        Set<String> away = absences.awayOn(
                SchoolTime.today(clock), open.stream().map(Task::getAssignee).collect(Collectors.toSet()));
        return open.stream().filter(task -> away.contains(task.getAssignee())).toList();
    }

    private void handOn(List<Task> theirs) {
        if (theirs.isEmpty()) {
            return;
        }
        Map<String, Task> byId = theirs.stream().collect(Collectors.toMap(Task::getId, Function.identity()));
        inTurn.does(() -> {
            Set<String> references = handover.referencesOf(theirs);
            reviews.held(references);
            Map<Task, String> now = openDates.of(references, processes -> processes.stream()
                    .flatMap(process -> process.steps().stream())
                    .filter(step -> byId.containsKey(step.id()))
                    .filter(step -> step.askedAssignee().isPresent())
                    .collect(Collectors.toMap(step -> byId.get(step.id()), HandOnDecisions::askedAssignee)));
            now.forEach((task, person) -> {
                if (!person.equals(task.getAssignee())) {
                    decisions.give(task, person);
                }
            });
            return null;
        });
    }

    private static String askedAssignee(OpenStep step) {
        return step.askedAssignee().orElseThrow();
    }
}
