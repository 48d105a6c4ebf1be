package org.criticalfriend.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.json.SpinJsonNode;
import org.criticalfriend.calendar.SchoolCalendar;
import org.springframework.stereotype.Component;

/**
 * Fills in a form as its person would: from what it opens with and the row's answers. In these a question is chosen by its number,
 * evidence, findings and targets by words of the option that is shown, and a day {@code due} is given as {@code dueInSchoolDays}.
 */
@Component
class SampleAnswers {

    /** What people leave as it stands when the form opens. */
    private static final List<String> LEFT_AS_IT_IS = List.of("heldOn", "reflectionDeadline");

    /** The same at one step only: other forms show these texts and do not ask for them. */
    private static final Map<String, List<String>> LEFT_AS_IT_IS_AT =
            Map.of("WriteReport", List.of("findingsText", "optionsText", "nextSteps"));

    private static final Map<String, String> CHOSEN_BY_NUMBER = Map.of("question", "questionOptions");

    private static final Map<String, String> CHOSEN_BY_WORDS = Map.of(
            "origin", "originOptions",
            "evidence", "evidenceOptions",
            "sharedPractice", "practiceOptions");

    private static final String IN_SCHOOL_DAYS = "InSchoolDays";

    private final FormService forms;
    private final ObjectMapper json;

    SampleAnswers(FormService forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
    }

    /**
     * The form of a task, filled in by the person who is signed in to the engine.
     *
     * @param given the row's answers to this step
     * @param host calendar of the host, in which days are counted from {@code today}
     */
    Map<String, Object> filledIn(Task task, Map<String, Object> given, SchoolCalendar host, LocalDate today) {
        VariableMap form = forms.getTaskFormVariables(task.getId());
        Map<String, Object> answer = new LinkedHashMap<>();
        Stream.concat(
                        LEFT_AS_IT_IS.stream(),
                        LEFT_AS_IT_IS_AT.getOrDefault(task.getTaskDefinitionKey(), List.of()).stream())
                .filter(form::containsKey)
                .forEach(key -> answer.put(key, form.get(key)));
        given.forEach((key, value) ->
                answer.put(key, value instanceof List<?> rows ? rows(key, rows, form, host, today) : value));
        return answer;
    }

    private List<Object> rows(String key, List<?> rows, VariableMap form, SchoolCalendar host, LocalDate today) {
        List<?> opened = list(form, key);
        List<Object> filled = new ArrayList<>();
        for (Object row : rows) {
            filled.add(
                    row instanceof Map<?, ?> cells
                            ? row(cells, opened, filled.size(), form, host, today)
                            : chosen(key, row, form));
        }
        return filled;
    }

    private Map<String, Object> row(
            Map<?, ?> cells, List<?> opened, int index, VariableMap form, SchoolCalendar host, LocalDate today) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (index < opened.size() && opened.get(index) instanceof Map<?, ?> known) {
            known.forEach((cell, value) -> row.put(String.valueOf(cell), value));
        }
        cells.forEach((cell, value) -> {
            String name = String.valueOf(cell);
            if (name.endsWith(IN_SCHOOL_DAYS)) {
                row.put(
                        name.substring(0, name.length() - IN_SCHOOL_DAYS.length()),
                        host.plus(today, ((Number) value).intValue()).toString());
            } else if (value instanceof List<?> several) {
                row.put(
                        name,
                        several.stream().map(one -> chosen(name, one, form)).toList());
            } else {
                row.put(name, chosen(name, value, form));
            }
        });
        return row;
    }

    /** The option that an answer means; the answer itself where nothing is chosen. */
    private Object chosen(String name, Object answer, VariableMap form) {
        if (CHOSEN_BY_NUMBER.containsKey(name) && answer instanceof Number number) {
            return option(list(form, CHOSEN_BY_NUMBER.get(name)), number.intValue());
        }
        return form.containsKey(CHOSEN_BY_WORDS.getOrDefault(name, ""))
                ? option(list(form, CHOSEN_BY_WORDS.get(name)), String.valueOf(answer))
                : answer;
    }

    private static Object option(List<?> options, int number) {
        if (number < 1 || number > options.size()) {
            throw new IllegalArgumentException("there is no number %d to choose.".formatted(number));
        }
        return ((Map<?, ?>) options.get(number - 1)).get("value");
    }

    private static Object option(List<?> options, String words) {
        List<Object> meant = options.stream()
                .<Map<?, ?>>map(option -> (Map<?, ?>) option)
                .filter(option -> String.valueOf(option.get("label")).contains(words))
                .<Object>map(option -> option.get("value"))
                .toList();
        if (meant.size() != 1) {
            throw new IllegalArgumentException(
                    "\"%s\" stands in %d of the options to choose from, not in one.".formatted(words, meant.size()));
        }
        return meant.get(0);
    }

    private List<?> list(VariableMap form, String key) {
        if (!(form.get(key) instanceof SpinJsonNode node)) {
            return List.of();
        }
        try {
            return json.readValue(node.toString(), List.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The form opened with %s, which is no list.".formatted(key), e);
        }
    }
}
