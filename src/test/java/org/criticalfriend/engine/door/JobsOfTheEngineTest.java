package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Caller;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Of a job that belongs to no process, the engine asks for no right: not even of the one that clears history away. */
@ApplicationTest
class JobsOfTheEngineTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService jobs;

    private String job;

    @BeforeEach
    void historyIsToBeClearedAway() {
        history.cleanUpHistoryAsync(true);
        job = history.findHistoryCleanupJobs().get(0).getId();
    }

    static Stream<Arguments> everybodyOnEveryWay() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(Role.HEAD, Role.OWNER).map(role -> Arguments.of(way, role)));
    }

    private record Attempt(String method, String path, Object body) {}

    private static final List<Attempt> ATTEMPTS = List.of(
            new Attempt("DELETE", "/job/JOB", null),
            new Attempt("POST", "/job/JOB/execute", null),
            new Attempt("PUT", "/job/JOB/duedate", Map.of("duedate", "2099-01-01T00:00:00.000+0000")),
            new Attempt("POST", "/job/JOB/duedate/recalculate", null),
            new Attempt("PUT", "/job/JOB/retries", Map.of("retries", 0)),
            new Attempt("PUT", "/job/JOB/priority", Map.of("priority", 7)),
            new Attempt("PUT", "/job/JOB/suspended", Map.of("suspended", true)),
            new Attempt("GET", "/job/JOB/stacktrace", null));

    @ParameterizedTest
    @MethodSource("everybodyOnEveryWay")
    void nobodyButAnAdministratorTouchesIt(Way way, Role role) {
        Caller person =
                way.as(port, role == Role.HEAD ? partnerships.make().head('a') : partnerships.ofTheInstallation(role));
        String before = state();

        for (Attempt attempt : ATTEMPTS) {
            Reply reply = person.json(attempt.method(), attempt.path().replace("JOB", job), attempt.body());

            assertThat(reply.status())
                    .as("%s %s answers %s", attempt.method(), attempt.path(), reply.body())
                    .isEqualTo(403);
            assertThat(state()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorDoes(Way way) {
        Caller administrator = way.as(port, partnerships.ofTheInstallation(Role.ADMIN));

        assertThat(administrator
                        .json("PUT", "/job/" + job + "/priority", Map.of("priority", 7))
                        .status())
                .isEqualTo(204);
        assertThat(administrator
                        .json("PUT", "/job/" + job + "/priority", Map.of("priority", 0))
                        .status())
                .isEqualTo(204);
    }

    private String state() {
        Job now = jobs.createJobQuery().jobId(job).singleResult();
        return now.getDuedate() + " " + now.getRetries() + " " + now.getPriority() + " " + now.isSuspended();
    }
}
