package org.criticalfriend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.criticalfriend.engine.NamedInModels;
import org.criticalfriend.review.LeadTimeRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

/** Reads every model and form: what belongs together by name is together. */
class ModelsTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Pattern DEADLINE =
            Pattern.compile("\\$\\{(deadlines|yearDates)\\.at\\(execution, ?'(\\w+)'\\)}");
    /** The daily round belongs to no review, and to no lead time. */
    private static final String NEXT_MORNING = "${mornings.next(execution)}";

    /** It belongs to no review, so it asks others who and when, and its forms are headed by partnership and year. */
    private static final Path YEAR = PROCESSES.resolve("partnership-year.bpmn");

    private static final Pattern BEAN = Pattern.compile("\\$\\{!?(\\w+)");

    static List<Path> processes() throws IOException {
        return files(PROCESSES, ".bpmn");
    }

    static List<Path> forms() throws IOException {
        return files(FORMS, ".form");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aProcessIsNamedLikeItsFileAndKeepsItsHistoryForAKnownTime(Path file) {
        Process process = processOf(file);

        assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        assertThat(process.getName()).isNotBlank();
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(process.getCamundaVersionTag()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyStepIsNamedExplainedAndDrawn(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Set<String> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                .map(shape -> shape.getBpmnElement().getId())
                .collect(Collectors.toSet());

        assertThat(model.getModelElementsByType(FlowNode.class)).allSatisfy(node -> {
            assertThat(node.getId()).matches("[A-Z][A-Za-z]+");
            assertThat(node.getName()).as("name of %s", node.getId()).isNotBlank();
            assertThat(drawn).contains(node.getId());
            if (!(node instanceof StartEvent || node instanceof EndEvent)) {
                assertThat(node.getDocumentations())
                        .as("documentation of %s", node.getId())
                        .isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyUserTaskHasAnAssigneeALeadTimeAndAFormOfItsName(Path file) throws IOException {
        Set<String> rows = rowsOfDeadlines();
        Set<String> forms =
                forms().stream().map(form -> json(form).path("id").asText()).collect(Collectors.toSet());

        assertThat(elements(file, UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaAssignee())
                    .as("assignee of %s", task.getId())
                    .startsWith(file.equals(YEAR) ? "${yearPlan." : "${duties.");
            assertThat(task.getCamundaDueDate())
                    .as("due date of %s", task.getId())
                    .isEqualTo("${%s.at(execution, '%s')}", datesOf(file), task.getId());
            assertThat(rows).contains(task.getId());
            assertThat(task.getCamundaFormRef()).isEqualTo(kebab(task.getId()));
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("latest");
            assertThat(forms).contains(task.getCamundaFormRef());
        });
    }

    private static String datesOf(Path file) {
        return file.equals(YEAR) ? "yearDates" : "deadlines";
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyTimerTakesItsDateFromDeadlinesOrWaitsForTheMorningAndNoDurationIsWrittenInTheModel(Path file)
            throws IOException {
        Set<String> rows = rowsOfDeadlines();
        List<CatchEvent> timers = new ArrayList<>(elements(file, IntermediateCatchEvent.class));
        timers.addAll(elements(file, BoundaryEvent.class));

        assertThat(timers).allSatisfy(event -> event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .forEach(timer -> {
                    assertThat(timer.getTimeDuration()).isNull();
                    assertThat(timer.getTimeCycle()).isNull();
                    String date = timer.getTimeDate().getTextContent();
                    if (date.equals(NEXT_MORNING)) {
                        return;
                    }
                    Matcher deadline = DEADLINE.matcher(date);
                    assertThat(deadline.matches())
                            .as("date of timer %s", event.getId())
                            .isTrue();
                    assertThat(deadline.group(1)).isEqualTo(datesOf(file));
                    assertThat(deadline.group(2)).isEqualTo(event.getId());
                    assertThat(rows).contains(event.getId());
                }));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatIsLateIsNamedLikeItsTimerAndReachesThoseInCharge(Path file) {
        assertThat(elements(file, EscalationEventDefinition.class).stream()
                        .filter(definition -> definition.getParentElement() instanceof EndEvent))
                .allSatisfy(definition -> {
                    SequenceFlow from = ((EndEvent) definition.getParentElement())
                            .getIncoming()
                            .iterator()
                            .next();
                    assertThat(from.getSource()).isInstanceOf(BoundaryEvent.class);
                    assertThat(((BoundaryEvent) from.getSource()).cancelActivity())
                            .isFalse();
                    assertThat(definition.getEscalation().getEscalationCode())
                            .isEqualTo(from.getSource().getId());
                });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aPictureShowsNoMoreThanSomeThirtySymbolsAtOnce(Path file) {
        assertThat(elements(file, BpmnPlane.class)).allSatisfy(plane -> assertThat(plane.getDiagramElements().stream()
                        .filter(BpmnShape.class::isInstance)
                        .map(shape -> ((BpmnShape) shape).getBpmnElement())
                        .filter(FlowNode.class::isInstance))
                .hasSizeLessThanOrEqualTo(35));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyServiceTaskIsADelegateOfItsName(Path file) {
        assertThat(elements(file, ServiceTask.class)).allSatisfy(task -> {
            String bean =
                    Character.toLowerCase(task.getId().charAt(0)) + task.getId().substring(1);
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + bean + "}");
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void expressionsNameOnlyBeansThatAreMadeForModelsAndWhatFormsSetToRouteBy(Path file) throws IOException {
        Set<String> known = new TreeSet<>(beansForModels());
        elements(file, CamundaProperty.class).stream()
                .filter(property -> property.getCamundaName().equals("routing"))
                .forEach(property -> known.add(property.getCamundaValue()));

        assertThat(known)
                .containsAll(BEAN.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyRowOfDeadlinesBelongsToAStepOrIsReadByOne() throws IOException {
        Set<String> known = new TreeSet<>(LeadTimeRows.neededByTheApplication());
        for (Path file : processes()) {
            elements(file, FlowNode.class).forEach(node -> {
                known.add(node.getId());
                known.add(node.getId() + "AtLatest");
            });
        }

        assertThat(known).containsAll(rowsOfDeadlines());
    }

    @Test
    void everyFormBelongsToAStep() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : processes()) {
            elements(file, UserTask.class).forEach(task -> used.add(task.getCamundaFormRef() + ".form"));
        }

        assertThat(forms().stream().map(form -> form.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormSaysTheQuestionTheSchoolTheVisitAndWhoCanReadIt(Path file) throws IOException {
        JsonNode form = json(file);
        String texts = form.findValuesAsText("text").toString();

        assertThat(form.path("id").asText() + ".form")
                .isEqualTo(file.getFileName().toString());
        if (elements(YEAR, UserTask.class).stream().anyMatch(task -> task.getCamundaFormRef()
                .equals(form.path("id").asText()))) {
            assertThat(texts).contains("{{partnership}}").contains("{{schoolYear}}");
        } else {
            assertThat(texts)
                    .contains("{{drivingQuestion}}")
                    .contains("{{school}}")
                    .contains("{{visitDate}}");
        }
        assertThat(texts).contains("Who can read what you type here").containsIgnoringCase("safeguarding");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyTextOfAFormHasALongestLengthAndEveryInputALabel(Path file) {
        assertThat(inputs(json(file).path("components"))).isNotEmpty().allSatisfy(input -> {
            assertThat(input.path("label").asText(input.path("dateLabel").asText()))
                    .isNotBlank();
            if (Set.of("textfield", "textarea").contains(input.path("type").asText())
                    && !input.path("readonly").asBoolean()) {
                assertThat(input.path("validate").path("maxLength").asInt())
                        .as("longest length of %s", input.path("key").asText())
                        .isPositive();
            }
        });
    }

    private static List<JsonNode> inputs(JsonNode components) {
        List<JsonNode> inputs = new ArrayList<>();
        components.forEach(component -> {
            if (component.has("key")) {
                inputs.add(component);
            }
            inputs.addAll(inputs(component.path("components")));
        });
        return inputs;
    }

    private static Set<String> beansForModels() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(NamedInModels.class));
        return scan.findCandidateComponents("org.criticalfriend").stream()
                .map(candidate -> name(candidate.getBeanClassName()))
                .collect(Collectors.toSet());
    }

    private static String name(String className) {
        try {
            Class<?> type = Class.forName(className);
            String given = AnnotatedElementUtils.findMergedAnnotation(type, Component.class)
                    .value();
            String simple = type.getSimpleName();
            return given.isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : given;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> rowsOfDeadlines() {
        DmnModelInstance table =
                Dmn.readModelFromFile(PROCESSES.resolve("deadlines.dmn").toFile());
        Decision decision =
                table.getModelElementsByType(Decision.class).iterator().next();
        Collection<Rule> rules = ((DecisionTable) decision.getExpression()).getRules();
        return rules.stream()
                .map(rule -> rule.getInputEntries()
                        .iterator()
                        .next()
                        .getTextContent()
                        .trim()
                        .replace("\"", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> elements(
            Path file, Class<T> type) {
        return Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(type);
    }

    private static Process processOf(Path file) {
        return elements(file, Process.class).iterator().next();
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " does not parse.", e);
        }
    }

    private static String kebab(String activity) {
        return Arrays.stream(activity.split("(?=[A-Z])"))
                .map(String::toLowerCase)
                .collect(Collectors.joining("-"));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
