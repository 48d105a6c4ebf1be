package org.criticalfriend.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Caller;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class PeopleByTheInterfaceTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient database;

    private Made own;
    private Made other;

    @BeforeEach
    void twoPartnershipsThatShareNobody() {
        own = partnerships.make();
        other = partnerships.make();
    }

    @ParameterizedTest
    @EnumSource
    void peopleSeeThoseOfTheirPartnershipAndNobodyElse(Way way) {
        Caller person = way.as(port, own.teacher('a'));

        List<String> seen = ids(person.get("/user?maxResults=1000").json());

        assertThat(seen).hasSize(12).allMatch(id -> id.startsWith(own.id()));
        assertThat(person.get("/user/count").json().path("count").asInt()).isEqualTo(12);
        assertThat(ids(person.get("/user?memberOfGroup=participants").json()))
                .hasSize(12)
                .allMatch(id -> id.startsWith(own.id()));
        assertThat(ids(person.get("/user?memberOfGroup=partnershipleads").json()))
                .containsExactlyInAnyOrder(own.lead(), own.deputyLead());
        assertThat(person.get("/user?lastNameLike=%25" + other.id() + "%25").json())
                .isEmpty();
        assertThat(person.get("/user?id=" + other.head('a')).json()).isEmpty();
        assertThat(person.get("/user?idIn=" + other.head('a') + "," + own.head('a'))
                        .json())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aProfileIsShownToColleaguesOnly(Way way) {
        Caller person = way.as(port, own.teacher('a'));

        Reply colleague = person.get("/user/" + own.head('b') + "/profile");
        Reply stranger = person.get("/user/" + other.head('b') + "/profile");
        Reply nobody = person.get("/user/nobody/profile");

        assertThat(colleague.json().path("email").asText()).isEqualTo(own.head('b') + "@school.example");
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.message().replace(other.head('b'), "nobody")).isEqualTo(nobody.message());
    }

    @ParameterizedTest
    @EnumSource
    void theGroupsOfAStrangerAreNotTold(Way way) {
        Caller person = way.as(port, own.teacher('a'));

        assertThat(person.get("/group?member=" + other.lead()).json()).isEmpty();
        assertThat(person.get("/group/count?member=" + other.lead())
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(person.get("/identity/groups?userId=" + other.lead()).json().path("groups"))
                .isEmpty();
        assertThat(person.get("/group?member=" + own.lead()).json()).hasSize(2);
        assertThat(ids(person.get("/identity/groups?userId=" + own.head('a'))
                        .json()
                        .path("groupUsers")))
                .isNotEmpty()
                .allMatch(id -> id.startsWith(own.id()));
    }

    @ParameterizedTest
    @EnumSource
    void whoeverLeftIsNotShown(Way way) {
        database.sql("update person set left_on = date '2026-01-01' where id = ?")
                .param(own.teacher('b'))
                .update();

        Caller person = way.as(port, own.teacher('a'));

        assertThat(ids(person.get("/user?maxResults=1000").json())).hasSize(11).doesNotContain(own.teacher('b'));
        assertThat(person.get("/user/" + own.teacher('b') + "/profile").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorSeesEverybodyPageByPage(Way way) {
        Caller administrator = way.as(port, partnerships.ofTheInstallation(Role.ADMIN));

        int all = administrator.get("/user/count").json().path("count").asInt();

        assertThat(all).isGreaterThanOrEqualTo(24);
        assertThat(ids(administrator.get("/user?maxResults=100000").json()))
                .contains(own.head('a'), other.head('a'))
                .hasSize(all);
        assertThat(administrator
                        .get("/user?firstResult=" + (all - 3) + "&maxResults=10")
                        .json())
                .hasSize(3);
    }

    private record Change(String method, String path, Object body) {}

    private static final Map<String, Object> PROFILE =
            Map.of("id", "intruder", "firstName", "In", "lastName", "Truder", "email", "in@example.org");

    private static final List<Change> CHANGES = List.of(
            new Change(
                    "POST",
                    "/user/create",
                    Map.of("profile", PROFILE, "credentials", Map.of("password", TestPartnership.PASSWORD))),
            new Change("PUT", "/user/PERSON/profile", PROFILE),
            new Change(
                    "PUT",
                    "/user/PERSON/credentials",
                    Map.of(
                            "password",
                            "intruders own password",
                            "authenticatedUserPassword",
                            TestPartnership.PASSWORD)),
            new Change("DELETE", "/user/PERSON", null),
            new Change("POST", "/user/PERSON/unlock", null),
            new Change("POST", "/group/create", Map.of("id", "intruders", "name", "Intruders", "type", "WORKFLOW")),
            new Change("PUT", "/group/participants", Map.of("id", "participants", "name", "Others", "type", "x")),
            new Change("DELETE", "/group/participants", null),
            new Change("PUT", "/group/administrators/members/PERSON", null),
            new Change("DELETE", "/group/participants/members/PERSON", null),
            new Change("POST", "/tenant/create", Map.of("id", "intruders", "name", "Intruders")),
            new Change("PUT", "/tenant/intruders/user-members/PERSON", null));

    static Stream<Arguments> participantAndAdministrator() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(true, false).map(admin -> Arguments.of(admin, way)));
    }

    @ParameterizedTest(name = "by an administrator: {0} ({1})")
    @MethodSource("participantAndAdministrator")
    void nobodyChangesPeopleAndGroupsThroughTheEngine(boolean admin, Way way) {
        String person = own.teacher('a');
        Caller caller = way.as(port, admin ? partnerships.ofTheInstallation(Role.ADMIN) : person);

        for (Change change : CHANGES) {
            Reply reply = caller.json(change.method(), change.path().replace("PERSON", person), change.body());

            assertThat(reply.status())
                    .as("%s %s answers %s", change.method(), change.path(), reply.body())
                    .isIn(403, 404);
        }

        assertThat(way.as(port, person).get("/group?member=" + person).json())
                .singleElement()
                .satisfies(group -> assertThat(group.path("id").asText()).isEqualTo(Groups.PARTICIPANTS));
        assertThat(database.sql("select count(*) from person where id = 'intruder'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void passwordsOfOthersAreNotTriedThroughTheEngine(Way way) {
        Caller person = way.as(port, own.teacher('a'));

        Reply reply = person.post(
                "/identity/verify", Map.of("username", own.head('a'), "password", TestPartnership.PASSWORD));

        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
        assertThat(reply.body()).doesNotContain("authenticated");
    }

    @Test
    void nativeQueriesForPeopleAreRefused() {
        assertThatThrownBy(() -> identities.createNativeUserQuery())
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("People are not in the engine's tables. Ask by id, name or group.");
    }

    @Test
    void theEngineHasNoTablesOfPeople() {
        assertThat(database.sql(
                                "select count(*) from information_schema.tables where lower(table_name) like 'act_id_%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static List<String> ids(JsonNode people) {
        return StreamSupport.stream(people.spliterator(), false)
                .map(person -> person.path("id").asText())
                .toList();
    }
}
