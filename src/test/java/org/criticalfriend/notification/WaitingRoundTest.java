package org.criticalfriend.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rounds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One round waits for its morning, whatever happens. */
@ApplicationTest
class WaitingRoundTest {

    @Autowired
    WaitingRound waiting;

    @Autowired
    Rounds rounds;

    @Autowired
    RuntimeService instances;

    @Autowired
    RepositoryService repository;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Test
    void itIsPlannedByTheOneBeforeForTheNextMorningAndNamedAfterIt() {
        LocalDate friday = LocalDate.of(2026, 11, 20);

        rounds.on(friday);

        Job next = rounds.waiting();
        assertThat(next.getDuedate()).isEqualTo(SchoolTime.at(friday.plusDays(3), LocalTime.of(8, 0)));
        assertThat(only().getBusinessKey()).isEqualTo("round-2026-11-23");
    }

    @Test
    void aNodeThatStartsAtNightWithAMissedMorningDoesItAndPlansTheSameDay() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        rounds.on(LocalDate.of(2026, 11, 19));

        rounds.at(SchoolTime.at(monday, LocalTime.of(6, 30)));

        assertThat(rounds.waiting().getDuedate()).isEqualTo(SchoolTime.at(monday, LocalTime.of(8, 0)));
    }

    @Test
    void twoNodesThatStartAtOnceLetOneWait() throws Exception {
        instances.deleteProcessInstance(only().getId(), "As before the first start.");

        twice(() -> transaction.execute(status -> {
            waiting.run();
            return null;
        }));

        assertThat(instances
                        .createProcessInstanceQuery()
                        .processDefinitionKey(WaitingRound.PROCESS)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void oneThatAnAdministratorStartsBesidesDoesNotGoOn() {
        instances.startProcessInstanceByKey(WaitingRound.PROCESS, "round-by-hand");
        clock.moveTo(SchoolTime.at(LocalDate.of(2026, 11, 24), LocalTime.of(8, 0)));

        rounds.all();

        assertThat(instances
                        .createProcessInstanceQuery()
                        .processDefinitionKey(WaitingRound.PROCESS)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aVersionThatAProcessOwnerDeploysIsTheOneThatWaits() throws IOException {
        String before = only().getProcessDefinitionId();
        Deployment deployed = repository
                .createDeployment()
                .addString(
                        "daily-round.bpmn",
                        Files.readString(Path.of("processes/daily-round.bpmn")).replace("\"1.0.0\"", "\"1.1.0\""))
                .deploy();

        try {
            assertThat(only().getProcessDefinitionId()).isNotEqualTo(before);
            assertThat(rounds.waiting().getProcessDefinitionId())
                    .isEqualTo(repository
                            .createProcessDefinitionQuery()
                            .deploymentId(deployed.getId())
                            .singleResult()
                            .getId());
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
        assertThat(only().getProcessDefinitionId()).isEqualTo(before);
    }

    private ProcessInstance only() {
        return instances
                .createProcessInstanceQuery()
                .processDefinitionKey(WaitingRound.PROCESS)
                .singleResult();
    }

    private static void twice(Callable<Void> work) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : nodes.invokeAll(List.of(work, work))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
    }
}
