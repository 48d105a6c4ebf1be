package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Process owners deploy models. That gives them no right to tasks, to the record, or to code. */
@ApplicationTest
class ProcessOwnersTest {

    private static final String PROCESS = "ofaprocessowner";

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    OpenTasks tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService instances;

    @Autowired
    LoggingSystem log;

    /** The engine logs each refusal with hundreds of lines. */
    @BeforeEach
    void quietly() {
        log.setLogLevel("org.camunda.bpm.engine.context", LogLevel.OFF);
    }

    @AfterEach
    void removeWhatWasDeployed() {
        log.setLogLevel("org.camunda.bpm.engine.context", null);
        repository
                .createDeploymentQuery()
                .deploymentName(PROCESS)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @EnumSource
    void anOwnerDeploysAModelAndDoesNotDeleteIt(Way way) {
        Caller owner = way.as(port, partnerships.ofTheInstallation(Role.OWNER));

        Reply deployed = deploy(owner, "owned.bpmn", model("${1 + 1}"));

        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);
        String id = deployed.json().path("id").asText();
        assertThat(owner.get("/deployment/" + id).status()).isEqualTo(200);
        Reply deleted = owner.json("DELETE", "/deployment/" + id + "?cascade=true", null);
        assertThat(deleted.status()).as(deleted.body()).isEqualTo(403);
        assertThat(owner.json("DELETE", "/process-definition/key/" + PROCESS + "?cascade=true", null)
                        .status())
                .isEqualTo(403);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aParticipantDeploysNothing(Way way) {
        Caller participant = way.as(port, partnerships.make().head('a'));

        assertThat(deploy(participant, "owned.bpmn", model("${1 + 1}")).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void anOwnerSeesNeitherTasksNorInstancesNorTheirVariables(Way way) {
        Open open = tasks.planningMeeting();
        Caller owner = way.as(port, partnerships.ofTheInstallation(Role.OWNER));

        for (String list : new String[] {
            "/task",
            "/process-instance",
            "/execution",
            "/variable-instance",
            "/incident",
            "/history/task",
            "/history/process-instance",
            "/history/activity-instance",
            "/history/variable-instance",
            "/history/user-operation",
            "/authorization"
        }) {
            JsonNode found = owner.get(list).json();
            assertThat(found.isArray()).as(list + " answers " + found).isTrue();
            assertThat(found).as(list).isEmpty();
        }
        assertThat(owner.get("/task/" + open.id()).status()).isIn(403, 404);
        assertThat(owner.get("/task/" + open.id() + "/form-variables").status()).isEqualTo(404);
        assertThat(owner.get("/process-instance/" + open.instance()).status()).isIn(403, 404);
        assertThat(owner.get("/process-instance/" + open.instance() + "/variables")
                        .status())
                .isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${dataSource}",
                "${signIns}",
                "${jdbcClient}",
                "${processEngine}",
                "${taskService}",
                "${environment}",
                "${register}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices().getAuthorizationService()}",
                "${execution.processEngine}",
                "${execution.bpmnModelInstance}",
                "${execution.setVariable('typed', 'x')}",
                "${execution.getClass()}",
                "${execution['class']}",
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''['class']}",
                "${deadlines.getClass().getClassLoader()}",
                "${deadlines.class}",
                "${dateTime().getClass()}"
            })
    void anExpressionInAModelReachesNothingButWhatModelsNeed(String expression) {
        deploy(expression);

        assertThatThrownBy(() -> instances.startProcessInstanceByKey(PROCESS, "typed"))
                .hasMessageContaining(expression)
                .hasMessageMatching("(?s).*(Cannot resolve identifier|Expressions reach the beans).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${deadlines}",
                "${duties}",
                "${execution}",
                "${execution.businessKey.length()}",
                "${execution.getVariable('none')}",
                "${dateTime().plusDays(7).toDate()}",
                "${now()}",
                "${'one two'.split(' ')[1]}"
            })
    void anExpressionInAModelReachesWhatModelsNeed(String expression) {
        deploy(expression);

        assertThatCode(() -> instances.startProcessInstanceByKey(PROCESS, "typed"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='X' scriptFormat='juel'><bpmn:script>${dataSource}</bpmn:script></bpmn:scriptTask>",
                "<bpmn:scriptTask id='X' scriptFormat='juel' camunda:resource='deployment://x'/>",
                "<bpmn:serviceTask id='X' camunda:class='java.lang.Object'/>",
                "<bpmn:serviceTask id='X' camunda:type='shell'><bpmn:extensionElements><camunda:field name='command'"
                        + " stringValue='true'/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:userTask id='X'><bpmn:extensionElements><camunda:taskListener event='create'"
                        + " class='java.lang.Object'/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='X'><bpmn:extensionElements><camunda:executionListener event='start'>"
                        + "<camunda:script scriptFormat='juel'>${dataSource}</camunda:script>"
                        + "</camunda:executionListener></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='X'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>"
                        + "<camunda:script scriptFormat='juel'>${dataSource}</camunda:script></camunda:inputParameter>"
                        + "</camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:callActivity id='X' calledElement='x' camunda:variableMappingClass='java.lang.Object'/>",
                "<bpmn:userTask id='X'><bpmn:extensionElements><camunda:formData><camunda:formField id='X'"
                        + " type='string'><camunda:validation><camunda:constraint name='validator'"
                        + " config='java.lang.Object'/></camunda:validation></camunda:formField></camunda:formData>"
                        + "</bpmn:extensionElements></bpmn:userTask>"
            })
    void aModelThatBringsCodeAlongIsRefusedWithTheStepThatDoes(String step) {
        Caller owner = Way.REST.as(port, partnerships.ofTheInstallation(Role.OWNER));

        Reply reply = deploy(owner, "owned.bpmn", around(step));

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.message()).contains("X brings code of its own");
    }

    @ParameterizedTest
    @EnumSource
    void aCaseModelIsRefused(Way way) {
        Caller owner = way.as(port, partnerships.ofTheInstallation(Role.OWNER));

        Reply reply = deploy(
                owner,
                "owned.cmmn",
                """
                <definitions id="d" xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="x">
                  <case id="ofaprocessownercase"><casePlanModel id="p"/></case>
                </definitions>""");

        assertThat(reply.status()).as(reply.body()).isEqualTo(500);
        assertThat(repository.createCaseDefinitionQuery().count()).isZero();
    }

    private void deploy(String expression) {
        repository
                .createDeployment()
                .name(PROCESS)
                .addModelInstance("owned.bpmn", model(expression).clone())
                .deploy();
    }

    private static BpmnModelInstance model(String expression) {
        return Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("X")
                .camundaExpression(expression)
                .intermediateCatchEvent()
                .message("ofaprocessownerwaits")
                .endEvent()
                .done();
    }

    private static String around(String step) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                  <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="1">
                    <bpmn:startEvent id="S"/><bpmn:sequenceFlow id="F" sourceRef="S" targetRef="X"/>%s
                  </bpmn:process>
                </bpmn:definitions>"""
                .formatted(PROCESS, step);
    }

    private static Reply deploy(Caller caller, String file, BpmnModelInstance model) {
        return deploy(caller, file, Bpmn.convertToString(model));
    }

    private static Reply deploy(Caller caller, String file, String model) {
        return caller.deploy(PROCESS, file, model);
    }
}
