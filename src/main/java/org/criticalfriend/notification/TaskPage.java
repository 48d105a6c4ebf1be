package org.criticalfriend.notification;

import java.security.Principal;
import java.util.Optional;
import org.criticalfriend.engine.task.GivenTask;
import org.criticalfriend.engine.task.GivenTasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where the link of a task mail leads: to the task in Tasklist, as long as it is there and still that person's. */
@Controller
class TaskPage {

    private static final String IN_TASKLIST = "redirect:/camunda/app/tasklist/default/#/?task=";

    private final GivenTasks tasks;
    private final Outbox outbox;

    TaskPage(GivenTasks tasks, Outbox outbox) {
        this.tasks = tasks;
        this.outbox = outbox;
    }

    @GetMapping("/task/{id:[0-9A-Za-z-]{1,64}}")
    String page(@PathVariable String id, Principal person, Model model) {
        Optional<GivenTask> open = tasks.find(id);
        if (open.flatMap(GivenTask::assignee).filter(person.getName()::equals).isPresent()) {
            return IN_TASKLIST + id;
        }
        // What has become of a task is told to nobody who never had it.
        boolean was = outbox.hasTold(TaskOccasion.NAME, id, person.getName());
        model.addAttribute("state", !was ? "never" : open.isEmpty() ? "done" : "given");
        return "task";
    }
}
