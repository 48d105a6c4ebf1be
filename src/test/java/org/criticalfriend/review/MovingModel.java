package org.criticalfriend.review;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ParallelGatewayBuilder;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.SubProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;

/**
 * A model with a timer at every place where one can be: on a step, on each instance of a multi-instance sub-process, on its body, on
 * the way, in an event sub-process of the whole; and one whose date a process owner has written into it.
 */
final class MovingModel {

    static final String PROCESS = "moving-dates";

    private MovingModel() {}

    static Deployment deploy(RepositoryService repository) {
        return repository
                .createDeployment()
                .name("Moving dates")
                .addModelInstance(PROCESS + ".bpmn", model())
                .deploy();
    }

    private static BpmnModelInstance model() {
        ProcessBuilder process = Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D");
        ParallelGatewayBuilder allAtOnce = process.startEvent().parallelGateway("AllAtOnce");
        UserTaskBuilder step = allAtOnce
                .userTask("OnAStep")
                .camundaAssignee("${duties.assignee(execution, 'LEAD_REVIEWER')}")
                .camundaDueDate("${deadlines.at(execution, 'PrepareQuestions')}");
        step.endEvent();
        step.boundaryEvent("StepIsLate")
                .cancelActivity(false)
                .timerWithDate("${deadlines.at(execution, 'PlanningMeetingLatest')}")
                .endEvent();
        step.boundaryEvent("OwnersOwnDate")
                .cancelActivity(false)
                .timerWithDate("2029-01-01T08:00:00")
                .endEvent();
        step.boundaryEvent("ThreeDaysOn")
                .cancelActivity(false)
                .timerWithDuration("P3D")
                .endEvent();

        allAtOnce
                .userTask("WithADateOfItsOwn")
                .camundaAssignee("${duties.assignee(execution, 'LEAD_REVIEWER')}")
                .camundaDueDate("2027-01-08T12:00:00")
                .endEvent();

        SubProcessBuilder forEverySeat = allAtOnce.subProcess("ForEverySeat");
        forEverySeat
                .multiInstance()
                .parallel()
                .camundaCollection("${duties.seats(execution, 'LEAD_REVIEWER', 'PEER_REVIEWER')}")
                .camundaElementVariable("seat")
                .multiInstanceDone();
        UserTaskBuilder instance = forEverySeat
                .embeddedSubProcess()
                .startEvent()
                .userTask("InEveryInstance")
                .camundaAssignee("${duties.occupant(execution, seat)}")
                .camundaDueDate("${deadlines.at(execution, 'RecordEvidence')}");
        instance.endEvent();
        instance.boundaryEvent("InstanceIsLate")
                .cancelActivity(false)
                .timerWithDate("${deadlines.at(execution, 'PrepareQuestionsAtLatest')}")
                .endEvent();
        forEverySeat
                .boundaryEvent("BodyIsLate")
                .cancelActivity(false)
                .timerWithDate("${deadlines.at(execution, 'PresentFeedback')}")
                .endEvent();
        forEverySeat.endEvent();

        allAtOnce
                .intermediateCatchEvent("OnTheWay")
                .timerWithDate("${deadlines.at(execution, 'FollowUpDayArrives')}")
                .endEvent();
        process.eventSubProcess("Beside")
                .startEvent("WholeIsLate")
                .interrupting(false)
                .timerWithDate("${deadlines.at(execution, 'ReflectionDeadlinePassed')}")
                .endEvent();
        return process.done();
    }
}
