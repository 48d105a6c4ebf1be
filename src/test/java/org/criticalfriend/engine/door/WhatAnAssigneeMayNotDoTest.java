package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Caller;
import org.criticalfriend.testing.OpenTasks;
import org.criticalfriend.testing.OpenTasks.Open;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever has a task does it with its form, and nothing else. */
@ApplicationTest
class WhatAnAssigneeMayNotDoTest {

    private static final Map<String, Object> VALUE = Map.of("value", "typed", "type", "String");
    private static final Map<String, Object> CHANGES = Map.of("modifications", Map.of("typed", VALUE));

    @LocalServerPort
    int port;

    @Autowired
    OpenTasks tasks;

    @Autowired
    TaskService engineTasks;

    @Autowired
    RuntimeService instances;

    private Open open;

    @BeforeEach
    void aTaskWaits() {
        open = tasks.planningMeeting();
    }

    /**
     * @param path {@code TASK}, {@code INSTANCE} and {@code OTHER} stand for the task, its process instance and another person
     */
    private record Attempt(String words, String method, String path, Object body) {}

    private static final List<Attempt> ATTEMPTS = List.of(
            new Attempt("set a variable", "PUT", "/task/TASK/variables/typed", VALUE),
            new Attempt("set variables", "POST", "/task/TASK/variables", CHANGES),
            new Attempt("overwrite the card", "PUT", "/task/TASK/variables/school", VALUE),
            new Attempt("delete a variable", "DELETE", "/task/TASK/variables/school", null),
            new Attempt("set a local variable", "PUT", "/task/TASK/localVariables/typed", VALUE),
            new Attempt("set local variables", "POST", "/task/TASK/localVariables", CHANGES),
            new Attempt("delete a local variable", "DELETE", "/task/TASK/localVariables/school", null),
            new Attempt("set a variable of the process", "PUT", "/process-instance/INSTANCE/variables/typed", VALUE),
            new Attempt("set variables of the process", "POST", "/process-instance/INSTANCE/variables", CHANGES),
            new Attempt("delete one of the process", "DELETE", "/process-instance/INSTANCE/variables/typed", null),
            new Attempt("set a variable of the execution", "PUT", "/execution/INSTANCE/localVariables/typed", VALUE),
            new Attempt("set variables of the execution", "POST", "/execution/INSTANCE/localVariables", CHANGES),
            new Attempt("delete one of the execution", "DELETE", "/execution/INSTANCE/localVariables/typed", null),
            new Attempt("give it away", "POST", "/task/TASK/assignee", Map.of("userId", "OTHER")),
            new Attempt("give it back", "POST", "/task/TASK/unclaim", Map.of()),
            new Attempt("claim it for another", "POST", "/task/TASK/claim", Map.of("userId", "OTHER")),
            new Attempt("delegate it", "POST", "/task/TASK/delegate", Map.of("userId", "OTHER")),
            new Attempt("resolve it", "POST", "/task/TASK/resolve", Map.of("variables", Map.of("typed", VALUE))),
            new Attempt("end it by an error", "POST", "/task/TASK/bpmnError", Map.of("errorCode", "typed")),
            new Attempt(
                    "end it by an escalation", "POST", "/task/TASK/bpmnEscalation", Map.of("escalationCode", "typed")),
            new Attempt("change its due date", "PUT", "/task/TASK/", changed("due", "2027-01-01T12:00:00.000+0000")),
            new Attempt(
                    "change its follow-up date",
                    "PUT",
                    "/task/TASK/",
                    changed("followUp", "2027-01-01T12:00:00.000+0000")),
            new Attempt("rename it", "PUT", "/task/TASK/", changed("name", "typed")),
            new Attempt("describe it", "PUT", "/task/TASK/", changed("description", "typed")),
            new Attempt(
                    "invite another",
                    "POST",
                    "/task/TASK/identity-links",
                    Map.of("userId", "OTHER", "type", "candidate")),
            new Attempt(
                    "invite a group",
                    "POST",
                    "/task/TASK/identity-links",
                    Map.of("groupId", "participants", "type", "candidate")),
            new Attempt(
                    "take its assignee away",
                    "POST",
                    "/task/TASK/identity-links/delete",
                    Map.of("userId", "OTHER", "type", "assignee")),
            new Attempt("make a task", "POST", "/task/create", Map.of("name", "typed", "assignee", "OTHER")),
            new Attempt("make a part of it", "POST", "/task/create", Map.of("name", "typed", "parentTaskId", "TASK")),
            new Attempt("delete it", "DELETE", "/task/TASK", null),
            new Attempt(
                    "save a filter",
                    "POST",
                    "/filter/create",
                    Map.of("resourceType", "Task", "name", "typed", "query", Map.of())),
            new Attempt(
                    "move the process on",
                    "POST",
                    "/process-instance/INSTANCE/modification",
                    Map.of(
                            "instructions",
                            List.of(Map.of("type", "startBeforeActivity", "activityId", "PresentFeedback")))),
            new Attempt("trigger the process", "POST", "/execution/INSTANCE/signal", Map.of("variables", Map.of())),
            new Attempt(
                    "suspend the process", "PUT", "/process-instance/INSTANCE/suspended", Map.of("suspended", true)),
            new Attempt("end the process", "DELETE", "/process-instance/INSTANCE", null),
            new Attempt(
                    "grant a right",
                    "POST",
                    "/authorization/create",
                    Map.of(
                            "type",
                            1,
                            "permissions",
                            List.of("ALL"),
                            "userId",
                            "OTHER",
                            "resourceType",
                            7,
                            "resourceId",
                            "TASK")));

    private static Map<String, Object> changed(String field, String value) {
        return Map.of("assignee", "OTHER", "priority", 50, field, value);
    }

    @ParameterizedTest
    @EnumSource
    void anAssigneeChangesNothingAboutTheTaskOrItsProcess(Way way) {
        Caller assignee = way.as(port, open.assignee());
        String before = state();

        assertThat(ATTEMPTS).allSatisfy(attempt -> {
            Reply reply = assignee.json(
                    attempt.method(),
                    filled(attempt.path()),
                    attempt.body() == null ? null : filled(written(attempt.body())));

            assertThat(reply.status())
                    .as("%s: %s", attempt.words(), reply.body())
                    .isEqualTo(403);
            assertThat(state()).as(attempt.words()).isEqualTo(before);
        });
    }

    private String filled(String text) {
        return text.replace("TASK", open.id())
                .replace("INSTANCE", open.instance())
                .replace("OTHER", open.made().peerReviewer());
    }

    /** All that could have changed. */
    private String state() {
        Task task = tasks.now(open);
        List<String> links = engineTasks.getIdentityLinksForTask(open.id()).stream()
                .map(IdentityLink::toString)
                .sorted()
                .toList();
        return String.join(
                "\n",
                String.valueOf(task.getAssignee()),
                String.valueOf(task.getOwner()),
                String.valueOf(task.getName()),
                String.valueOf(task.getDescription()),
                String.valueOf(task.getDueDate()),
                String.valueOf(task.getFollowUpDate()),
                String.valueOf(task.getDelegationState()),
                String.valueOf(task.isSuspended()),
                String.valueOf(links.size()),
                engineTasks.getVariables(open.id()).toString(),
                instances.getVariables(open.instance()).toString(),
                instances.getActiveActivityIds(open.instance()).toString(),
                String.valueOf(engineTasks.createTaskQuery().taskName("typed").count()));
    }

    private static String written(Object body) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
