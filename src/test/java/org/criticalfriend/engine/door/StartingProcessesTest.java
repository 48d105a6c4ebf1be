package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Caller;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A review starts from the year plan: no door of the engine leads there, for nobody. */
@ApplicationTest
class StartingProcessesTest {

    private static final String PROCESS = "startedbyhand";

    enum Who {
        PARTICIPANT,
        OWNER,
        ADMINISTRATOR
    }

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService instances;

    private String deployment;
    private String definition;
    private String ended;

    @BeforeEach
    void aProcessIsThereThatCanBeStartedInEveryWay() {
        var model = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .intermediateCatchEvent("Wait")
                .message("startedbyhandwaits")
                .endEvent()
                .done();
        org.camunda.bpm.model.bpmn.instance.Process process = model.getModelElementById(PROCESS);
        process.builder()
                .startEvent("OnMessage")
                .message("startedbyhandmessage")
                .connectTo("Wait");
        process.builder().startEvent("OnSignal").signal("startedbyhandsignal").connectTo("Wait");
        process.builder()
                .startEvent("OnCondition")
                .conditionalEventDefinition()
                .condition("${typed == true}")
                .conditionalEventDefinitionDone()
                .connectTo("Wait");
        var deployed = repository
                .createDeployment()
                .addModelInstance("started-by-hand.bpmn", model)
                .deployWithResult();
        deployment = deployed.getId();
        definition = deployed.getDeployedProcessDefinitions().get(0).getId();
        ended = instances.startProcessInstanceByKey(PROCESS).getId();
        instances.deleteProcessInstance(ended, "ended");
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    private record Route(String path, Object body) {}

    private static final Object INSTRUCTIONS = List.of(Map.of("type", "startBeforeActivity", "activityId", "Wait"));

    private static final List<Route> ROUTES = List.of(
            new Route("/process-definition/key/" + PROCESS + "/start", Map.of("businessKey", "typed")),
            new Route("/process-definition/key/" + PROCESS + "/start", Map.of("startInstructions", INSTRUCTIONS)),
            new Route("/process-definition/key/" + PROCESS + "/submit-form", Map.of("businessKey", "typed")),
            new Route("/process-definition/DEFINITION/start", Map.of("withVariablesInReturn", true)),
            new Route("/process-definition/DEFINITION/submit-form", Map.of()),
            new Route(
                    "/process-definition/DEFINITION/restart",
                    Map.of("instructions", INSTRUCTIONS, "processInstanceIds", List.of("ENDED"))),
            new Route(
                    "/process-definition/DEFINITION/restart-async",
                    Map.of("instructions", INSTRUCTIONS, "processInstanceIds", List.of("ENDED"))),
            new Route("/message", Map.of("messageName", "startedbyhandmessage")),
            new Route("/message", Map.of("messageName", "startedbyhandmessage", "all", true)),
            new Route("/signal", Map.of("name", "startedbyhandsignal")),
            new Route(
                    "/condition",
                    Map.of("variables", Map.of("typed", Map.of("value", true)), "processDefinitionId", "DEFINITION")));

    static Stream<Arguments> everybodyOnEveryWay() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(Who.values()).map(who -> Arguments.of(who, way)));
    }

    @ParameterizedTest
    @MethodSource("everybodyOnEveryWay")
    void nobodyStartsAProcess(Who who, Way way) throws Exception {
        Caller person = way.as(port, id(who));

        for (Route route : ROUTES) {
            String body = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(route.body());
            Reply reply = person.post(filled(route.path()), filled(body));

            assertThat(reply.status())
                    .as("%s answers %s", route.path(), reply.body())
                    .isEqualTo(403);
        }

        assertThat(instances
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .count())
                .isZero();
    }

    /** Whether the routes lead anywhere at all: the application itself, with nobody signed in to the engine, starts by each. */
    @Test
    void theApplicationItselfStartsIt() {
        instances.startProcessInstanceByKey(PROCESS);
        instances
                .createProcessInstanceByKey(PROCESS)
                .startBeforeActivity("Wait")
                .execute();
        instances.correlateMessage("startedbyhandmessage");
        instances.signalEventReceived("startedbyhandsignal");
        instances.createConditionEvaluation().setVariable("typed", true).evaluateStartConditions();
        instances
                .restartProcessInstances(definition)
                .startBeforeActivity("Wait")
                .processInstanceIds(ended)
                .execute();

        assertThat(instances
                        .createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .count())
                .isEqualTo(6);
    }

    private String filled(String text) {
        return text.replace("DEFINITION", definition).replace("ENDED", ended);
    }

    private String id(Who who) {
        return switch (who) {
            case PARTICIPANT -> partnerships.make().head('a');
            case OWNER -> partnerships.ofTheInstallation(Role.OWNER);
            case ADMINISTRATOR -> partnerships.ofTheInstallation(Role.ADMIN);
        };
    }
}
