package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.TestPartnership.Made;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process owner adds a step of their own, with a form of their own, in Modeler. */
@ApplicationTest
class AddedStepTest {

    private static final String FORM =
            """
            {"id": "check-accuracy", "type": "default", "schemaVersion": 16, "components": [
              {"id": "Heading", "type": "text", "text": "# {{drivingQuestion}}"},
              {"id": "Decision", "type": "radio", "key": "decision", "label": "Is it right?",
               "values": [{"label": "Yes", "value": "yes"}, {"label": "Once more", "value": "again"}],
               "validate": {"required": true}},
              {"id": "Remark", "type": "textarea", "key": "remark", "label": "Remark", "validate": {"maxLength": 200}}]}
            """;

    private static final String MODEL =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <process id="accuracy" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start"/>
                <sequenceFlow id="ToCheck" sourceRef="Start" targetRef="CheckAccuracy"/>
                <userTask id="CheckAccuracy" name="Check accuracy" camunda:formRef="check-accuracy" camunda:formRefBinding="latest"
                    camunda:assignee="${duties.assignee(execution, 'HOST_HEAD')}">
                  <extensionElements>
                    <camunda:properties><camunda:property name="routing" value="decision"/></camunda:properties>
                  </extensionElements>
                </userTask>
                <sequenceFlow id="ToIsItRight" sourceRef="CheckAccuracy" targetRef="IsItRight"/>
                <exclusiveGateway id="IsItRight"/>
                <sequenceFlow id="Again" sourceRef="IsItRight" targetRef="CheckAccuracy">
                  <conditionExpression xsi:type="tFormalExpression">${decision == 'again'}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="Right" sourceRef="IsItRight" targetRef="WaitForReader">
                  <conditionExpression xsi:type="tFormalExpression">${decision == 'yes'}</conditionExpression>
                </sequenceFlow>
                <userTask id="WaitForReader" camunda:assignee="${duties.assignee(execution, 'LEAD_REVIEWER')}"/>
              </process>
            </definitions>
            """;

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    MovableClock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService instances;

    @Autowired
    JdbcClient database;

    private Deployment deployment;
    private Made made;
    private String reference;
    private ProcessInstance instance;

    @BeforeEach
    void theOwnerHasDeployedAModelWithTheStep() {
        clock.moveTo(SchoolTime.at(TestPartnership.VISIT.minusDays(21), LocalTime.of(9, 0)));
        made = partnerships.make();
        reference = partnerships.startReview(made, TestPartnership.VISIT);
        deployment = repository
                .createDeployment()
                .addString("accuracy.bpmn", MODEL)
                .addString("check-accuracy.form", FORM)
                .deploy();
        instance = instances.startProcessInstanceByKey("accuracy", reference);
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @Test
    void itsAnswerIsKeptInTheRecordAndOnlyTheDeclaredRoutingReachesTheEngine() {
        Rest head = new Rest(port, made.hostHead());
        String task = head.task(reference, "CheckAccuracy", made.hostHead());
        assertThat(head.form(task).path("school").path("value").asText()).isEqualTo("School a " + made.id());

        assertThat(head.complete(task, Map.of("decision", "yes", "remark", "One date was wrong."))
                        .status())
                .isEqualTo(204);

        assertThat(instances.getVariables(instance.getId())).containsExactly(Map.entry("decision", "yes"));
        assertThat(instances.getActiveActivityIds(instance.getId())).containsExactly("WaitForReader");
        assertThat(database.sql("select answer from step_answer where task = ?")
                        .param(task)
                        .query(String.class)
                        .single())
                .contains("One date was wrong.");
    }

    @Test
    void itsFormIsCheckedLikeAnyOther() {
        Rest head = new Rest(port, made.hostHead());
        String task = head.task(reference, "CheckAccuracy", made.hostHead());

        Rest.Reply reply = head.complete(task, Map.of("remark", "No decision"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message()).startsWith("Is it right? – ");
    }

    @Test
    void aStepWithoutAFormTakesNoValuesAndCanBeTickedOff() {
        Rest head = new Rest(port, made.hostHead());
        head.complete(head.task(reference, "CheckAccuracy", made.hostHead()), Map.of("decision", "yes"));
        Rest lead = new Rest(port, made.leadReviewer());
        String task = lead.task(reference, "WaitForReader", made.leadReviewer());

        assertThat(lead.complete(task, Map.of("anything", "typed")).status()).isEqualTo(400);
        assertThat(lead.complete(task, Map.of()).status()).isEqualTo(204);
    }
}
