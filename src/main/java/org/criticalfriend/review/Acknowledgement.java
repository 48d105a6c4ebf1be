package org.criticalfriend.review;

/** What people say with a press of a button in a mail, instead of a task: that they know, or confirm, something. */
enum Acknowledgement {
    /** The host's head has the questions (G13). */
    QUESTIONS(
            "questions-seen",
            "I have seen the questions",
            "The questions for the visit",
            "With the button you say that you have seen the team's questions. The team can see that you have.",
            "Questions seen by"),
    /** Host and team know what was planned for the visit. */
    PLAN_OF_VISIT(
            "plan-seen",
            "I have seen the plan",
            "The plan of the visit",
            "With the button you say that you have seen the plan of the visit. The school and the team can see that you have.",
            "Plan of the visit seen by"),
    /** A stand-in keeps the day free (P12). */
    KEEPS_THE_DAY(
            "day-kept",
            "I keep the day free",
            "Standing by",
            "With the button you say that you keep the day free, in case somebody cannot come.",
            "Day kept free by"),
    /** The head has been told the targets (P31). */
    TARGETS(
            "targets-heard",
            "I have heard the targets",
            "The targets of the staff",
            "With the button you say that you have heard the targets. The Champion and the team can see that you have.",
            "Targets heard by"),
    /** The others have seen the plan on which the head has decided (G28). */
    ACTION_PLAN(
            "action-plan-seen",
            "I have seen the action plan",
            "The action plan",
            "With the button you say that you have seen the action plan. The school and the team can see that you have.",
            "Action plan seen by"),
    /** The head confirms what the Champion has recorded (P39). */
    FOLLOW_UP(
            "follow-up-confirmed",
            "I confirm the follow-up",
            "The follow-up meeting",
            "With the button you confirm that the meeting was held, and that the record on the page of the action plan is right."
                    + " If something is not, please ring the Champion first.",
            "Follow-up confirmed by");

    private final String purpose;
    private final String button;
    private final String heading;
    private final String meaning;
    private final String line;

    Acknowledgement(String purpose, String button, String heading, String meaning, String line) {
        this.purpose = purpose;
        this.button = button;
        this.heading = heading;
        this.meaning = meaning;
        this.line = line;
    }

    /** Name of the purpose in personal links. */
    String purpose() {
        return purpose;
    }

    /** In the words of the person who presses. */
    String button() {
        return button;
    }

    String heading() {
        return heading;
    }

    /** What pressing means, and who sees it. */
    String meaning() {
        return meaning;
    }

    /** Before name and day. */
    String line() {
        return line;
    }
}
