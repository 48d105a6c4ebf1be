package org.criticalfriend.review;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

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
        String evidenceWanted) {

    /** The kinds of evidence that the visit is to look at, as they were ticked; empty if none was. */
    List<String> kindsOfEvidence() {
        return evidenceWanted == null ? List.of() : List.of(evidenceWanted.split(","));
    }

    /** The same in the middle of a sentence: {@code lesson visit; discussion with leaders}; empty if none was ticked. */
    String evidenceWantedInWords() {
        return kindsOfEvidence().stream().map(EvidenceType::inASentence).collect(Collectors.joining("; "));
    }
}
