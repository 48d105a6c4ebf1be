package org.criticalfriend.engine.task;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.criticalfriend.engine.form.Drafts;

/** Adds to every user task of every model: when the task ends, however it ends, drafts for it are forgotten. */
public class DraftsEndWithTheirTask extends AbstractBpmnParseListener {

    private final Drafts drafts;

    /** @param drafts where they are kept */
    public DraftsEndWithTheirTask(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task) {
            TaskListener forget = ended -> drafts.forget(ended.getId());
            task.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, forget);
            task.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, forget);
        }
    }
}
