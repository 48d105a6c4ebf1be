package org.criticalfriend.engine.door;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.criticalfriend.engine.identity.Groups;

/**
 * Refuses commands that a person sends through REST or the web applications and that would go round the form gate, carry text
 * into the engine, or that the engine does not authorise at all. Commands of the application itself pass: with them nobody is
 * signed in to the engine, or they run inside another command.
 */
public class RefusedCommands extends CommandInterceptor {

    /** Refused to everybody. */
    static final Set<String> ALWAYS = Set.of(
            // A task ends with its form only.
            "HandleTaskBpmnErrorCmd",
            "HandleTaskEscalationCmd",
            "ResolveTaskCmd",
            "DelegateTaskCmd",
            "CreateTaskCmd",
            "DeleteTaskCmd",
            // What a form holds is in the record, never in variables of the engine.
            "SetTaskVariablesCmd",
            "PatchTaskVariablesCmd",
            "RemoveTaskVariablesCmd",
            // A review starts from the year plan.
            "StartProcessInstanceCmd",
            "StartProcessInstanceAtActivitiesCmd",
            "SubmitStartFormCmd",
            "RestartProcessInstancesCmd",
            "RestartProcessInstancesBatchCmd",
            "CorrelateMessageCmd",
            "CorrelateAllMessageCmd",
            "CorrelateAllMessageBatchCmd",
            "MessageEventReceivedCmd",
            "SignalEventReceivedCmd",
            "EvaluateStartConditionCmd",
            // Passwords are tried at the doors only, where it is told where a try comes from.
            "CheckPassword",
            // Comments and attachments: the engine asks for no right at all, neither to write nor to read.
            "AddCommentCmd",
            "UpdateCommentCmd",
            "GetTaskCommentCmd",
            "GetTaskCommentsCmd",
            "GetTaskEventsCmd",
            "GetProcessInstanceCommentsCmd",
            "DeleteTaskCommentCmd",
            "DeleteProcessInstanceCommentCmd",
            "CreateAttachmentCmd",
            "SaveAttachmentCmd",
            "DeleteAttachmentCmd",
            "GetAttachmentCmd",
            "GetAttachmentContentCmd",
            "GetTaskAttachmentCmd",
            "GetTaskAttachmentsCmd",
            "GetTaskAttachmentContentCmd",
            "GetProcessInstanceAttachmentsCmd");

    /** Refused to everybody but administrators. */
    static final Set<String> ADMINISTRATORS_ONLY = Set.of(
            "AssignTaskCmd",
            "SaveTaskCmd",
            "SetTaskOwnerCmd",
            "SetTaskDueDateCmd",
            "SetTaskFollowUpDateCmd",
            "SetTaskPriorityCmd",
            "SetTaskNameCmd",
            "SetTaskDescriptionCmd",
            "AddUserIdentityLinkCmd",
            "AddGroupIdentityLinkCmd",
            "DeleteUserIdentityLinkCmd",
            "DeleteGroupIdentityLinkCmd",
            "DeleteIdentityLinkCmd",
            // Jobs of no process, such as the one that clears history away, are anybody's to the engine.
            "DeleteJobCmd",
            "ExecuteJobsCmd",
            "SetJobDuedateCmd",
            "SetJobPriorityCmd",
            "SetJobRetriesCmd",
            "RecalculateJobDuedateCmd",
            "SuspendJobCmd",
            "ActivateJobCmd",
            "GetJobExceptionStacktraceCmd");

    private final ProcessEngineConfigurationImpl engine;

    /** @param engine the engine, to know who is signed in to it */
    public RefusedCommands(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost = Context.getCommandContext() == null;
        Authentication person = outermost ? engine.getIdentityService().getCurrentAuthentication() : null;
        if (person != null) {
            String name = command.getClass().getSimpleName();
            if (ALWAYS.contains(name) || ADMINISTRATORS_ONLY.contains(name) && !isAdministrator(person)) {
                throw refusal();
            }
        }
        return next.execute(command);
    }

    static AuthorizationException refusal() {
        return new AuthorizationException("This is not possible here. Tasks are done with their forms only.");
    }

    static boolean isAdministrator(Authentication person) {
        return person.getGroupIds() != null && person.getGroupIds().contains(Groups.ADMINISTRATORS);
    }
}
