package org.criticalfriend.review;

import java.util.List;

/** Rows of {@code deadlines.dmn} that are asked for when somebody has to stand in. */
public final class StandInRows {

    /** After the name of a step: its row when the appointment is near. */
    public static final String NEAR = "Near";

    /** Until when whoever is asked to stand in answers. */
    public static final String ANSWER_REQUEST = "AnswerRequest";

    /** When silence counts as an answer; the same time. */
    public static final String NO_ANSWER = "NoAnswer";

    /** Until when the partnership lead chooses. */
    public static final String CHOOSE_STAND_IN = "ChooseStandIn";

    /** When whoever is in charge next hears that nobody has chosen; the same time. */
    public static final String NOBODY_HAS_CHOSEN = "NobodyHasChosen";

    /** From when on the visit is near, and there is little time to answer. */
    public static final String VISIT_IS_NEAR = "VisitIsNear";

    /** From when on the workshop is near. */
    public static final String WORKSHOP_IS_NEAR = "WorkshopIsNear";

    /** From when on the follow-up meeting is near. */
    public static final String FOLLOW_UP_IS_NEAR = "FollowUpIsNear";

    /** From when on two people are asked at once, and no stand-in for later is looked for any more. */
    public static final String EVENING_BEFORE_VISIT = "EveningBeforeVisit";

    /** The same for the workshop. */
    public static final String EVENING_BEFORE_WORKSHOP = "EveningBeforeWorkshop";

    /** The same for the follow-up meeting. */
    public static final String EVENING_BEFORE_FOLLOW_UP = "EveningBeforeFollowUp";

    /** From when on nobody is needed on a vacant seat. */
    public static final String NOBODY_IS_NEEDED = "NobodyIsNeeded";

    /** The same for those who come for the visit only. */
    public static final String NOBODY_IS_NEEDED_AFTER_VISIT = "NobodyIsNeededAfterVisit";

    /** When the stand-ins are asked whether they keep the date. */
    public static final String STAND_INS_ARE_ASKED = "StandInsAreAsked";

    /** When the reserve reviewer is released. */
    public static final String VISIT_MORNING_COMES = "VisitMorningComes";

    /** When the spare Improvement Champion is released. */
    public static final String WORKSHOP_MORNING_COMES = "WorkshopMorningComes";

    static final List<String> NEEDED = List.of(
            ANSWER_REQUEST,
            ANSWER_REQUEST + NEAR,
            NO_ANSWER,
            NO_ANSWER + NEAR,
            CHOOSE_STAND_IN,
            CHOOSE_STAND_IN + NEAR,
            NOBODY_HAS_CHOSEN,
            NOBODY_HAS_CHOSEN + NEAR,
            VISIT_IS_NEAR,
            WORKSHOP_IS_NEAR,
            FOLLOW_UP_IS_NEAR,
            EVENING_BEFORE_VISIT,
            EVENING_BEFORE_WORKSHOP,
            EVENING_BEFORE_FOLLOW_UP,
            NOBODY_IS_NEEDED,
            NOBODY_IS_NEEDED_AFTER_VISIT,
            STAND_INS_ARE_ASKED,
            VISIT_MORNING_COMES,
            WORKSHOP_MORNING_COMES);

    private StandInRows() {}
}
