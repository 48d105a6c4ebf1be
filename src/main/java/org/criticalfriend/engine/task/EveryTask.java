package org.criticalfriend.engine.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.criticalfriend.engine.dates.OpenStep;
import org.criticalfriend.engine.form.Drafts;

/**
 * What happens with every user task of every model, also one that a process owner adds: its card says which school and when, its
 * due date looks at who does it, whoever gets it is told, and when it ends, however it ends, drafts for it are forgotten.
 */
public class EveryTask extends AbstractBpmnParseListener {

    private final TaskCard card;
    private final StepDates dates;
    private final Drafts drafts;
    private final TaskNotices notices;

    /**
     * @param card what the card shows
     * @param dates when a step is due for a person
     * @param drafts where drafts are kept
     * @param notices who tells people of what comes to them
     */
    public EveryTask(TaskCard card, StepDates dates, Drafts drafts, TaskNotices notices) {
        this.notices = notices;
        this.card = card;
        this.dates = dates;
        this.drafts = drafts;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
            TaskDefinition task = behaviour.getTaskDefinition();
            TaskListener forget = ended -> drafts.forget(ended.getId());
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::fillCard);
            if (task.getDueDateExpression() != null) {
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::dateUnassigned);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::date);
            }
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::tell);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, forget);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, forget);
        }
    }

    /** On the task itself: who may see a task may not see the process instance, where the engine looks otherwise. */
    private void fillCard(DelegateTask task) {
        task.setVariablesLocal(card.of(task.getExecution().getProcessBusinessKey()));
    }

    /** Somebody's task is dated when it is given to them, at its start or later. */
    private void dateUnassigned(DelegateTask task) {
        if (task.getAssignee() == null) {
            date(task);
        }
    }

    /** Also of one that appears: it is assigned then. */
    private void tell(DelegateTask task) {
        if (task.getAssignee() != null) {
            notices.given(task.getId(), task.getAssignee(), ((TaskEntity) task).getRevision());
        }
    }

    /** The engine has asked the model before anybody was assigned. */
    private void date(DelegateTask task) {
        dates.date(task.getExecution().getProcessBusinessKey(), new OpenStep((TaskEntity) task));
    }
}
