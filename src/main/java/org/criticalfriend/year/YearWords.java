package org.criticalfriend.year;

import java.util.Map;
import java.util.stream.Collectors;
import org.criticalfriend.duty.AppointmentKind;
import org.criticalfriend.planning.PersonToPlan;
import org.criticalfriend.planning.PlanningProblem;
import org.criticalfriend.planning.SchoolToPlan;

/** The year in words. */
final class YearWords {

    private YearWords() {}

    /** What a meeting is called. */
    static String of(AppointmentKind kind) {
        return switch (kind) {
            case PLANNING_MEETING -> "Planning meeting";
            case VISIT -> "Visit";
            case WORKSHOP -> "Improvement workshop";
            case FOLLOW_UP -> "Follow-up meeting";
        };
    }

    static String of(PartnershipYear.State state) {
        return switch (state) {
            case PLANNING -> "being planned";
            case AGREED -> "agreed; its reviews are about to start";
            case PUBLISHED -> "published";
            case DROPPED -> "dropped";
            case ENDED -> "ended";
        };
    }

    /** Names of the schools, by id. */
    static Map<String, String> schools(PlanningProblem problem) {
        return problem.schools().stream().collect(Collectors.toMap(SchoolToPlan::id, SchoolToPlan::name));
    }

    /** Names of the people, by id. */
    static Map<String, String> people(PlanningProblem problem) {
        return problem.people().stream().collect(Collectors.toMap(PersonToPlan::id, PersonToPlan::name));
    }
}
