package org.criticalfriend.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.criticalfriend.CriticalFriend;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application with its sample on days all over the year, also days on which no school is open. */
@Tag("deep")
class SampleWheneverStartedDeepTest {

    private ConfigurableApplicationContext application;

    @AfterEach
    void stop() {
        application.getBean(MovableClock.class).release();
        application.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-08-01T09:00:00Z",
                "2026-09-01T10:00:00Z",
                "2026-09-04T05:00:00Z",
                "2026-10-25T01:30:00Z",
                "2026-12-31T23:30:00Z",
                "2027-02-17T12:00:00Z",
                "2027-03-28T01:30:00Z",
                "2027-05-04T15:00:00Z",
                "2027-07-21T17:00:00Z",
                "2027-08-31T22:59:00Z",
                "2028-02-29T09:30:00Z",
                "2031-11-05T09:30:00Z"
            })
    void thePartnershipIsInMotion(Instant start) {
        application = new SpringApplicationBuilder(CriticalFriend.class)
                .initializers(
                        new TestDatabase(), context -> context.getBeanFactory().addBeanPostProcessor(movedTo(start)))
                .run(
                        "--server.port=0",
                        "--critical-friend.sample=true",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--critical-friend.mail.dispatch=false");

        Set<String> open = application.getBean(TaskService.class).createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toSet());
        assertThat(open)
                .contains(
                        "HoldPlanningMeeting",
                        "PrepareForVisit",
                        "RecordEvidence",
                        "PresentFeedback",
                        "WriteReport",
                        "CheckReport",
                        "AgreeActionPlan",
                        "AgreeToSupport",
                        "ReleaseSupporter",
                        "HoldFollowUpMeeting");
        assertThat(running("peer-review")).isEqualTo(7);
        assertThat(running("support")).isEqualTo(2);
    }

    private long running(String process) {
        return application
                .getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .count();
    }

    private static BeanPostProcessor movedTo(Instant start) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof MovableClock clock) {
                    clock.moveTo(start);
                }
                return bean;
            }
        };
    }
}
