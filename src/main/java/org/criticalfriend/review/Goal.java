package org.criticalfriend.review;

import java.time.LocalDate;

/**
 * What the planning meeting agrees.
 *
 * @param planningHeldOn day of the meeting
 * @param rationale why this focus (G7)
 * @param hypothesis what the school believes, if it has said so (G8)
 * @param drivingQuestion the one question of the day (G9)
 * @param goal what the school wants to reach (G11)
 * @param whereNow where it sees itself
 * @param scope whole school, department, year group or project (P29)
 * @param purpose improve, evaluate a project, validate (P36)
 * @param evidenceWanted kinds of evidence, separated by commas
 */
record Goal(
        LocalDate planningHeldOn,
        String rationale,
        String hypothesis,
        String drivingQuestion,
        String goal,
        String whereNow,
        String scope,
        String purpose,
        String evidenceWanted) {}
