package org.criticalfriend.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.criticalfriend.engine.StartRefused;
import org.criticalfriend.testing.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

@ApplicationTest
class PackagedModelsTest {

    @Autowired
    PackagedModels models;

    @Autowired
    RepositoryService repository;

    private final String key = "p" + UUID.randomUUID().toString().replace("-", "");

    @AfterEach
    void removeOwnDeployments() {
        repository.createProcessDefinitionQuery().processDefinitionKey(key).list().stream()
                .map(ProcessDefinition::getDeploymentId)
                .distinct()
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void anUnchangedFileIsNotDeployedAgain() {
        models.deploy(List.of(packaged("first")));
        models.deploy(List.of(packaged("first")));

        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void aChangedFileIsDeployedOverOurOwnVersion() {
        models.deploy(List.of(packaged("first")));
        models.deploy(List.of(packaged("second")));

        assertThat(nameInForce()).isEqualTo("second");
    }

    @Test
    void aProcessOwnersVersionStaysInForceAndTheChangedFileWaits() {
        models.deploy(List.of(packaged("first")));
        ownerDeploys("the owner's");

        models.deploy(List.of(packaged("second")));

        assertThat(nameInForce()).isEqualTo("the owner's");
        assertThat(models.waiting()).contains(key + ".bpmn");
    }

    @Test
    void anUnchangedFileDoesNotWaitBehindAnOwnersVersion() {
        models.deploy(List.of(packaged("first")));
        ownerDeploys("the owner's");

        models.deploy(List.of(packaged("first")));

        assertThat(nameInForce()).isEqualTo("the owner's");
        assertThat(models.waiting()).doesNotContain(key + ".bpmn");
    }

    @Test
    void onceTheOwnerDeploysThePackagedFileItNoLongerWaitsAndIsOursAgain() {
        models.deploy(List.of(packaged("first")));
        ownerDeploys("the owner's");
        models.deploy(List.of(packaged("second")));
        ownerDeploys("second");

        models.deploy(List.of(packaged("second")));
        assertThat(models.waiting()).doesNotContain(key + ".bpmn");
        models.deploy(List.of(packaged("third")));

        assertThat(nameInForce()).isEqualTo("third");
    }

    @Test
    void aFileThatDoesNotParseIsNamedWithTheReasonAndNothingIsDeployed() {
        assertThatThrownBy(() -> PackagedModel.read(file("broken.bpmn", "<definitions><process></definitions>")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("broken.bpmn")
                .hasMessageContaining("does not parse");
        assertThatThrownBy(() -> PackagedModel.read(file("broken.form", "{\"components\": []}")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("broken.form")
                .hasMessageContaining("no id");
    }

    @Test
    void aModelTheEngineRefusesIsNamedWithLineAndReasonAndNothingIsDeployed() {
        String wrong =
                bpmn("wrong").replace("<userTask id=\"Do\" name=\"Do\"/>", "<serviceTask id=\"Do\" name=\"Do\"/>");
        PackagedModel good = packaged("good");

        assertThatThrownBy(() -> models.deploy(List.of(good, PackagedModel.read(file("wrong.bpmn", wrong)))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("wrong.bpmn line ");
        assertThat(versions()).isZero();
    }

    private void ownerDeploys(String name) {
        repository
                .createDeployment()
                .name("from Modeler")
                .addString("renamed.bpmn", bpmn(name))
                .deploy();
    }

    private PackagedModel packaged(String name) {
        return PackagedModel.read(file(key + ".bpmn", bpmn(name)));
    }

    private static ByteArrayResource file(String fileName, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return fileName;
            }
        };
    }

    private String bpmn(String name) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    targetNamespace="test">
                  <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="Start"/>
                    <sequenceFlow id="One" sourceRef="Start" targetRef="Do"/>
                    <userTask id="Do" name="Do"/>
                  </process>
                </definitions>
                """
                .formatted(key, name);
    }

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .count();
    }

    private String nameInForce() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getName();
    }
}
