package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.Caller;
import org.criticalfriend.testing.OpenTasks;
import org.criticalfriend.testing.OpenTasks.Open;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CVE-2026-109432 and its neighbours: expressions that somebody sends are code that somebody sends. */
@ApplicationTest
class ExpressionsInQueriesTest {

    /** Harmless, and of the kind that the engine would run. */
    private static final String EXPRESSION = "${'x'.concat('y')}";

    private static final Map<String, Object> OPEN = Map.of("assigneeExpression", EXPRESSION);
    private static final Map<String, Object> WITHIN_OR = Map.of("orQueries", List.of(OPEN));
    private static final Map<String, Object> BESIDE_OTHERS = Map.of(
            "orQueries",
            List.of(Map.of("assignee", "x"), Map.of("taskName", "x", "dueBeforeExpression", "${dateTime()}")));

    private static final List<Map<String, Object>> QUERIES = List.of(OPEN, WITHIN_OR, BESIDE_OTHERS);

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
    void aReviewHasBegun() {
        open = tasks.planningMeeting();
    }

    @ParameterizedTest
    @EnumSource
    void aTaskQueryWithAnExpressionIsRefused(Way way) {
        Caller assignee = way.as(port, open.assignee());

        for (Map<String, Object> query : QUERIES) {
            assertRefused(assignee.post("/task", query));
            assertRefused(assignee.post("/task/count", query));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExpressionInTheAddressIsRefused(Way way) {
        Caller assignee = way.as(port, open.assignee());

        assertRefused(assignee.get("/task?assigneeExpression=" + Browser.encoded(EXPRESSION)));
        assertRefused(assignee.get("/task/count?dueBeforeExpression=" + Browser.encoded("${now()}")));
    }

    @ParameterizedTest
    @EnumSource
    void aQueryThatExtendsAFilterBringsNoExpression(Way way) {
        Caller assignee = way.as(port, open.assignee());

        for (Map<String, Object> query : QUERIES) {
            for (String how : List.of("list", "list?firstResult=0&maxResults=5", "count", "singleResult")) {
                assertRefused(assignee.post("/filter/" + shipped("My tasks") + "/" + how, query));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void notEvenAnAdministratorStoresAnExpressionInAFilter(Way way) {
        Caller administrator = way.as(port, partnerships.ofTheInstallation(Role.ADMIN));

        for (Map<String, Object> query : QUERIES) {
            assertRefused(administrator.post("/filter/create", filter("Made with an expression", query)));
            assertRefused(administrator.json("PUT", "/filter/" + shipped("My tasks"), filter("My tasks", query)));
        }

        assertThat(storedQuery("My tasks")).contains("${currentUser()}").doesNotContain("concat");
        assertThat(numberOfFilters("Made with an expression")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anExpressionThatStandsInTheDatabaseAlreadyIsNotRun(Way way) {
        Caller administrator = way.as(port, partnerships.ofTheInstallation(Role.ADMIN));
        String id = administrator
                .post("/filter/create", filter("Older than the door", Map.of("assignee", "x")))
                .json()
                .path("id")
                .asText();
        try {
            assertThat(administrator.get("/filter/" + id + "/singleResult").status())
                    .isEqualTo(204);
            for (Map<String, Object> query : QUERIES) {
                database.sql("update act_ru_filter set query_ = ? where id_ = ?")
                        .params(written(query), id)
                        .update();
                for (String how : List.of("list", "list?maxResults=5", "count", "singleResult")) {
                    assertRefused(administrator.get("/filter/" + id + "/" + how));
                    assertRefused(administrator.post("/filter/" + id + "/" + how, Map.of("assignee", "x")));
                }
            }
        } finally {
            administrator.json("DELETE", "/filter/" + id, null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFiltersThatAreShippedStillWork(Way way) {
        Caller assignee = way.as(port, open.assignee());
        Caller lead = way.as(port, open.made().lead());

        assertThat(assignee.get("/filter/" + shipped("My tasks") + "/list").json())
                .singleElement()
                .satisfies(task -> assertThat(task.path("id").asText()).isEqualTo(open.id()));
        assertThat(assignee.get("/filter/" + shipped("Late") + "/count")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(assignee.get("/filter/" + shipped("This week") + "/count")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(lead.post("/filter/" + shipped("My partnership") + "/list", Map.of())
                        .json())
                .extracting(task -> task.path("taskDefinitionKey").asText(), task -> task.path("assignee")
                        .asText())
                .containsExactlyInAnyOrder(
                        tuple("HoldPlanningMeeting", open.assignee()),
                        tuple("CompleteSelfReview", open.made().hostHead()));
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        // For a single result the interface has words of its own for every refusal.
        assertThat(reply.message()).containsPattern("(?i)expressions are|does not returns a valid single result");
    }

    private static Map<String, Object> filter(String name, Map<String, Object> query) {
        return Map.of("resourceType", "Task", "name", name, "query", query, "properties", Map.of());
    }

    private static String written(Map<String, Object> query) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(query);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private String shipped(String name) {
        return database.sql("select id_ from act_ru_filter where name_ = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private String storedQuery(String name) {
        return database.sql("select query_ from act_ru_filter where name_ = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private long numberOfFilters(String name) {
        return database.sql("select count(*) from act_ru_filter where name_ = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
