package org.criticalfriend.review;

import java.util.Optional;
import java.util.Set;

/** The rows of {@code deadlines.dmn} for one kind of review in one partnership. */
@FunctionalInterface
interface LeadTimes {

    /** The day of the planning meeting, and the time at which it begins. */
    String PLANNING_MEETING = "PlanningMeeting";

    /** The day by which the planning meeting is typed up. */
    String HOLD_PLANNING_MEETING = "HoldPlanningMeeting";

    /** The day by which the questions are ready. */
    String PREPARE_QUESTIONS = "PrepareQuestions";

    /** The day by which the feedback is typed up. */
    String PRESENT_FEEDBACK = "PresentFeedback";

    /** The day by which the follow-up meeting is typed up. */
    String HOLD_FOLLOW_UP_MEETING = "HoldFollowUpMeeting";

    /** The day by which the report is written. */
    String WRITE_REPORT = "WriteReport";

    /** The day by which the school has checked the report. */
    String CHECK_REPORT = "CheckReport";

    /** The day by which the improvement workshop is typed up. */
    String RUN_IMPROVEMENT_WORKSHOP = "RunImprovementWorkshop";

    /**
     * What happens when no planning meeting is held. It does not happen when a meeting that was held is opened once more because the
     * driving question is to change.
     */
    Set<String> IF_NO_PLANNING_MEETING = Set.of("PlanningMeetingLate", "PlanningGate");

    /** The day on which somebody decides about a visit that is not planned. */
    String PLANNING_GATE = "PlanningGate";

    /** The day by which the action plan is agreed. */
    String AGREE_ACTION_PLAN = "AgreeActionPlan";

    /** The day by which the host has the questions. */
    String ISSUE_QUESTIONS = "IssueQuestions";

    /** The day on which the team is told that the visit comes nearer, and stand-ins are asked whether they keep it free. */
    String VISIT_AHEAD = "VisitAhead";

    /** The day on which the team is told once more. */
    String VISIT_SOON = "VisitSoon";

    /** When the visit day begins: from then on evidence is recorded. */
    String VISIT_DAY_ARRIVES = "VisitDayArrives";

    /** The time at which a visit begins. */
    String VISIT = "Visit";

    /** The day of the improvement workshop where the staff-meeting weekday gives none, and the time at which it begins. */
    String WORKSHOP = "Workshop";

    /** The last day of the workshop, counted from the reflection deadline. */
    String WORKSHOP_BEFORE_REFLECTION = "WorkshopBeforeReflection";

    /** The day of the follow-up meeting, and the time at which it begins. */
    String FOLLOW_UP = "FollowUp";

    /** The reflection deadline that is suggested to people. */
    String REFLECTION_DEADLINE = "ReflectionDeadline";

    /** How long after a plan was agreed whoever said nothing counts as having seen it (G28). */
    String PLAN_COUNTS_AS_SEEN = "PlanCountsAsSeen";

    /** From when on daytime counts. */
    String DAYTIME_BEGINS = "DaytimeBegins";

    /** Until when daytime counts. */
    String DAYTIME_ENDS = "DaytimeEnds";

    /** What a step gets that starts after its due date. */
    String STEP_STARTS_LATE = "StepStartsLate";

    /** After the name of an appointment: the first day of its window. */
    String EARLIEST = "Earliest";

    /** After the name of an appointment: the last day of its window. */
    String LATEST = "Latest";

    /** After the id of a step: the day which a late start does not push it past. */
    String AT_LATEST = "AtLatest";

    /** A row, if the table has it. */
    Optional<LeadTime> find(String row);

    /** @throws IllegalStateException if the table has no such row */
    default LeadTime of(String row) {
        return find(row)
                .orElseThrow(() -> new IllegalStateException(
                        "deadlines.dmn has no row for %s. Add one in Modeler, deploy it, then retry the step."
                                .formatted(row)));
    }
}
