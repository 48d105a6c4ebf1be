package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Browser;
import org.criticalfriend.testing.OpenTasks;
import org.criticalfriend.testing.OpenTasks.Open;
import org.criticalfriend.testing.Post;
import org.criticalfriend.testing.Post.Delivered;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Mails about tasks, and where their links lead. */
@ApplicationTest
class TaskMailsTest {

    private static final String OWN_STEP =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                targetNamespace="test">
              <process id="catering" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start"/>
                <sequenceFlow id="ToRing" sourceRef="Start" targetRef="RingTheCaterer"/>
                <userTask id="RingTheCaterer" name="Ring the caterer" camunda:assignee="${duties.assignee(execution, 'HOST_HEAD')}">
                  <documentation>Tell the kitchen how many visitors will eat.</documentation>
                </userTask>
                <sequenceFlow id="ToEnd" sourceRef="RingTheCaterer" targetRef="End"/>
                <endEvent id="End"/>
              </process>
            </definitions>
            """;

    @LocalServerPort
    int port;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    ReviewScenario people;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService instances;

    @Autowired
    Post post;

    private Open open;

    @BeforeEach
    void aPlanningMeetingWaits() {
        open = openTasks.planningMeeting();
    }

    @Test
    void aMailSaysWhatIsAskedForWhichSchoolAndByWhenAndLeadsToTheTask() {
        Delivered told = toldTo(open.assignee());

        assertThat(told.template()).isEqualTo("task/HoldPlanningMeeting");
        assertThat(told.mail().text())
                .contains(
                        "School a " + open.made().id(),
                        "visit Thursday 8 October 2026",
                        "Please do it by Friday 25 September 2026, 12:00.")
                .contains("http://localhost:%d/task/%s".formatted(port, open.id()));
    }

    @Test
    void aTaskThatIsDoneOrSomebodyElsesByNowMailsNobody() {
        people.holdPlanningMeeting(open.made(), open.reference());
        String questions = people.open(open.reference(), "PrepareQuestions", open.assignee())
                .getId();
        tasks.setAssignee(questions, open.made().peerReviewer());

        List<Delivered> delivered = post.deliver(open.made());

        assertThat(delivered)
                .filteredOn(
                        one -> one.occasion().equals("task") && one.recipient().equals(open.assignee()))
                .extracting(Delivered::nothing)
                .containsExactlyInAnyOrder("The step is done.", "It is somebody else's now.");
        assertThat(delivered)
                .filteredOn(one -> one.occasion().equals("task")
                        && one.recipient().equals(open.made().peerReviewer()))
                .extracting(Delivered::template)
                .containsExactly("task/PrepareQuestions");
    }

    @Test
    void whoeverGetsATaskBackIsToldAgain() {
        toldTo(open.assignee());
        tasks.setAssignee(open.id(), open.made().peerReviewer());
        tasks.setAssignee(open.id(), open.assignee());

        assertThat(toldTo(open.assignee()).template()).isEqualTo("task/HoldPlanningMeeting");
    }

    @Test
    void aStepThatAProcessOwnerHasAddedIsToldInTheWordsOfItsModel() {
        models.createDeployment().addString("catering.bpmn", OWN_STEP).deploy();
        instances.startProcessInstanceByKey("catering", open.reference());

        Delivered told = post.deliver(open.made()).stream()
                .filter(one -> "task/default".equals(one.template()))
                .findFirst()
                .orElseThrow();

        assertThat(told.recipient()).isEqualTo(open.made().hostHead());
        assertThat(told.mail().subject()).startsWith("Ring the caterer: School a");
        assertThat(told.mail().text())
                .contains("Tell the kitchen how many visitors will eat.", "There is no date for it at present.");
    }

    @Test
    void theLinkLeadsToTasklistAsLongAsTheTaskIsTheirs() {
        Browser lead = signedIn(open.assignee());

        assertThat(lead.get("/task/" + open.id()).headers().firstValue("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).endsWith("/camunda/app/tasklist/default/#/?task=" + open.id()));

        tasks.setAssignee(open.id(), open.made().peerReviewer());
        assertThat(lead.get("/task/" + open.id()).body()).contains("Somebody else does this now");
        tasks.setAssignee(open.id(), open.assignee());
        people.holdPlanningMeeting(open.made(), open.reference());
        assertThat(lead.get("/task/" + open.id()).body()).contains("This step is done");
        assertThat(signedIn(open.made().hostHead()).get("/task/" + open.id()).body())
                .contains("This task is not on your list")
                .doesNotContain("This step is done");
    }

    @Test
    void whoeverIsNotSignedInDoesSoFirst() {
        assertThat(new Browser(port).get("/task/" + open.id()).location()).isEqualTo("/sign-in");
    }

    @Test
    void whoeverComesFromMailInTheBrowserKeepsTheirSession() {
        Browser browser = new Browser(port);

        Browser.Page first =
                browser.get("/task/" + open.id(), "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains("content=\"0;url=/task/%s?from=mail\"".formatted(open.id()));
        assertThat(first.setsCookie("CF-SESSION")).isEmpty();

        Browser.Page second = browser.get(
                "/task/" + open.id() + "?from=mail", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
        assertThat(second.location()).isEqualTo("/sign-in");
    }

    private Delivered toldTo(String person) {
        return post.deliver(open.made()).stream()
                .filter(one -> one.recipient().equals(person) && one.occasion().equals("task"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private Browser signedIn(String person) {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        return browser;
    }
}
