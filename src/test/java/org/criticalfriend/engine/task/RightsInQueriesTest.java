package org.criticalfriend.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.OpenTasks;
import org.criticalfriend.testing.OpenTasks.Open;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class RightsInQueriesTest {

    @LocalServerPort
    int port;

    @Autowired
    OpenTasks tasks;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    OwnIndexes index;

    private Open own;
    private Open others;

    @BeforeEach
    void tasksOfTwoPartnerships() {
        own = tasks.planningMeeting();
        others = tasks.planningMeeting();
    }

    @Test
    void whoDoesATaskAndWhoIsInChargeFindItAndNothingOfOthers() {
        assertThat(tasksOf(own.assignee(), "/task")).containsExactly(own.id());
        String head = own.made().hostHead();
        assertThat(tasksOf(own.made().lead(), "/task"))
                .containsExactlyInAnyOrder(
                        own.id(), tasksOf(head, "/task?assignee=" + head).get(0));
        assertThat(as(own.assignee()).get("/task/count").json().path("count").asInt())
                .isEqualTo(1);
    }

    @Test
    void whoHasNoRightToAnyTaskFindsNone() {
        assertThat(tasksOf(own.made().teacher('a'), "/task")).isEmpty();
        assertThat(as(own.made().teacher('a'))
                        .get("/task/count")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void askingForIdsFindsThoseThatOneMayRead() {
        Map<String, Object> both = Map.of("taskIdIn", List.of(own.id(), others.id()));

        assertThat(ids(as(own.assignee()).post("/task", both).json())).containsExactly(own.id());
        assertThat(ids(as(own.assignee())
                        .post("/task", Map.of("taskIdIn", List.of(others.id())))
                        .json()))
                .isEmpty();
    }

    @Test
    void alternativesInAQueryDoNotReachTasksOfOthers() {
        Map<String, Object> either = Map.of(
                "orQueries",
                List.of(Map.of("taskIdIn", List.of(own.id(), others.id()), "name", "Hold planning meeting")));

        assertThat(ids(as(own.assignee()).post("/task", either).json())).containsExactly(own.id());
    }

    @Test
    void administratorsFindAllTasks() {
        String administrator = partnerships.ofTheInstallation(Role.ADMIN);

        assertThat(tasksOf(administrator, "/task?maxResults=2000")).contains(own.id(), others.id());
    }

    @Test
    void cardsAreReadOfTheTasksThatOneMayRead() {
        assertThat(cards(own.assignee(), own)).containsExactlyInAnyOrder("school", "visitDate");
        assertThat(cards(own.made().lead(), own)).containsExactlyInAnyOrder("school", "visitDate");
        assertThat(cards(others.assignee(), own)).isEmpty();
        assertThat(cards(partnerships.ofTheInstallation(Role.ADMIN), own)).contains("school", "visitDate");
    }

    @Test
    void theIndexOfRightsByPersonIsMadeOnceAndIsThereAtTheNextStart() {
        assertThatCode(index::run).doesNotThrowAnyException();
    }

    private Rest as(String person) {
        return new Rest(port, person);
    }

    private List<String> tasksOf(String person, String path) {
        return ids(as(person).get(path).json());
    }

    private List<String> cards(String person, Open task) {
        JsonNode found = as(person)
                .post("/variable-instance", Map.of("taskIdIn", List.of(task.id())))
                .json();
        return StreamSupport.stream(found.spliterator(), false)
                .map(variable -> variable.path("name").asText())
                .toList();
    }

    private static List<String> ids(JsonNode found) {
        return StreamSupport.stream(found.spliterator(), false)
                .map(task -> task.path("id").asText())
                .toList();
    }
}
