package org.criticalfriend.notification;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows administrators in Cockpit, at the process that it was about, that a mail could not be sent for a day. */
@Component
class Undelivered {

    /** Type of the incident. */
    static final String TYPE = "mailNotSent";

    /** The process at which it is shown if it was about none that still runs. */
    static final String DAILY_ROUND = "daily-round";

    private static final Logger LOG = LoggerFactory.getLogger(Undelivered.class);

    private final RuntimeService processes;

    Undelivered(RuntimeService processes) {
        this.processes = processes;
    }

    /** Shows it, in the transaction of the caller. */
    void show(Notice notice, Optional<String> reference, String reason) {
        Optional<ProcessInstance> place = reference
                .flatMap(key -> first(processes.createProcessInstanceQuery().processInstanceBusinessKey(key)))
                .or(() -> first(processes.createProcessInstanceQuery().processDefinitionKey(DAILY_ROUND)));
        if (place.isEmpty()) {
            LOG.error(
                    "A mail ({}) was given up after a day: {} It can be tried again on the page /mails.",
                    notice.occasion(),
                    reason);
            return;
        }
        processes.createIncident(
                TYPE,
                openStep(processes.getActivityInstance(place.get().getId())),
                notice.id().toString(),
                "A mail (%s) was given up after a day: %s It can be tried again on the page /mails."
                        .formatted(notice.occasion(), reason));
    }

    /** Execution of a step that is open: the engine keeps an incident at a step, never at a process as a whole. */
    private static String openStep(ActivityInstance inside) {
        if (inside.getChildActivityInstances().length > 0) {
            return openStep(inside.getChildActivityInstances()[0]);
        }
        return inside.getChildTransitionInstances().length > 0
                ? inside.getChildTransitionInstances()[0].getExecutionId()
                : inside.getExecutionIds()[0];
    }

    private static Optional<ProcessInstance> first(ProcessInstanceQuery query) {
        return query.rootProcessInstances().orderByProcessInstanceId().asc().listPage(0, 1).stream()
                .findFirst();
    }

    /** It is tried again: nothing has to be shown any more, in the transaction of the caller. */
    void forget(UUID notice) {
        processes
                .createIncidentQuery()
                .incidentType(TYPE)
                .configuration(notice.toString())
                .list()
                .forEach(incident -> processes.resolveIncident(incident.getId()));
    }
}
