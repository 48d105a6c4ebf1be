package org.criticalfriend.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.json.SpinJsonNode;
import org.criticalfriend.calendar.SchoolCalendar;
import org.springframework.stereotype.Component;

/**
 * Fills in a form as its person would: from what it opens with and the row's answers, in which questions and findings are
 * chosen by their number and days are counted in pupil days.
 */
@Component
class SampleAnswers {

    /** What people leave as it stands when the form opens. */
    private static final List<String> LEFT_AS_IT_IS = List.of("heldOn", "reflectionDeadline");

    private static final Map<String, String> CHOSEN_BY_NUMBER =
            Map.of("question", "questionOptions", "finding", "findingOptions");

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
        LEFT_AS_IT_IS.stream().filter(form::containsKey).forEach(key -> answer.put(key, form.get(key)));
        given.forEach((key, value) ->
                answer.put(key, value instanceof List<?> rows ? rows(key, rows, form, host, today) : value));
        return answer;
    }

    private List<Object> rows(String key, List<?> rows, VariableMap form, SchoolCalendar host, LocalDate today) {
        List<?> opened = list(form, key);
        List<Object> filled = new ArrayList<>();
        for (Object row : rows) {
            filled.add(row instanceof Map<?, ?> cells ? row(cells, opened, filled.size(), form, host, today) : row);
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
            if (CHOSEN_BY_NUMBER.containsKey(name)) {
                row.put(name, option(list(form, CHOSEN_BY_NUMBER.get(name)), ((Number) value).intValue()));
            } else if (name.equals("dueInSchoolDays")) {
                row.put("due", host.plus(today, ((Number) value).intValue()).toString());
            } else {
                row.put(name, value);
            }
        });
        return row;
    }

    private static Object option(List<?> options, int number) {
        if (number < 1 || number > options.size()) {
            throw new IllegalArgumentException("there is no number %d to choose.".formatted(number));
        }
        return ((Map<?, ?>) options.get(number - 1)).get("value");
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
