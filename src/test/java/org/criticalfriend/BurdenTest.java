package org.criticalfriend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** What one review asks of each person at most, if nothing goes wrong: P37, this way it does not make extra work. */
class BurdenTest {

    private static final BpmnModelInstance REVIEW =
            Bpmn.readModelFromFile(Path.of("processes/peer-review.bpmn").toFile());
    private static final Pattern DUTY = Pattern.compile("'([A-Z_]+)'");

    /** Only there if something goes wrong, or somebody asks. */
    private static final Set<String> ONLY_IN_NEED = Set.of("DecideOnVisit", "DecideWhatHelps", "OfferHelp");

    @Test
    void nobodyHasMoreTasksThanAgreed() {
        Map<String, Set<String>> tasks = tasksByDuty();
        tasks.forEach((duty, some) -> System.out.printf("BURDEN %s %d tasks %s%n", duty, some.size(), some));

        assertThat(tasks.get("HOST_HEAD")).hasSizeLessThanOrEqualTo(6);
        assertThat(tasks.get("LEAD_REVIEWER")).hasSizeLessThanOrEqualTo(6);
        assertThat(tasks.get("PEER_REVIEWER")).hasSizeLessThanOrEqualTo(2);
        assertThat(tasks.get("IMPROVEMENT_CHAMPION")).hasSizeLessThanOrEqualTo(4);
        assertThat(tasks.keySet())
                .as("nobody else has a task")
                .containsExactlyInAnyOrder("HOST_HEAD", "LEAD_REVIEWER", "PEER_REVIEWER", "IMPROVEMENT_CHAMPION");
    }

    @Test
    void aStandInIsAskedOnceAndNothingElse() {
        BpmnModelInstance standIns =
                Bpmn.readModelFromFile(Path.of("processes/stand-ins.bpmn").toFile());

        assertThat(standIns.getModelElementsByType(UserTask.class))
                .extracting(UserTask::getId)
                .containsExactly("ConfirmDate");
    }

    @Test
    void theHeadOfTheHostFillsInAtMostTwentyMandatoryFields() {
        List<String> mandatory = tasksByDuty().get("HOST_HEAD").stream()
                .flatMap(task -> mandatoryFields(task).map(field -> task + "." + field))
                .toList();
        System.out.printf("BURDEN HOST_HEAD %d mandatory fields %s%n", mandatory.size(), mandatory);

        assertThat(mandatory).hasSizeLessThanOrEqualTo(20);
    }

    private static Map<String, Set<String>> tasksByDuty() {
        Map<String, Set<String>> tasks = new TreeMap<>();
        REVIEW.getModelElementsByType(UserTask.class).stream()
                .filter(task -> !ONLY_IN_NEED.contains(task.getId()))
                .forEach(task -> duties(task).forEach(duty -> tasks.computeIfAbsent(duty, none -> new TreeSet<>())
                        .add(task.getId())));
        return tasks;
    }

    /** Of a step that several do, by the list they come from; senior staff come from the workshop and have only this one. */
    private static List<String> duties(UserTask task) {
        String who = task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several
                ? several.getCamundaCollection()
                : task.getCamundaAssignee();
        return DUTY.matcher(who).results().map(found -> found.group(1)).toList();
    }

    private static Stream<String> mandatoryFields(String task) {
        UserTask element = REVIEW.getModelElementById(task);
        try {
            JsonNode form = new ObjectMapper()
                    .readTree(Path.of("forms", element.getCamundaFormRef() + ".form")
                            .toFile());
            return mandatory(form.path("components"));
        } catch (IOException e) {
            throw new AssertionError(task + " has no form that can be read.", e);
        }
    }

    private static Stream<String> mandatory(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .flatMap(component -> Stream.concat(
                        component.path("validate").path("required").asBoolean()
                                ? Stream.of(component.path("key").asText())
                                : Stream.empty(),
                        mandatory(component.path("components"))));
    }
}
