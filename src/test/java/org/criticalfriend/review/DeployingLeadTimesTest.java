package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.criticalfriend.partnership.Role;
import org.criticalfriend.testing.ApplicationTest;
import org.criticalfriend.testing.Rest.Reply;
import org.criticalfriend.testing.TestPartnership;
import org.criticalfriend.testing.Way;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process owner saves the lead times in Modeler and deploys them. */
@ApplicationTest
class DeployingLeadTimesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestPartnership partnerships;

    @Autowired
    RepositoryService repository;

    @Test
    void aWrongRowIsRefusedWithItsNumberAndNothingIsDeployed() throws IOException {
        long before = repository.createDeploymentQuery().count();
        String wrong = Files.readString(Path.of("processes/deadlines.dmn")).replace("\"15:00\"", "\"3 p.m.\"");

        Reply reply = Way.REST
                .as(port, partnerships.ofTheInstallation(Role.OWNER))
                .deploy("Lead times", "deadlines.dmn", wrong);

        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.message())
                .contains("deadlines.dmn, row 19 (RecordEvidence): Time of day needs hours and minutes");
        assertThat(reply.json()
                        .path("details")
                        .path("deadlines.dmn")
                        .path("errors")
                        .get(0)
                        .path("mainElementId")
                        .asText())
                .isEqualTo("RecordEvidenceRow");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aRightTableIsInForceAtOnce() throws IOException {
        String right = Files.readString(Path.of("processes/deadlines.dmn"));

        Reply reply = Way.REST
                .as(port, partnerships.ofTheInstallation(Role.OWNER))
                .deploy("Lead times", "deadlines.dmn", right);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        repository.deleteDeployment(reply.json().path("id").asText(), true);
    }
}
