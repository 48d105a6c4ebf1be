package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.engine.identity.WhoIsWho;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Caller;
import org.criticalfriend.testing.OpenTasks;
import org.criticalfriend.testing.OpenTasks.Open;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of comments and attachments the engine asks for no right at all. */
@ApplicationTest
class CommentsAndAttachmentsTest {

    private static final String SECRET = "said in confidence";

    enum Who {
        STRANGER,
        ASSIGNEE,
        LEAD,
        ADMINISTRATOR
    }

    @LocalServerPort
    int port;

    @Autowired
    OpenTasks tasks;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    TaskService engineTasks;

    @Autowired
    IdentityService engineSession;

    @Autowired
    WhoIsWho register;

    @Autowired
    JdbcClient database;

    private Open open;
    private String comment;
    private String attachment;

    /** As if they were from a time before the door was shut: made by the application itself, with nobody signed in. */
    @BeforeEach
    void aTaskHasACommentAndAnAttachment() {
        open = tasks.planningMeeting();
        comment = engineTasks.createComment(open.id(), open.instance(), SECRET).getId();
        attachment = engineTasks
                .createAttachment(
                        "text",
                        open.id(),
                        open.instance(),
                        "note.txt",
                        SECRET,
                        new ByteArrayInputStream(SECRET.getBytes(StandardCharsets.UTF_8)))
                .getId();
    }

    @AfterEach
    void removeThem() {
        engineSession.clearAuthentication();
        engineTasks.deleteTaskComment(open.id(), comment);
        engineTasks.deleteTaskAttachment(open.id(), attachment);
    }

    static Stream<Arguments> everybodyOnEveryWay() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(Who.values()).map(who -> Arguments.of(way, who)));
    }

    @ParameterizedTest
    @MethodSource("everybodyOnEveryWay")
    void nobodyReadsWritesOrDeletesThemOverTheInterface(Way way, Who who) {
        Caller person = way.as(port, id(who));
        String task = "/task/" + open.id();
        String instance = "/process-instance/" + open.instance();
        Map<String, Object> words = Map.of("id", comment, "message", "typed", "processInstanceId", open.instance());
        List<Reply> replies = new ArrayList<>();

        replies.add(person.get(task + "/comment"));
        replies.add(person.get(task + "/comment/" + comment));
        replies.add(person.post(task + "/comment/create", words));
        replies.add(person.json("PUT", task + "/comment", words));
        replies.add(person.json("DELETE", task + "/comment/" + comment, null));
        replies.add(person.json("DELETE", task + "/comment", null));
        replies.add(person.get(instance + "/comment"));
        replies.add(person.json("PUT", instance + "/comment", words));
        replies.add(person.json("DELETE", instance + "/comment/" + comment, null));
        replies.add(person.json("DELETE", instance + "/comment", null));
        replies.add(person.get(task + "/attachment"));
        replies.add(person.get(task + "/attachment/" + attachment));
        replies.add(person.get(task + "/attachment/" + attachment + "/data"));
        replies.add(
                person.send("POST", task + "/attachment/create", "multipart/form-data; boundary=part", multipart()));
        replies.add(person.json("DELETE", task + "/attachment/" + attachment, null));

        assertThat(replies).allSatisfy(reply -> {
            // The interface has words of its own for some refusals, and looks first whether the task is there for this
            // person.
            assertThat(reply.status()).as(reply.body()).isBetween(400, 404);
            assertThat(reply.body()).doesNotContain(SECRET);
        });
        assertNothingChanged();
    }

    @ParameterizedTest
    @EnumSource
    void theEnginesOwnServiceRefusesThemToo(Who who) {
        String person = id(who);
        engineSession.setAuthentication(person, List.copyOf(register.groupsOf(person)));

        List<ThrowingCallable> attempts = List.of(
                () -> engineTasks.createComment(open.id(), open.instance(), "typed"),
                () -> engineTasks.createComment(null, open.instance(), "typed"),
                () -> engineTasks.updateTaskComment(open.id(), comment, "typed"),
                () -> engineTasks.updateProcessInstanceComment(open.instance(), comment, "typed"),
                () -> engineTasks.getTaskComments(open.id()),
                () -> engineTasks.getTaskComment(open.id(), comment),
                () -> engineTasks.getProcessInstanceComments(open.instance()),
                () -> engineTasks.deleteTaskComment(open.id(), comment),
                () -> engineTasks.deleteTaskComments(open.id()),
                () -> engineTasks.deleteProcessInstanceComment(open.instance(), comment),
                () -> engineTasks.deleteProcessInstanceComments(open.instance()),
                () -> engineTasks.createAttachment("t", open.id(), open.instance(), "n", "d", "https://example.org"),
                () -> engineTasks.saveAttachment(null),
                () -> engineTasks.getAttachment(attachment),
                () -> engineTasks.getAttachmentContent(attachment),
                () -> engineTasks.getTaskAttachment(open.id(), attachment),
                () -> engineTasks.getTaskAttachments(open.id()),
                () -> engineTasks.getTaskAttachmentContent(open.id(), attachment),
                () -> engineTasks.getProcessInstanceAttachments(open.instance()),
                () -> engineTasks.deleteAttachment(attachment),
                () -> engineTasks.deleteTaskAttachment(open.id(), attachment));

        assertThat(attempts).allSatisfy(attempt -> assertThatThrownBy(attempt)
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("This is not possible here"));
        assertNothingChanged();
    }

    private void assertNothingChanged() {
        assertThat(database.sql("select full_msg_ from act_hi_comment where task_id_ = ? and action_ = 'AddComment'")
                        .param(open.id())
                        .query(byte[].class)
                        .list())
                .singleElement()
                .isEqualTo(SECRET.getBytes(StandardCharsets.UTF_8));
        assertThat(database.sql("select id_ from act_hi_attachment where task_id_ = ?")
                        .param(open.id())
                        .query(String.class)
                        .list())
                .containsExactly(attachment);
    }

    private static String multipart() {
        return String.join(
                "\r\n",
                "--part",
                "Content-Disposition: form-data; name=\"attachment-name\"",
                "",
                "note",
                "--part",
                "Content-Disposition: form-data; name=\"content\"; filename=\"note.txt\"",
                "Content-Type: text/plain",
                "",
                "typed",
                "--part--",
                "");
    }

    private String id(Who who) {
        return switch (who) {
            case STRANGER -> partnerships.make().teacher('a');
            case ASSIGNEE -> open.assignee();
            case LEAD -> open.made().lead();
            case ADMINISTRATOR -> partnerships.ofTheInstallation(Role.ADMIN);
        };
    }
}
