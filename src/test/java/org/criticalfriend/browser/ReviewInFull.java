package org.criticalfriend.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.json.SpinJsonNode;
import org.criticalfriend.calendar.SchoolTime;
import org.criticalfriend.engine.MovableClock;
import org.criticalfriend.testing.ReviewScenario;
import org.criticalfriend.testing.TestPartnership.Made;
import org.criticalfriend.testing.Timers;
import org.springframework.stereotype.Component;

/** A review of which everybody writes as much as people do write, so that forms and pages are seen with something in them. */
@Component
class ReviewInFull {

    private final ReviewScenario scenario;
    private final Timers timers;
    private final MovableClock clock;

    ReviewInFull(ReviewScenario scenario, Timers timers, MovableClock clock) {
        this.scenario = scenario;
        this.timers = timers;
        this.clock = clock;
    }

    void completeSelfReview(Made made, String reference) {
        scenario.handIn(
                reference,
                "CompleteSelfReview",
                made.hostHead(),
                form -> Map.of(
                        "statements",
                        List.of(
                                Map.of(
                                        "text",
                                        "Children in key stage 2 meet richer books than they did three years ago, and talk about them with pleasure.",
                                        "howWeKnow",
                                        "List of texts before and after the change; what parents say."),
                                Map.of(
                                        "text",
                                        "Slower readers take part in the talk, and read too little themselves.",
                                        "howWeKnow",
                                        "Lesson visits by the English leader; two children told her that they listen with a finger on the page.")),
                        "hopes",
                        "How many minutes of a reading lesson each child really reads."));
    }

    void holdPlanningMeeting(Made made, String reference) {
        scenario.handIn(reference, "HoldPlanningMeeting", made.leadReviewer(), form -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("heldOn", SchoolTime.today(clock).toString());
            answer.put(
                    "rationale",
                    "Children come into key stage 2 with secure phonics. Those who decode every word correctly but slowly, about one in five in Years 3 and 4, tend to stay slow.\n\nLast year we replaced guided reading groups with whole-class reading, four lessons a week.");
            answer.put(
                    "hypothesis",
                    "Whole-class reading has brought better texts, but slower readers now spend too little of the lesson with their eyes on print.");
            answer.put(
                    "question",
                    "Does whole-class reading help every child in Years 3 to 6 to read fluently, to understand what they read and to want to read more?");
            answer.put(
                    "goal",
                    "By the end of the year every child in key stage 2 reads a text for their age aloud with ease, and chooses to read.");
            answer.put(
                    "whereNow",
                    "Whole-class reading is in place in all six classes. Fluency is checked each term in Years 3 and 4 and not in Years 5 and 6.");
            answer.put("scope", "YEAR_GROUP");
            answer.put("purpose", "IMPROVE");
            answer.put("evidenceWanted", List.of("LESSON_VISIT", "CONVERSATION_STUDENTS"));
            answer.put("otherFocus", "How children choose books for themselves");
            answer.put(
                    "timetable",
                    List.of(
                            Map.of(
                                    "time",
                                    "08:45",
                                    "what",
                                    "Welcome; the reading list and the plans with the reading leader"),
                            Map.of("time", "09:15", "what", "Reading lessons in Years 3 and 4, visited together"),
                            Map.of(
                                    "time",
                                    "15:30",
                                    "what",
                                    "Feedback and options with the headteacher and the senior team")));
            answer.put(
                    "links",
                    List.of(Map.of(
                            "title",
                            "Reading in key stage 2: how we plan a half-term",
                            "address",
                            "https://docs.school.example/reading/plan")));
            answer.put(
                    "preparation",
                    List.of(Map.of("what", "Reading records of all six classes", "byWhom", "Class teachers")));
            answer.put("headConfirmed", true);
            return answer;
        });
    }

    void prepareQuestions(Made made, String reference) {
        scenario.handIn(
                reference,
                "PrepareQuestions",
                made.leadReviewer(),
                form -> Map.of(
                        "questions",
                        List.of(
                                Map.of(
                                        "text",
                                        "How much of a reading lesson do children spend reading, aloud or silently?"),
                                Map.of(
                                        "text",
                                        "How does a teacher notice a child who reads every word correctly but slowly, and what happens next?"),
                                Map.of("text", "What do children say about reading, at school and at home?"))));
        timers.runWaiting(reference);
    }

    void prepareForVisit(Made made, String reference) {
        scenario.handIn(
                reference,
                "PrepareForVisit",
                made.hostHead(),
                form -> Map.of(
                        "questions",
                        ReviewScenario.notes(
                                form,
                                "",
                                "In Years 5 and 6 there is no check of fluency; teachers go by what they hear."),
                        "showcase",
                        "The book talk in Years 3 and 4: children run it in groups of five."));
    }

    void recordEvidence(String reference, String person) {
        scenario.handIn(
                reference,
                "RecordEvidence",
                person,
                form -> Map.of(
                        "items",
                        List.of(
                                Map.of(
                                        "question",
                                        ReviewScenario.firstQuestion(form),
                                        "type",
                                        "LESSON_VISIT",
                                        "note",
                                        "Three lessons in Years 3 and 4, about twenty-five minutes in each. Counted for six children how long they looked at print: between five and sixteen minutes."),
                                Map.of(
                                        "question",
                                        ReviewScenario.option(form, "questionOptions", 2),
                                        "type",
                                        "CONVERSATION_STUDENTS",
                                        "note",
                                        "Twelve children in the library. Three said that the class book is too fast to follow when someone else reads it."))));
        timers.runWaiting(reference);
    }

    void presentFeedback(Made made, String reference) {
        scenario.handIn(reference, "PresentFeedback", made.leadReviewer(), form -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put(
                    "findings",
                    List.of(
                            Map.of(
                                    "question",
                                    ReviewScenario.firstQuestion(form),
                                    "kind",
                                    "TO_CONSIDER",
                                    "text",
                                    "In the lessons in which we kept time, children spent between five and sixteen minutes with their eyes on print. Time was longest where pairs read to one another before the discussion.",
                                    "evidence",
                                    evidenceOn(form, ReviewScenario.firstQuestion(form))),
                            Map.of(
                                    "question",
                                    ReviewScenario.option(form, "questionOptions", 2),
                                    "kind",
                                    "GOOD_PRACTICE",
                                    "text",
                                    "Children talk about books with knowledge and affection, and the library run by Year 6 is at the heart of this.")));
            answer.put("hypothesisOutcome", "PARTLY");
            answer.put(
                    "distanceToGoal",
                    "The wish to read is where the school wants it to be. Fluency is the part of the goal that is furthest away.");
            answer.put(
                    "options",
                    List.of(Map.of(
                            "option", "Begin every reading lesson with paired reading aloud",
                            "speaksFor", "We saw it work in one class, and it needs no resources.",
                            "speaksAgainst", "Takes time from discussion, which is a strength.",
                            "whoWouldHelp", "Teachers of Years 3 and 4 who already do it")));
            answer.put("reflectionDeadline", form.get("reflectionDeadline"));
            return answer;
        });
    }

    private static List<String> evidenceOn(VariableMap form, String question) {
        return form.getValue("evidenceOptions", SpinJsonNode.class).elements().stream()
                .filter(item -> item.prop("question").stringValue().equals(question))
                .map(item -> item.prop("value").stringValue())
                .toList();
    }

    void checkReport(Made made, String reference) {
        scenario.handIn(
                reference,
                "CheckReport",
                made.hostHead(),
                form -> Map.of(
                        "corrections",
                        "There are seven reading lessons a fortnight, not eight.",
                        "reply",
                        "We recognise our school in this report.",
                        "sharedPractice",
                        List.of(ReviewScenario.option(form, "practiceOptions", 0)),
                        "release",
                        "YES"));
        timers.runWaiting(reference);
    }

    /** @param seniorStaff who was there besides the staff; has to tell the head too */
    void runImprovementWorkshop(Made made, String reference, String seniorStaff) {
        scenario.handIn(reference, "RunImprovementWorkshop", made.champion(), form -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("heldOn", SchoolTime.today(clock).toString());
            answer.put("seniorStaff", List.of(seniorStaff));
            answer.put(
                    "targets",
                    List.of(
                            Map.of(
                                    "text", "Every child reads for at least fifteen minutes of each reading lesson",
                                    "origin", ReviewScenario.option(form, "originOptions", 0),
                                    "theme", "Reading"),
                            Map.of(
                                    "text", "We check fluency in all of key stage 2 and agree on one response",
                                    "origin", ReviewScenario.option(form, "originOptions", 1),
                                    "theme", "Assessment")));
            answer.put(
                    "commitment",
                    "We give each child's eyes more time on print, every day, starting with ten minutes in pairs.");
            answer.put("notes", "Two colleagues would rather wait and see; both want to try it in one class.");
            answer.put("debrief", "It took courage, and it was worth it.");
            return answer;
        });
    }

    /** @param supporter of another school, who is asked for support with the first action */
    void agreeActionPlan(Made made, String reference, String supporter) {
        scenario.handIn(reference, "AgreeActionPlan", made.hostHead(), form -> {
            Map<String, Object> first = new LinkedHashMap<>();
            first.put("what", "Start each reading lesson in key stage 2 with ten minutes of paired reading aloud");
            first.put("origin", ReviewScenario.option(form, "originOptions", 0));
            first.put("theme", "Reading");
            first.put("owner", "Subject leader for English");
            first.put("due", SchoolTime.today(clock).plusWeeks(6).toString());
            first.put("baseline", "Five to sixteen minutes");
            first.put("aim", "Nobody below fifteen minutes");
            first.put(
                    "successSign",
                    "In any lesson one walks into, every child is reading within the first five minutes.");
            first.put("sdpLink", "Priority 1, reading");
            first.put("keyIssue", true);
            first.put("support", "A lesson to watch");
            first.put("supporter", supporter);
            first.put("supportBy", SchoolTime.today(clock).plusWeeks(4).toString());
            Map<String, Object> second = new LinkedHashMap<>();
            second.put("what", "Check fluency in Years 5 and 6 as in Years 3 and 4");
            second.put("origin", ReviewScenario.option(form, "originOptions", 1));
            second.put("owner", "Phase leader for Years 5 and 6");
            second.put("due", SchoolTime.today(clock).plusWeeks(7).toString());
            return Map.of("actions", List.of(first, second));
        });
        timers.runWaiting(reference);
    }

    void holdFollowUpMeeting(Made made, String reference) {
        scenario.handIn(reference, "HoldFollowUpMeeting", made.champion(), form -> {
            List<SpinJsonNode> actions =
                    form.getValue("progress", SpinJsonNode.class).elements();
            return Map.of(
                    "heldOn",
                    SchoolTime.today(clock).toString(),
                    "progress",
                    List.of(
                            progress(actions.get(0), "DONE", Optional.of("Fourteen minutes at least")),
                            progress(actions.get(1), "AT_RISK", Optional.empty())),
                    "goalNow",
                    "The fifteen minutes of reading are nearly reached everywhere, which nobody would have promised eight weeks ago.",
                    "whatWorked",
                    List.of(Map.of(
                            "theme", "Reading",
                            "text", "Starting with the one thing that needed no money and no meeting.")));
        });
    }

    private static Map<String, Object> progress(SpinJsonNode action, String status, Optional<String> measured) {
        Map<String, Object> row = new LinkedHashMap<>();
        List.of("action", "baseline", "aim").stream()
                .filter(known -> action.hasProp(known) && action.prop(known).isString())
                .forEach(known -> row.put(known, action.prop(known).stringValue()));
        row.put("status", status);
        row.put("evidence", "Seen in all six classes on the day, and children took it for granted.");
        measured.ifPresent(value -> row.put("measuredNow", value));
        return row;
    }
}
