package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.Answers;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Caller;
import org.criticalfriend.testing.OpenTasks;
import org.criticalfriend.testing.OpenTasks.Open;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class TasksOfOthersTest {

    private static final Map<String, Object> ANSWER =
            Map.of("variables", Rest.variables(Answers.planningMeeting("2026-09-17")));

    enum Who {
        STRANGER(404),
        HOST(404),
        LEAD(403),
        ADMINISTRATOR(403);

        private final int status;

        Who(int status) {
            this.status = status;
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    OpenTasks tasks;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    JdbcClient database;

    private Open open;

    @BeforeEach
    void aTaskWaits() {
        open = tasks.planningMeeting();
    }

    static Stream<Arguments> everybodyOnEveryWay() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of("complete", "submit-form")
                .flatMap(how -> Stream.of(Who.values()).map(who -> Arguments.of(way, how, who))));
    }

    @ParameterizedTest
    @MethodSource("everybodyOnEveryWay")
    void nobodyHandsInATaskOfSomebodyElse(Way way, String how, Who who) {
        Reply reply = way.as(port, id(who)).post("/task/" + open.id() + "/" + how, ANSWER);

        assertThat(reply.status()).as(reply.body()).isEqualTo(who.status);
        assertThat(tasks.now(open).getAssignee()).isEqualTo(open.assignee());
        assertThat(rationale()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void theLeadSeesThatATaskIsThereAndItsHeadingButNotWhatIsInIt(Way way) {
        Caller lead = way.as(port, open.made().lead());

        JsonNode form = lead.get("/task/" + open.id() + "/form-variables?deserializeValues=false")
                .json();

        assertThat(lead.get("/task/" + open.id()).status()).isEqualTo(200);
        assertThat(form.fieldNames()).toIterable().containsExactlyInAnyOrder("drivingQuestion", "school", "visitDate");
        assertThat(way.as(port, open.assignee())
                        .get("/task/" + open.id() + "/form-variables?deserializeValues=false")
                        .json()
                        .has("heldOn"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerIsToldNothingOfATask(Way way) {
        Caller stranger = way.as(port, id(Who.STRANGER));

        assertThat(stranger.get("/task").json()).isEmpty();
        assertThat(stranger.get("/task/" + open.id()).status()).isIn(403, 404);
        assertThat(stranger.get("/task/" + open.id() + "/form-variables").status())
                .isEqualTo(404);
        assertThat(stranger.get("/task/" + open.id() + "/variables").status()).isIn(403, 404);
        assertThat(stranger.get("/process-instance").json()).isEmpty();
        assertThat(stranger.get("/history/task?taskId=" + open.id()).json()).isEmpty();
        assertThat(stranger.get("/history/process-instance").json()).isEmpty();
        assertThat(stranger.get("/variable-instance").json()).isEmpty();
    }

    static Stream<Arguments> whoClaims() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(Who.STRANGER, Who.HOST, Who.LEAD).map(who -> Arguments.of(way, who)));
    }

    @ParameterizedTest
    @MethodSource("whoClaims")
    void nobodyTakesATaskFromAnother(Way way, Who who) {
        String person = id(who);

        Reply reply = way.as(port, person).post("/task/" + open.id() + "/claim", Map.of("userId", person));

        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
        assertThat(tasks.now(open).getAssignee()).isEqualTo(open.assignee());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLosesATaskNeitherSeesItNorHandsItInAndHasNoRightLeft(Way way) {
        String loser = open.assignee();
        String winner = open.made().peerReviewer();
        assertThat(rights(loser)).isEqualTo(1);

        Reply given =
                way.as(port, id(Who.ADMINISTRATOR)).post("/task/" + open.id() + "/assignee", Map.of("userId", winner));

        assertThat(given.status()).as(given.body()).isEqualTo(204);
        assertThat(rights(loser)).isZero();
        Caller former = way.as(port, loser);
        assertThat(former.get("/task").json()).isEmpty();
        assertThat(former.get("/task/" + open.id()).status()).isIn(403, 404);
        assertThat(former.post("/task/" + open.id() + "/complete", ANSWER).status())
                .isEqualTo(404);
        assertThat(rationale()).isNull();
        assertThat(way.as(port, winner)
                        .post("/task/" + open.id() + "/complete", ANSWER)
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource
    void aLeadWhoLosesATaskStillSeesThatItIsThere(Way way) {
        Caller administrator = way.as(port, id(Who.ADMINISTRATOR));
        String lead = open.made().lead();
        administrator.post("/task/" + open.id() + "/assignee", Map.of("userId", lead));

        administrator.post("/task/" + open.id() + "/assignee", Map.of("userId", open.assignee()));

        assertThat(way.as(port, lead).get("/task/" + open.id()).status()).isEqualTo(200);
        assertThat(way.as(port, lead)
                        .post("/task/" + open.id() + "/complete", ANSWER)
                        .status())
                .isEqualTo(403);
        assertThat(way.as(port, lead)
                        .post("/task/" + open.id() + "/claim", Map.of("userId", lead))
                        .status())
                .isEqualTo(403);
    }

    private long rights(String person) {
        return database.sql("select count(*) from act_ru_authorization where resource_id_ = ? and user_id_ = ?")
                .params(open.id(), person)
                .query(Long.class)
                .single();
    }

    private String rationale() {
        return database.sql("select rationale from review where reference = ?")
                .param(open.reference())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private String id(Who who) {
        return switch (who) {
            case STRANGER -> partnerships.make().teacher('a');
            case HOST -> open.made().hostHead();
            case LEAD -> open.made().lead();
            case ADMINISTRATOR -> partnerships.ofTheInstallation(Role.ADMIN);
        };
    }
}
