package org.criticalfriend.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Hands in a task from a page of ours, in the name of the person whom the page has made sure of: through the same gate as Tasklist. */
@Component
public class HandIn {

    private final IdentityService identity;
    private final TaskService tasks;

    HandIn(@Lazy IdentityService identity, @Lazy TaskService tasks) {
        this.identity = identity;
        this.tasks = tasks;
    }

    /**
     * Hands in a task.
     *
     * @param person id of the person whose task it is
     * @param answer values by key of the form
     * @throws Refusal with nothing changed, if the task is not the person's, is not there any more, or a value or rule does not hold
     */
    public void as(String person, String task, Map<String, Object> answer) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthenticatedUserId(person);
        try {
            tasks.complete(task, answer);
        } finally {
            identity.setAuthentication(before);
        }
    }
}
