package org.criticalfriend.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.TestPartnership.Made;
import org.springframework.stereotype.Component;

/** Lets the people of a review do its steps, each in their own name and through the form gate, with answers that do for any test. */
@Component
public class ReviewScenario {

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final Timers timers;
    private final MovableClock clock;

    ReviewScenario(TaskService tasks, FormService forms, IdentityService identity, Timers timers, MovableClock clock) {
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.timers = timers;
        this.clock = clock;
    }

    /** The open task of a person at a step. */
    public Task open(String reference, String activity, String person) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(activity)
                .taskAssignee(person)
                .singleResult();
    }

    /** Hands in what {@code answer} makes of the values with which the form opens. */
    public void handIn(
            String reference, String activity, String person, Function<VariableMap, Map<String, Object>> answer) {
        Task task = open(reference, activity, person);
        identity.setAuthentication(person, new ArrayList<>());
        try {
            tasks.complete(task.getId(), answer.apply(forms.getTaskFormVariables(task.getId())));
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The values with which a form opens for whoever has the task. */
    public VariableMap form(Task task) {
        identity.setAuthentication(task.getAssignee(), new ArrayList<>());
        try {
            return forms.getTaskFormVariables(task.getId());
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Hands in a task as whoever has it. */
    public void handIn(Task task, Map<String, Object> answer) {
        identity.setAuthentication(task.getAssignee(), new ArrayList<>());
        try {
            tasks.complete(task.getId(), answer);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The self-review, with one statement. */
    public void completeSelfReview(Made made, String reference) {
        handIn(
                reference,
                "CompleteSelfReview",
                made.hostHead(),
                form -> Map.of("statements", List.of(Map.of("text", "We do it well", "howWeKnow", "We have looked"))));
    }

    /** The planning meeting, held today. */
    public void holdPlanningMeeting(Made made, String reference) {
        handIn(
                reference,
                "HoldPlanningMeeting",
                made.leadReviewer(),
                form -> Map.of(
                        "heldOn", today().toString(),
                        "rationale", "Why",
                        "question", "How well?",
                        "goal", "Well",
                        "scope", "WHOLE_SCHOOL",
                        "purpose", "IMPROVE",
                        "headConfirmed", true));
    }

    /** One question, prepared and issued. */
    public void prepareQuestions(Made made, String reference) {
        handIn(
                reference,
                "PrepareQuestions",
                made.leadReviewer(),
                form -> Map.of("questions", List.of(Map.of("text", "How?"))));
        timers.runWaiting(reference);
    }

    /** One note on the first question. */
    public void prepareForVisit(Made made, String reference) {
        handIn(reference, "PrepareForVisit", made.hostHead(), form -> Map.of("questions", notes(form, "Like this")));
    }

    /** The rows of the team's questions as the form opens with them, with a note on each as far as there are any. */
    public static List<Map<String, Object>> notes(VariableMap form, String... notes) {
        SpinList<SpinJsonNode> questions =
                form.getValue("questions", SpinJsonNode.class).elements();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SpinJsonNode question : questions) {
            Map<String, Object> row = new HashMap<>();
            row.put("question", question.prop("question").stringValue());
            row.put("note", rows.size() < notes.length ? notes[rows.size()] : "");
            rows.add(row);
        }
        return rows;
    }

    /** What the partnership lead decides on a visit that is not planned: {@code GO_AHEAD} or {@code CANCEL}. */
    public void decideOnVisit(String reference, String person, String decision) {
        handIn(
                reference,
                "DecideOnVisit",
                person,
                form -> Map.of("visitDecision", decision, "reason", "We have spoken with the head"));
    }

    /** What whoever is in charge decides about a late step. */
    public void decideWhatHelps(String reference, String person, Map<String, Object> answer) {
        handIn(reference, "DecideWhatHelps", person, form -> answer);
    }

    /** One piece of evidence of one reviewer. */
    public void recordEvidence(String reference, String person) {
        handIn(
                reference,
                "RecordEvidence",
                person,
                form -> Map.of(
                        "items", List.of(Map.of("question", firstQuestion(form), "type", "OTHER", "note", "Seen"))));
        timers.runWaiting(reference);
    }

    /** One finding, and the reflection deadline that the form suggests. */
    public void presentFeedback(Made made, String reference) {
        presentFeedback(reference, made.leadReviewer());
    }

    /** The same by whoever leads now. */
    public void presentFeedback(String reference, String lead) {
        handIn(
                reference,
                "PresentFeedback",
                lead,
                form -> Map.of(
                        "findings",
                        List.of(Map.of("question", firstQuestion(form), "kind", "STRENGTH", "text", "It goes well")),
                        "reflectionDeadline",
                        form.get("reflectionDeadline")));
    }

    /** The report as it opens: put together from what was recorded. */
    public void writeReport(Made made, String reference) {
        handIn(reference, "WriteReport", made.leadReviewer(), ReviewScenario::reportAsItOpens);
        timers.runWaiting(reference);
    }

    private static Map<String, Object> reportAsItOpens(VariableMap form) {
        Map<String, Object> answer = new HashMap<>();
        List.of("summary", "findingsText", "optionsText", "nextSteps").forEach(key -> answer.put(key, form.get(key)));
        return answer;
    }

    /** The head finds the report accurate, and releases it or does not. */
    public void checkReport(Made made, String reference, boolean release) {
        handIn(reference, "CheckReport", made.hostHead(), form -> Map.of("release", release ? "YES" : "NO"));
        timers.runWaiting(reference);
    }

    /** One target, set on the day of the workshop, which comes if it is not there yet. */
    public void runImprovementWorkshop(Made made, String reference) {
        if (open(reference, "RunImprovementWorkshop", made.champion()) == null) {
            timers.fire(reference, "WorkshopDayArrives");
        }
        handIn(
                reference,
                "RunImprovementWorkshop",
                made.champion(),
                form -> Map.of(
                        "heldOn", today().toString(),
                        "targets", List.of(Map.of("text", "We ask more", "origin", option(form, "originOptions", 0))),
                        "commitment", "We ask one more question in every lesson."));
    }

    /** The Champion has told the head. */
    public void reportTargetsToHead(Made made, String reference) {
        handIn(reference, "ReportTargetsToHead", made.champion(), form -> Map.of("told", true));
    }

    /** One action, due in eight weeks; the targets are set first if they are not yet. */
    public void agreeActionPlan(Made made, String reference) {
        if (open(reference, "AgreeActionPlan", made.hostHead()) == null) {
            runImprovementWorkshop(made, reference);
        }
        handIn(
                reference,
                "AgreeActionPlan",
                made.hostHead(),
                form -> Map.of(
                        "actions",
                        List.of(Map.of(
                                "what",
                                "Try it",
                                "origin",
                                option(form, "originOptions", 0),
                                "owner",
                                "Deputy head",
                                "due",
                                today().plusWeeks(8).toString()))));
        timers.runWaiting(reference);
    }

    /** The follow-up meeting, held today. */
    public void holdFollowUpMeeting(Made made, String reference) {
        handIn(
                reference,
                "HoldFollowUpMeeting",
                made.champion(),
                form -> Map.of(
                        "heldOn", today().toString(),
                        "progress", List.of(Map.of("action", "1. Try it", "status", "DONE")),
                        "goalNow", "Reached."));
    }

    /** Everything up to the visit day, done today. */
    public void walkToVisit(Made made, String reference) {
        holdPlanningMeeting(made, reference);
        prepareQuestions(made, reference);
        timers.fire(reference, "VisitDayArrives");
    }

    /** Everything up to the reflection deadline, which is set. */
    public void walkToFeedback(Made made, String reference) {
        if (open(reference, "CompleteSelfReview", made.hostHead()) != null) {
            completeSelfReview(made, reference);
        }
        holdPlanningMeeting(made, reference);
        prepareQuestions(made, reference);
        walkToFeedbackFromIssued(made, reference);
    }

    /** Everything from the issued questions to the reflection deadline, which is set. */
    public void walkToFeedbackFromIssued(Made made, String reference) {
        timers.fire(reference, "VisitDayArrives");
        recordEvidence(reference, made.leadReviewer());
        recordEvidence(reference, made.peerReviewer());
        presentFeedback(made, reference);
    }

    /** Everything up to the report, which the head has not checked yet. */
    public void walkToReport(Made made, String reference) {
        walkToFeedback(made, reference);
        writeReport(made, reference);
    }

    private LocalDate today() {
        return SchoolTime.today(clock);
    }

    /** The key of the first question that a form offers. */
    public static String firstQuestion(VariableMap form) {
        return option(form, "questionOptions", 0);
    }

    /** The key of an option that a form offers, counted from 0. */
    public static String option(VariableMap form, String options, int index) {
        return form.getValue(options, SpinJsonNode.class)
                .elements()
                .get(index)
                .prop("value")
                .stringValue();
    }
}
