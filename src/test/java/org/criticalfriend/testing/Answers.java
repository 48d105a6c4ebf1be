package org.criticalfriend.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Good answers to each form of a review; tests change what they want to see refused. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    public static Map<String, Object> planningMeeting(String heldOn) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("heldOn", heldOn);
        answer.put("rationale", "Results in mathematics have been flat for two years.");
        answer.put("hypothesis", "Children are told too early.");
        answer.put("question", "How well do children explain their thinking in mathematics?");
        answer.put("goal", "Children explain how they know.");
        answer.put("whereNow", "Some classes do.");
        answer.put("scope", "WHOLE_SCHOOL");
        answer.put("purpose", "IMPROVE");
        answer.put("evidenceWanted", List.of("LESSON_VISIT", "CONVERSATION_STUDENTS"));
        answer.put("timetable", List.of(Map.of("time", "09:00", "what", "Lesson visits")));
        answer.put("headConfirmed", true);
        return answer;
    }

    public static Map<String, Object> questions() {
        return Map.of(
                "questions",
                List.of(
                        Map.of("text", "What do children say when asked how they know?"),
                        Map.of("text", "How do teachers plan for explanation?")));
    }

    public static Map<String, Object> evidence(JsonNode form) {
        return Map.of(
                "items",
                List.of(
                        Map.of(
                                "question",
                                option(form, "questionOptions", 0),
                                "type",
                                "LESSON_VISIT",
                                "note",
                                "Talk in pairs."),
                        Map.of(
                                "question",
                                option(form, "questionOptions", 1),
                                "type",
                                "OTHER",
                                "note",
                                "Plans name questions.")));
    }

    public static Map<String, Object> feedback(JsonNode form) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "findings",
                List.of(Map.of(
                        "question",
                        option(form, "questionOptions", 0),
                        "kind",
                        "STRENGTH",
                        "text",
                        "Children explain to each other.")));
        answer.put("hypothesisOutcome", "PARTLY");
        answer.put("distanceToGoal", "About half way.");
        answer.put(
                "options", List.of(Map.of("option", "Plan one question for each lesson", "speaksFor", "It is small.")));
        answer.put(
                "reflectionDeadline",
                form.path("reflectionDeadline").path("value").asText());
        return answer;
    }

    public static Map<String, Object> workshop(JsonNode form, String heldOn) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("heldOn", heldOn);
        answer.put(
                "targets",
                List.of(Map.of(
                        "text", "Every lesson has one question worth talking about",
                        "origin", option(form, "originOptions", 0),
                        "theme", "Mathematics")));
        answer.put("commitment", "We ask one question more and wait for the answer.");
        answer.put("notes", "Two colleagues would rather wait and see.");
        answer.put("debrief", "It took courage.");
        return answer;
    }

    public static Map<String, Object> actionPlan(JsonNode form, String due) {
        return Map.of("actions", List.of(action(form, due)));
    }

    /** One row of the action plan. */
    public static Map<String, Object> action(JsonNode form, String due) {
        return Map.of(
                "what", "Plan one question for each lesson",
                "origin", option(form, "originOptions", 0),
                "owner", "Mathematics lead",
                "due", due,
                "successSign", "Children answer in sentences.");
    }

    public static Map<String, Object> followUp(JsonNode form, String heldOn) {
        String action = list(form, "progress").get(0).path("action").asText();
        return Map.of(
                "heldOn",
                heldOn,
                "progress",
                List.of(Map.of("action", action, "status", "ON_TRACK", "evidence", "Seen in four classes.")),
                "goalNow",
                "Most classes do.",
                "whatWorked",
                List.of(Map.of("theme", "Mathematics", "text", "One question at a time.")));
    }

    /** The value of an option that a form offers. */
    public static String option(JsonNode form, String key, int index) {
        return list(form, key).get(index).path("value").asText();
    }

    public static JsonNode list(JsonNode form, String key) {
        try {
            return JSON.readTree(form.path(key).path("value").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(key + " is no list.", e);
        }
    }
}
