package org.criticalfriend.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Caller;
import org.criticalfriend.testing.OpenTasks;
import org.criticalfriend.testing.OpenTasks.Open;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.Timers;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no browser sends, somebody else does. */
@ApplicationTest
class FormGateByTheInterfaceTest {

    private static final String TYPED = "zebrafinch";

    @LocalServerPort
    int port;

    @Autowired
    OpenTasks tasks;

    @Autowired
    Timers timers;

    @Autowired
    JdbcClient database;

    private Open open;

    @BeforeEach
    void aTaskWaits() {
        open = tasks.planningMeeting();
    }

    /**
     * @param field that is changed in, added to or taken out of a good answer
     * @param value in the shape of the interface; null if it is taken out
     * @param words of the refusal
     */
    private record Wrong(String what, String field, Map<String, Object> value, String words) {}

    private static final List<Wrong> WRONG = List.of(
            new Wrong("an unknown variable", "intruder", Map.of("value", TYPED), "no field"),
            new Wrong("a number for text", "goal", Map.of("value", 4711), "Goal: this must be text"),
            new Wrong("no date", "heldOn", Map.of("value", TYPED), "Date of the meeting: "),
            new Wrong("a list for text", "goal", jsonValue("[\"" + TYPED + "\"]"), "Goal: this must be text"),
            new Wrong("text for a list", "timetable", Map.of("value", TYPED), "Draft timetable of the visit: "),
            new Wrong(
                    "an unknown field in a row",
                    "timetable",
                    jsonValue("[{\"time\": \"9:00\", \"intruder\": \"" + TYPED + "\"}]"),
                    "Draft timetable of the visit, row 1"),
            new Wrong("a required field missing", "goal", null, "Goal: please fill this in"),
            new Wrong("a required field of nothing but space", "goal", Map.of("value", " \t "), "Goal: please fill"),
            new Wrong("a required choice missing", "scope", null, "Which part of the school? – please choose one"),
            new Wrong(
                    "an option that is not offered",
                    "scope",
                    Map.of("value", TYPED),
                    "Which part of the school? – please choose one of the options shown"),
            new Wrong(
                    "a tick that is not offered",
                    "evidenceWanted",
                    jsonValue("[\"" + TYPED + "\"]"),
                    "What should the team look at? – please choose one of the options shown"),
            new Wrong(
                    "too long a text",
                    "question",
                    Map.of("value", TYPED.repeat(31)),
                    "Driving question: please shorten this to at most 300 characters"),
            new Wrong(
                    "a Java object",
                    "goal",
                    Map.of(
                            "type",
                            "Object",
                            "value",
                            "rO0ABXQACnplYnJhZmluY2g=",
                            "valueInfo",
                            Map.of(
                                    "objectTypeName",
                                    "java.lang.String",
                                    "serializationDataFormat",
                                    "application/x-java-serialized-object")),
                    "Goal: this must be text"),
            new Wrong(
                    "a Java object of another format",
                    "goal",
                    Map.of(
                            "type",
                            "Object",
                            "value",
                            "<x>" + TYPED + "</x>",
                            "valueInfo",
                            Map.of("objectTypeName", "java.net.URL", "serializationDataFormat", "application/xml")),
                    "Goal: this must be text"),
            new Wrong(
                    "a file",
                    "goal",
                    Map.of("type", "File", "value", "emVicmFmaW5jaA==", "valueInfo", Map.of("filename", TYPED)),
                    "Goal: this must be text"),
            new Wrong("bytes", "goal", Map.of("type", "Bytes", "value", "emVicmFmaW5jaA=="), "Goal: this must be text"),
            new Wrong("bytes for a list", "timetable", Map.of("type", "Bytes", "value", "eA=="), "Draft timetable"),
            new Wrong("bytes for a choice", "scope", Map.of("type", "Bytes", "value", "eA=="), "Which part of"),
            new Wrong("bytes for ticks", "evidenceWanted", Map.of("type", "Bytes", "value", "eA=="), "What should"),
            new Wrong(
                    "a file for a date",
                    "heldOn",
                    Map.of("type", "File", "value", "eA==", "valueInfo", Map.of("filename", TYPED)),
                    "Date of the meeting"));

    private static Map<String, Object> jsonValue(String json) {
        return Map.of("type", "Json", "value", json);
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of("complete", "submit-form").map(how -> Arguments.of(how, way)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aWrongAnswerIsRefusedByTheFieldsLabelAndNothingIsKept(String how, Way way) {
        Caller reviewer = way.as(port, open.assignee());

        for (Wrong wrong : WRONG) {
            ObjectNode variables = Rest.variables(Answers.planningMeeting("2026-09-17"));
            if (wrong.value() == null) {
                variables.remove(wrong.field());
            } else {
                variables.putPOJO(wrong.field(), wrong.value());
            }
            Reply reply = reviewer.post("/task/" + open.id() + "/" + how, Map.of("variables", variables));

            assertThat(reply.status()).as("%s: %s", wrong.what(), reply.body()).isEqualTo(400);
            assertThat(reply.message()).as(wrong.what()).contains(wrong.words());
            assertThat(reply.body()).as(wrong.what()).doesNotContain(TYPED, "4711", "Exception:");
        }

        assertThat(tasks.now(open)).isNotNull();
        assertNothingKept();
    }

    @ParameterizedTest
    @EnumSource
    void aValueForAFieldThatIsHiddenIsRefused(Way way) {
        Caller lead = way.as(port, open.assignee());
        Map<String, Object> planning = new HashMap<>(Answers.planningMeeting("2026-09-17"));
        planning.remove("hypothesis");
        handIn(lead, open.id(), planning);
        handIn(lead, task("PrepareQuestions", open.assignee()), Answers.questions());
        timers.runWaiting(open.reference());
        timers.fire(open.reference(), "VisitDayArrives");
        for (String reviewer : List.of(open.assignee(), open.made().peerReviewer())) {
            Caller caller = way.as(port, reviewer);
            String evidence = task("RecordEvidence", reviewer);
            handIn(caller, evidence, Answers.evidence(form(caller, evidence)));
        }
        timers.runWaiting(open.reference());
        String feedback = task("PresentFeedback", open.assignee());
        Map<String, Object> answer = Answers.feedback(form(lead, feedback));

        Reply reply = lead.post("/task/" + feedback + "/complete", Map.of("variables", Rest.variables(answer)));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.message()).startsWith("What does the evidence say about it? – ");
        assertThat(reply.body()).doesNotContain("PARTLY");
        assertThat(database.sql("select count(*) from finding f join review r on r.id = f.review where r.reference = ?")
                        .param(open.reference())
                        .query(Long.class)
                        .single())
                .isZero();
        answer.remove("hypothesisOutcome");
        handIn(lead, feedback, answer);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatIsNotThereIsToldInWords(Way way) {
        Caller person = way.as(port, open.assignee());
        Map<String, Object> answer = Map.of("variables", Rest.variables(Answers.planningMeeting("2026-09-17")));

        List<Reply> replies = List.of(
                person.post("/task/notthere/complete", answer),
                person.post("/task/notthere/submit-form", answer),
                person.get("/task/notthere/form-variables"));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.body()).isEqualTo(404);
            assertThat(reply.message()).startsWith("This task is not there any more");
        });
    }

    @ParameterizedTest
    @EnumSource
    void allThatIsWrongIsToldAtOnce(Way way) {
        Reply reply =
                way.as(port, open.assignee()).post("/task/" + open.id() + "/complete", Map.of("variables", Map.of()));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message())
                .contains(
                        "Why this review, and why now? – ",
                        "Driving question: ",
                        "Goal: ",
                        "What is the review for? – ");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHandedInGoesToTheRecordAndNotToTheEngine(Way way) {
        Reply reply = way.as(port, open.assignee())
                .post(
                        "/task/" + open.id() + "/complete",
                        Map.of(
                                "variables",
                                Rest.variables(Answers.planningMeeting("2026-09-17")),
                                "withVariablesInReturn",
                                true));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain("mathematics");
        assertThat(rationale()).isEqualTo("Results in mathematics have been flat for two years.");
        assertThat(database.sql("select name_ from act_ru_variable where proc_inst_id_ = ?")
                        .param(open.instance())
                        .query(String.class)
                        .list())
                .isSubsetOf("school", "visitDate", "seat");
    }

    private void assertNothingKept() {
        assertThat(rationale()).isNull();
        assertThat(database.sql(
                                "select count(*) from timetable_entry t join review r on r.id = t.review where r.reference = ?")
                        .param(open.reference())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String rationale() {
        return database.sql("select coalesce(rationale, '') from review where reference = ?")
                .param(open.reference())
                .query(String.class)
                .optional()
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private String task(String activity, String person) {
        return new Rest(port, person).task(open.reference(), activity, person);
    }

    private static JsonNode form(Caller caller, String task) {
        return caller.get("/task/" + task + "/form-variables?deserializeValues=false")
                .json();
    }

    private static void handIn(Caller caller, String task, Map<String, ?> answer) {
        Reply reply = caller.post("/task/" + task + "/complete", Map.of("variables", Rest.variables(answer)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(204);
    }
}
