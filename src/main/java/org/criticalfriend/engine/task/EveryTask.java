package org.criticalfriend.engine.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.criticalfriend.engine.form.Drafts;

/**
 * What happens with every user task of every model, also one that a process owner adds: its card says which school and when, and
 * when it ends, however it ends, drafts for it are forgotten.
 */
public class EveryTask extends AbstractBpmnParseListener {

    private final TaskCard card;
    private final Drafts drafts;

    /**
     * @param card what the card shows
     * @param drafts where drafts are kept
     */
    public EveryTask(TaskCard card, Drafts drafts) {
        this.card = card;
        this.drafts = drafts;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behaviour) {
            TaskDefinition task = behaviour.getTaskDefinition();
            TaskListener forget = ended -> drafts.forget(ended.getId());
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::fillCard);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, forget);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, forget);
        }
    }

    /** On the task itself: who may see a task may not see the process instance, where the engine looks otherwise. */
    private void fillCard(DelegateTask task) {
        task.setVariablesLocal(card.of(task.getExecution().getProcessBusinessKey()));
    }
}
